import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { addHub } from '../../../ingest/hub.ts'
import { readCsv } from '../../../ingest/readers/csv.ts'
import { placesOf } from '../../../ingest/recognise/column.ts'
import { readCells } from '../../../ingest/sheets/cells.ts'
import { pupilPremium } from '../../../ingest/sheets/characteristics-pupil-premium.ts'
import { openStore, type Store } from '../../../migrations/open.ts'
import { openData } from '../../open-data.ts'
import { facts, loadFile, wholeStore } from '../story.ts'

const names = {
  register: 'gias_llr_2023-11-16.csv',
  premium2019: 'pupil_premium_llr_2019-20.csv',
  premium2020: 'pupil_premium_llr_2020-21.csv',
  premium2021: 'pupil_premium_llr_2021-22.csv',
  census: 'census_llr_2018-19.csv',
  geography: 'llr_open_schools_2026_geography.csv',
}
const paths = Object.values(names).map((name) => openData(`register/${name}`))
const contentOf = (name: string): Uint8Array => readFileSync(openData(`register/${name}`) ?? '')

/** A hub of Leicestershire and Leicester, without Rutland, with its register. */
async function county(): Promise<Store> {
  const store = await openStore(':memory:')
  await addHub(store, { name: 'Northshire', area: ['855', '856'], now: '2026-01-01T00:00:00Z' })
  await loadFile(store, names.register, contentOf(names.register))
  return store
}

type Row = Readonly<Record<string, unknown>>

const sumOf = (rows: readonly Row[], field: string): number =>
  Math.round(10 * rows.reduce((sum, row) => sum + Number(row[field] ?? 0), 0)) / 10

/** Every row of a pupil premium file as its cells are read. */
function premiumRows(name: string): readonly Row[] {
  const [head, ...rows] = readCsv(contentOf(name)).rows
  const places = placesOf(pupilPremium.columns, head?.cells ?? [])
  return rows.map((row) => {
    const { values, problems } = readCells(pupilPremium.columns, places, row)
    expect(problems).toEqual([])
    return values
  })
}

describe.skipIf(paths.includes(null))('the publications of the Department for Education', () => {
  it('of 2019/20 have the published totals, council by council', () => {
    const rows = premiumRows(names.premium2019)
    const totals = ['855', '856', '857'].map((la) => {
      const own = rows.filter((row) => row['la'] === la)
      const fields = [
        'pupils',
        'primaryPupils',
        'primaryEligible',
        'secondaryPupils',
        'secondaryEligible',
        'eligible',
      ] as const
      return [own.length, ...fields.map((field) => sumOf(own, field))]
    })
    expect(totals).toEqual([
      [281, 92_667.5, 54_998, 7326.5, 37_669.5, 6976.5, 14_305],
      [111, 53_887, 33_739, 8581, 20_148, 6579.2, 15_161],
      [22, 5372, 2786, 249, 2586, 338, 587],
    ])
  })

  it('keep those totals in the store, with schools outside the area beside them', async () => {
    const store = await county()
    const outcome = await loadFile(store, names.premium2019, contentOf(names.premium2019), { year: 2019 })
    expect(outcome).toMatchObject({ kind: 'characteristics', new: 414, problems: [] })
    expect(outcome.notes).toContain("22 schools outside the hub's area: kept, not counted.")
    expect(outcome.notes.some((note) => /^Rows .* the total is rounded/.test(note))).toBe(true)
    const la = new Map((await facts(store, 'registerSchool')).map((row) => [row['urn'], row['la']]))
    const fsm = await facts(store, 'schoolFsm')
    const totals = ['855', '856', '857'].map((code) => {
      const own = fsm.filter((row) => la.get(row['urn']) === code)
      return [own.length, sumOf(own, 'pupils'), sumOf(own, 'eligible')]
    })
    expect(totals).toEqual([
      [281, 92_667.5, 14_305],
      [111, 53_887, 15_161],
      [22, 5372, 587],
    ])
    await store.destroy()
  })

  it('have the same percentages in all three layouts of the pupil premium', () => {
    const percents = [names.premium2019, names.premium2020, names.premium2021].map((name) => {
      const rows = premiumRows(name)
      const ashby = rows.find((row) => row['urn'] === 140_696)
      return [rows.length, ashby?.['pupils'], ashby?.['primaryEligible'], ashby?.['primaryPercent']]
    })
    expect(percents).toEqual([
      [414, 64, 7, 10.9],
      [414, 69, 6, 8.7],
      [412, 64, 4, 6.3],
    ])
  })

  it('load in any order, and a second time change nothing', async () => {
    const store = await county()
    const files = [
      [names.census, 2018, 453],
      [names.premium2021, 2021, 412],
      [names.premium2020, 2020, 414],
      [names.premium2019, 2019, 414],
      [names.geography, 2025, 492],
    ] as const
    for (const [name, year, count] of files) {
      const { problems, new: added, kind } = await loadFile(store, name, contentOf(name), { year })
      expect({ name, kind, added, problems }).toEqual({ name, kind: 'characteristics', added: count, problems: [] })
    }
    const before = await wholeStore(store)
    for (const [name, year] of files.toReversed())
      expect(await loadFile(store, name, contentOf(name), { year })).toMatchObject({ receiptId: null, new: 0 })
    expect(await wholeStore(store)).toBe(before)
    const leicester = (await facts(store, 'schoolYear')).filter((row) => row['district'] === 'Leicester')
    expect(leicester).toHaveLength(139)
    await store.destroy()
  })

  it('say where characters were lost before they were sent', async () => {
    const store = await county()
    const { notes } = await loadFile(store, names.premium2021, contentOf(names.premium2021), { year: 2021 })
    expect(notes.some((note) => note.includes('a character looks damaged'))).toBe(true)
    await store.destroy()
  })
})
