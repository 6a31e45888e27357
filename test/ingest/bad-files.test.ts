import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { gentle, harmful } from './bad-files/all.ts'
import { bookOf } from './bad-files/document.ts'
import { faultsOf } from './bad-files/expect-of.ts'
import { naughtyStrings } from './bad-files/naughty-strings.ts'
import { openFiles } from './bad-files/open-files.ts'
import { loadAllApart, loadAllHere } from './bad-files/ours.ts'
import { sendStrings } from './bad-files/strings-sent.ts'

const [gentleFiles, harmfulFiles] = [Object.values(gentle).flat(), Object.values(harmful).flat()]
const here = loadAllHere(gentleFiles)
const apart = here.then(() => loadAllApart(harmfulFiles))
const open = apart.then(openFiles)
const strings = naughtyStrings()
const sent = open.then(() => (strings === null ? null : sendStrings(strings)))

const page = resolve(import.meta.dirname, '../../docs/bad-files.md')
describe('our own bad files', () => {
  it('are many, each of its own name', () => {
    const names = [...gentleFiles, ...harmfulFiles].map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    expect(names.length).toBeGreaterThan(150)
  })

  it.each(gentleFiles.map((file) => [file.name, file.wrong, file] as const))(
    '%s (%s) ends as it must',
    async (name, _, file) => {
      const came = (await here).get(name)
      expect(came && faultsOf({ file, came })).toEqual([])
    },
  )

  it.each(harmfulFiles.map((file) => [file.name, file.wrong, file] as const))(
    '%s (%s) ends as it must, in bounded memory and time',
    async (name, _, file) => {
      const came = (await apart).get(name)
      expect(came && faultsOf({ file, came })).toEqual([])
      expect(came?.peakMb).toBeLessThan(400)
      expect(came?.cpuSeconds).toBeLessThan(20)
    },
  )
})

describe('the bad files of the open data', () => {
  it('end in plain problems, and nothing of them is kept', async () => {
    const found = await open
    for (const { name, problems, gave, isUnchanged } of found ?? []) {
      expect([name, problems.length > 0, problems.every(({ accepted }) => accepted.length > 10)]).toEqual([
        name,
        true,
        true,
      ])
      expect([name, gave, isUnchanged]).toEqual([name, [], true])
    }
    expect(found === null || found.length > 90).toBe(true)
  })

  it('that are naughty strings stand in the store as they were sent, or are refused', async () => {
    const found = await sent
    expect(found?.faults ?? []).toEqual([])
    expect(found === null || found.sent.length === 6).toBe(true)
  })
})

describe('the page of bad files', () => {
  it('tells what came of them', async () => {
    const [openFound, stringsFound] = [await open, await sent]
    if (openFound === null || stringsFound === null) return
    const came = new Map([...(await here), ...(await apart)])
    const ours = Object.entries({ ...gentle, ...harmful }).map(([group, files]) => ({
      group,
      files: files.flatMap((file) => {
        const each = came.get(file.name)
        return each === undefined ? [] : [{ file, came: each }]
      }),
    }))
    const told = bookOf({ ours, open: openFound, strings: stringsFound.sent })
    if (process.env['CRESCENDO_WRITE_DOCS'] !== undefined) writeFileSync(page, told)
    const isSame = existsSync(page) && readFileSync(page, 'utf8') === told
    expect(isSame ? 'as it was' : 'other findings: write docs/bad-files.md anew, with CRESCENDO_WRITE_DOCS=1').toBe(
      'as it was',
    )
  })
})
