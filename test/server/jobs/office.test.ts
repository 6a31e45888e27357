import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { odsWriter, officePath, type Bounds } from '../../../server/jobs/office.ts'
import type { WriteOds } from '../../../server/wrapping/ods.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'office-test-'))
  mkdirSync(join(folder, 'made'))
  vi.stubEnv('TMPDIR', join(folder, 'made'))
})
afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

/** A program that is asked as LibreOffice is, `$6` being the folder it writes to; its path. */
function program(name: string, does: string): string {
  const path = join(folder, name)
  writeFileSync(path, `#!/bin/sh\n${does}\n`)
  chmodSync(path, 0o755)
  return path
}

/** What writes OpenDocument by a program of that path. */
function writerOf(path: string, more: Partial<Bounds> = {}): WriteOds {
  const write = odsWriter(path, { patience: 60_000, waiting: 9, ...more })
  if (write === null) throw new Error('nothing writes OpenDocument')
  return write
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const left = (): readonly string[] => readdirSync(join(folder, 'made'))

/** Whether a process is there: what ended and waits to be counted is not. */
const isRunning = (pid: number): boolean =>
  existsSync(`/proc/${pid}/stat`) && !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))

describe('an office program', () => {
  it('is found once by the folders that programs are in, and where there is none nothing writes OpenDocument', () => {
    const path = program('soffice', 'exit 0')
    expect(officePath(`/nowhere:${folder}`)).toBe(path)
    expect(officePath('/nowhere')).toBe(null)
    expect(odsWriter(null)).toBe(null)
  })

  it('is told nothing of the server, runs no macro, and leaves nothing behind', async () => {
    vi.stubEnv('DATABASE_URL', 'secret')
    const told = 'env > "$6/workbook.ods"; cat "$HOME"/profile/user/*.xcu "$7" >> "$6/workbook.ods"'
    const write = writerOf(program('tells', told))
    const said = Buffer.from(await write(bytes('a workbook'))).toString()
    expect(said).toContain('a workbook')
    expect(said).toContain('DisableMacrosExecution')
    expect(said).not.toContain('secret')
    expect(left()).toEqual([])
  })

  it('is run one at a time, in the order asked for; whoever comes when too many wait is told so', async () => {
    const log = join(folder, 'log')
    const write = writerOf(
      program('slow', `echo begin >> ${log}; sleep 0.05; echo end >> ${log}; cp "$7" "$6/workbook.ods"`),
      { waiting: 2 },
    )
    const asked = ['one', 'two', 'three', 'four'].map((text) => write(bytes(text)))
    const answers = await Promise.allSettled(asked)
    const texts = answers.map((each) => (each.status === 'fulfilled' ? Buffer.from(each.value).toString() : null))
    expect(texts).toEqual(['one', 'two', 'three', null])
    await expect(asked[3]).rejects.toMatchObject({ statusCode: 503, message: expect.stringContaining('one at a time') })
    expect(readFileSync(log, 'utf8')).toBe('begin\nend\n'.repeat(3))
    expect(Buffer.from(await write(bytes('five'))).toString()).toBe('five')
  })

  it('is ended with all that it started when it takes too long, and does not hold up the next', async () => {
    const child = join(folder, 'child')
    const does = `if grep -q stuck "$7"; then sleep 600 & echo $! > ${child}; wait; else cp "$7" "$6/workbook.ods"; fi`
    const write = writerOf(program('stuck', does), { patience: 400 })
    const [stuck, next] = await Promise.allSettled([write(bytes('stuck')), write(bytes('next'))])
    expect(stuck).toMatchObject({ reason: { statusCode: 503, message: expect.stringContaining('took too long') } })
    expect(next).toMatchObject({ status: 'fulfilled' })
    const pid = Number(readFileSync(child, 'utf8'))
    while (isRunning(pid)) await pause(10)
    expect(left()).toEqual([])
  })

  it.each([
    ['fails', 'exit 3'],
    ['makes nothing', 'exit 0'],
  ])('that %s is told of in words', async (name, does) => {
    const write = writerOf(program(name.replace(' ', '-'), does))
    await expect(write(bytes('x'))).rejects.toMatchObject({
      statusCode: 503,
      message: expect.stringContaining('take the Excel workbook'),
    })
    expect(left()).toEqual([])
  })

  it('that is gone since is told of in words', async () => {
    await expect(writerOf(join(folder, 'gone'))(bytes('x'))).rejects.toMatchObject({ statusCode: 503 })
    expect(left()).toEqual([])
  })
})
