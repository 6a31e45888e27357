import { readFileSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { addHub } from '../../ingest/hub.ts'
import { openStore, type Store } from '../../migrations/open.ts'
import { openData } from '../open-data.ts'
import { hubWith, loadFile, wholeStore } from './story.ts'

const [county, links, leeds] = [
  openData('register/gias_llr_2023-11-16.csv'),
  openData('register/links_edubasealldata20230421.csv'),
  openData('register/gias_full_leeds_383_2023.cp1252.csv'),
]
const bad = openData('bad-csv')

async function hubOf(...area: readonly string[]): Promise<Store> {
  const store = await openStore(':memory:')
  await addHub(store, { name: 'Northshire', area, now: '2026-01-01T00:00:00Z' })
  return store
}

describe.skipIf(county === null || links === null)('the register of Leicestershire, Leicester and Rutland', () => {
  it('loads whole with the national links, and a second time changes nothing', async () => {
    const store = await hubOf('855', '856', '857')
    const register = await loadFile(store, basename(county ?? ''), readFileSync(county ?? ''))
    expect(register).toMatchObject({ kind: 'register', new: 914, dataVersion: 1, problems: [] })
    expect(register.notes).toContain('115 schools of the area not state-funded: loaded, not counted.')
    const linked = await loadFile(store, basename(links ?? ''), readFileSync(links ?? ''))
    expect(linked).toMatchObject({ kind: 'register-links', new: 31_274, dataVersion: 2, problems: [] })
    expect(linked.notes).toContain('30618 of the links have a URN that is not in the register: kept, and not followed.')
    expect(await store.selectFrom('receipt').select('extractOn').orderBy('id').execute()).toEqual([
      { extractOn: '2023-11-16' },
      { extractOn: null },
    ])
    const name = await store
      .selectFrom('registerLink')
      .select('linkName')
      .where('linkName', 'like', '%\u2019%')
      .limit(1)
      .execute()
    expect(name).toHaveLength(1)
    const before = await wholeStore(store)
    for (const path of [county ?? '', links ?? ''])
      expect(await loadFile(store, 'again.csv', readFileSync(path))).toMatchObject({
        receiptId: null,
        new: 0,
        changed: 0,
        dataVersion: 2,
      })
    expect(await wholeStore(store)).toBe(before)
  })
})

describe.skipIf(leeds === null)('the full register extract of Leeds', () => {
  it('loads with all its columns, whatever the encoding', async () => {
    const store = await hubOf('383')
    const outcome = await loadFile(store, basename(leeds ?? ''), readFileSync(leeds ?? ''))
    expect(outcome).toMatchObject({ kind: 'register', new: 771, problems: [] })
    expect(await store.selectFrom('registerSchool').selectAll().where('urn', '=', 107_806).execute()).toMatchObject([
      {
        name: 'Hunslet Nursery School',
        la: '383',
        establishmentNumber: '1000',
        type: 15,
        status: 2,
        phase: 1,
        openOn: null,
        closeOn: '1998-08-31',
        district: 'Leeds',
        districtCode: 'E08000035',
        lsoa: 'E01011468',
        urbanRural: 'A1',
        easting: 431_887,
      },
    ])
    const again = new TextEncoder().encode(new TextDecoder('windows-1252').decode(readFileSync(leeds ?? '')))
    expect(await loadFile(store, 'leeds.csv', again)).toMatchObject({ new: 0, changed: 0, same: 771 })
  })
})

const badFiles =
  bad === null ? [] : readdirSync(bad, { recursive: true, encoding: 'utf8' }).filter((name) => /\.\w+$/.test(name))

describe.skipIf(bad === null)('the corpus of bad files', () => {
  const hub = hubWith()

  it('is there', () => expect(badFiles.length).toBeGreaterThan(40))

  it.each(badFiles)('%s under headings of audits ends in an outcome', async (name) => {
    const store = await hub
    const head = new TextEncoder().encode('URN,Meeting date,Strand,Level,Adviser\n')
    const outcome = await loadFile(
      store,
      basename(name),
      Uint8Array.from([...head, ...readFileSync(join(bad ?? '', name))]),
    )
    expect(outcome).toMatchObject({ receiptId: null, new: 0, changed: 0 })
    expect(outcome.problems.length + outcome.rows.length).toBeGreaterThan(0)
  })
})
