import { describe, expect, it } from 'vitest'
import { addHub } from '../../../ingest/hub.ts'
import { settleRows, type FileToSettle } from '../../../ingest/load/settle.ts'
import { settle } from '../../../ingest/match/settle.ts'
import type { Store } from '../../../migrations/open.ts'
import { facts, hubWith, loadFile, register, rowsOf, told } from '../story.ts'

const head = 'URN,School,Town,Meeting date,Strand,Level\n'
const rest = '2024-03-05,Co-curricular,Focusing\n'

interface Told extends Partial<FileToSettle> {
  readonly sheet?: string
}

async function settleIn(store: Store, text: string, row: number, urn: number, { sheet, ...more }: Told = {}) {
  const file = { hub: 'Northshire', fileName: 'a.csv', bytes: new TextEncoder().encode(text), by: 'steward' }
  const when = { today: '2026-01-10', now: '2026-01-10T09:00:00Z' }
  const [settled] = await settleRows(store, { ...file, ...when, ...more }, [{ sheet: sheet ?? null, row, urn }])
  return settled
}

const decisions = (store: Store) =>
  store
    .selectFrom('matchDecision')
    .select(['id', 'number', 'name', 'town', 'urn', 'decidedBy', 'decidedAt'])
    .orderBy('id')
    .execute()

describe('a doubtful row', () => {
  const text = `${head},Beach High,Seaton,${rest},Ash Primary,,${rest}`

  it('stops the file, with the schools it may mean', async () => {
    const store = await hubWith()
    const outcome = await loadFile(store, 'a.csv', text)
    expect(outcome.rows).toMatchObject([
      {
        row: 2,
        outcome: 'doubtful',
        urn: null,
        candidates: [{ urn: 100002, name: 'Beech High', why: 'name differs by one letter' }],
      },
      { row: 3, outcome: 'ignored', urn: 100001, candidates: [] },
    ])
    expect(outcome.problems).toMatchObject([
      {
        row: 2,
        column: 'School',
        code: 'doubtful-school',
        found: 'Beach High',
        accepted:
          'give the URN of the school that is meant, or settle it: 100002 Beech High (name differs by one letter)',
      },
    ])
    expect(outcome).toMatchObject({ receiptId: null, dataVersion: 2 })
  })

  it('is sure once settled, with a note, and so is every row of that name and place', async () => {
    const store = await hubWith()
    expect(await settleIn(store, text, 2, 100002)).toMatchObject({ urn: 100002, school: 'Beech High', isNew: true })
    const outcome = await loadFile(store, 'a.csv', text)
    expect(outcome).toMatchObject({ new: 2, problems: [] })
    expect(outcome.notes).toContain('Row 2, "School": settled on 2026-01-10 as the school of URN 100002.')
    expect(await facts(store, 'audit')).toMatchObject([{ urn: 100001 }, { urn: 100002 }])
    const later = `${head},BEACH HIGH,seaton,2025-03-05,Co-curricular,Focusing\n,Beach High,Hillston,${rest}`
    expect(rowsOf(await loadFile(store, 'b.csv', later))).toEqual([
      [2, 'ignored'],
      [3, 'doubtful'],
    ])
  })

  it('can be settled anew; what was settled before is kept', async () => {
    const store = await hubWith()
    for (const urn of [100001, 100001, 100002]) await settleIn(store, text, 2, urn)
    const naming = { number: '', name: 'beachhigh', town: 'seaton', decidedBy: 'steward' }
    const at = { decidedAt: '2026-01-10T09:00:00Z' }
    expect(await decisions(store)).toEqual([
      { id: 1, ...naming, urn: 100001, ...at },
      { id: 2, ...naming, urn: 100002, ...at },
    ])
    expect((await loadFile(store, 'a.csv', text)).rows.at(0)).toMatchObject({ urn: 100002 })
  })

  it('that no name is near can be settled too', async () => {
    const store = await hubWith()
    const unknown = `${head},Hogwarts,,${rest}`
    const outcome = await loadFile(store, 'a.csv', unknown)
    expect(told(outcome)).toEqual([[2, 'School', 'unknown-school', 'Hogwarts']])
    expect(rowsOf(outcome)).toEqual([[2, 'problem']])
    await settleIn(store, unknown, 2, 100002)
    expect(await loadFile(store, 'a.csv', unknown)).toMatchObject({ new: 1 })
  })

  it('of a number and a name that are those of two schools is settled for that number with that name', async () => {
    const store = await hubWith()
    const two = `${head}100001,Beech High,,${rest}`
    expect(rowsOf(await loadFile(store, 'a.csv', two))).toEqual([[2, 'doubtful']])
    await settleIn(store, two, 2, 100002)
    expect((await loadFile(store, 'a.csv', two)).rows).toMatchObject([{ outcome: 'loaded', urn: 100002 }])
    await settleIn(store, two, 2, 100001)
    expect((await loadFile(store, 'a.csv', two)).rows).toMatchObject([{ outcome: 'loaded', urn: 100001 }])
    expect((await loadFile(store, 'b.csv', `${head},Beech High,,${rest}`)).rows).toMatchObject([{ urn: 100002 }])
  })
})

describe('what is settled', () => {
  it('is recorded under the URN open on the day, as any row that is named by a name', async () => {
    const store = await hubWith()
    const text = `${head},The Cedars,,2019-03-05,Co-curricular,Focusing\n`
    await settleIn(store, text, 2, 100004)
    await loadFile(store, 'a.csv', text)
    expect(await facts(store, 'audit')).toMatchObject([{ urn: 100003 }])
  })

  it('counts for its own hub', async () => {
    const store = await hubWith()
    await addHub(store, { name: 'Southshire', area: ['901'], now: '2026-01-01T00:00:00Z' })
    await loadFile(store, 'r.csv', register, { hub: 'Southshire' })
    const text = `${head},Beach High,,${rest}`
    await settleIn(store, text, 2, 100002)
    expect(rowsOf(await loadFile(store, 'a.csv', text, { hub: 'Southshire' }))).toEqual([[2, 'doubtful']])
  })

  it('must be a school of the register, and a row of the file that names one otherwise than by a sure number', async () => {
    const store = await hubWith()
    const text = `${head},Beach High,,${rest}100001,Ash Primary,,${rest},,,${rest}`
    await expect(settleIn(store, text, 2, 999999)).rejects.toThrow('the register has no URN 999999')
    await expect(settleIn(store, text, 9, 100001)).rejects.toThrow('a.csv has no row 9')
    await expect(settleIn(store, text, 3, 100002)).rejects.toThrow('the row names its school by URN 100001')
    await expect(settleIn(store, text, 4, 100001)).rejects.toThrow('the row names no school')
    await expect(settleIn(store, text, 2, 100002, { sheet: 'Audits' })).rejects.toThrow('a.csv has no sheet "Audits"')
    await expect(settleIn(store, register, 2, 100002)).rejects.toThrow('the rows of a file of register name no school')
    await expect(settleIn(store, 'Nothing,Here\n1,2\n', 2, 100002)).rejects.toThrow('a.csv')
    await expect(settleIn(store, text, 2, 100002, { hub: 'Nowhere' })).rejects.toThrow('unknown hub: Nowhere')
    expect(await decisions(store)).toEqual([])
  })

  it('can be told by name and place, without a file', async () => {
    const store = await hubWith()
    const none = { urn: null, laestab: null, ukprn: null, postcode: null, district: null }
    const naming = { ...none, school: 'Beach High', town: 'Seaton' }
    await settle(store, { hub: 'Northshire', naming, urn: 100002, by: 'steward', now: '2026-01-10T09:00:00Z' })
    expect(await loadFile(store, 'a.csv', `${head},Beach High,Seaton,${rest}`)).toMatchObject({ new: 1, problems: [] })
  })
})
