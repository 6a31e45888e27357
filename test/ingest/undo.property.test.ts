import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { undo } from '../../ingest/undo.ts'
import type { Store } from '../../migrations/open.ts'
import { factKeys, type FactTable } from '../../migrations/tables.ts'
import { runs } from '../runs.ts'
import { hubWith, loadFile, register, wholeStore } from './story.ts'

const meeting = fc.tuple(fc.constantFrom(100001, 100002, 100008), fc.constantFrom('2024-03-05', '2025-03-05'))
const told = (head: string, cells: fc.Arbitrary<readonly (string | number)[]>): fc.Arbitrary<string> =>
  fc
    .uniqueArray(fc.tuple(meeting, cells), {
      selector: ([[urn, heldOn]]) => `${urn} ${heldOn}`,
      minLength: 1,
      maxLength: 3,
    })
    .map((rows) => [head, ...rows.map(([at, more]) => [...at, ...more].join(','))].join('\n'))
const strand = fc.constantFrom('Co-curricular', 'Curriculum music')

const files = fc.oneof(
  {
    weight: 3,
    arbitrary: told(
      'URN,Meeting date,Strand,Level',
      fc.tuple(strand, fc.constantFrom('Focusing', 'Enhancing', 'Not rated')),
    ),
  },
  told('URN,Meeting date,Award,Award date', fc.tuple(fc.constantFrom('Bronze', 'Silver'), fc.constant('2025-06-01'))),
  told(
    'URN,Meeting date,Month,Returned on,Priority,Achieved',
    fc.tuple(fc.constant(12), fc.constantFrom('', '2026-01-02'), fc.constantFrom(1, 2), fc.constantFrom('', 'Started')),
  ),
  told('URN,Meeting date,Priority,What', fc.tuple(fc.constantFrom(1, 2), fc.constantFrom('Sing', 'Play'))),
  fc
    .tuple(fc.constantFrom('Ash Primary', 'Ash Grove'), fc.boolean())
    .map(
      ([name, isMore]) =>
        register.replace('Ash Primary', name) + (isMore ? '100008,901,2008,Gale Primary,1,1,2,,,\n' : ''),
    ),
)

/** A file to load, or the place among the receipts of one to undo. */
const steps = fc.array(fc.oneof({ weight: 2, arbitrary: files }, fc.nat({ max: 12 })), { minLength: 4, maxLength: 12 })

type Row = Readonly<Record<string, string | number | null>>
const tables = Object.keys(factKeys) as FactTable[]
const keyOf = (table: FactTable, row: Row): string => JSON.stringify([table, ...factKeys[table].map((key) => row[key])])

/** What a store held at a data version: each fact by its key, with the row and receipt it came from. */
async function heldAt(store: Store, version: number): Promise<ReadonlyMap<string, string>> {
  const held = new Map<string, string>()
  for (const table of tables)
    for (const row of (await store.selectFrom(table).selectAll().execute()) as unknown as Row[]) {
      const { fromVersion, untilVersion, past: _past, ...fact } = row
      if (Number(fromVersion) <= version && (untilVersion === null || Number(untilVersion) > version))
        held.set(keyOf(table, row), JSON.stringify(fact))
    }
  return held
}

const version = async (store: Store): Promise<number> =>
  (await store.selectFrom('hub').select('dataVersion').executeTakeFirstOrThrow()).dataVersion

const undoing = (store: Store, receiptId: number) =>
  undo(store, { hub: 'Northshire', receiptId, by: 'steward', now: '2026-01-11T09:00:00Z' })

/** The keys by which two versions of a store differ. */
const changed = (before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): readonly string[] =>
  [...new Set([...before.keys(), ...after.keys()])].filter((key) => before.get(key) !== after.get(key))

/** Facts of a meeting whose meeting is not there, and those of a URN that the register does not have. */
function orphans(held: ReadonlyMap<string, string>): readonly string[] {
  const leaning = new Set<FactTable>(['rating', 'award', 'priority', 'reflection', 'reflectionPriority'])
  return [...held.keys()].filter((key) => {
    const [table, urn, heldOn] = JSON.parse(key) as [FactTable, number, string]
    if (table === 'audit') return !held.has(JSON.stringify(['registerSchool', urn]))
    return leaning.has(table) && !held.has(JSON.stringify(['audit', urn, heldOn]))
  })
}

/** What a store should hold after it is asked to undo a receipt: all as it is, but what that load touched as before it. */
async function undone(store: Store, receipt: { readonly id: number; readonly dataVersion: number }) {
  const [is, was] = [await heldAt(store, await version(store)), await heldAt(store, receipt.dataVersion - 1)]
  const touched = new Set(changed(was, await heldAt(store, receipt.dataVersion)))
  const whole = await wholeStore(store)
  const { refusal } = await undoing(store, receipt.id)
  if (refusal !== null) return { held: is, isDone: false, isUntouched: (await wholeStore(store)) === whole }
  const kept = [...is].filter(([key]) => !touched.has(key))
  const held = new Map([...kept, ...[...was].filter(([key]) => touched.has(key))])
  return { held, isDone: true, isUntouched: false }
}

describe('an undo among any loads and undos', () => {
  it('makes what the load touched what it was before it, leaves all else, and loses no earlier version', async () => {
    const done: boolean[] = []
    await fc.assert(
      fc.asyncProperty(steps, async (steps) => {
        const store = await hubWith()
        const first = await version(store)
        const history = [await heldAt(store, first)]
        for (const step of steps) {
          const receipts = await store.selectFrom('receipt').select(['id', 'dataVersion']).orderBy('id').execute()
          const undo = typeof step === 'string' ? null : await undone(store, receipts[step % receipts.length]!)
          if (typeof step === 'string') await loadFile(store, 'any.csv', step)
          const now = await heldAt(store, await version(store))
          expect(now).toEqual(undo?.held ?? now)
          expect(undo?.isDone).not.toBe(undo?.isUntouched ?? false)
          expect(orphans(now)).toEqual([])
          if (undo !== null) done.push(undo.isDone)
          if ((await version(store)) - first === history.length) history.push(now)
        }
        for (const [at, held] of history.entries()) expect(await heldAt(store, first + at)).toEqual(held)
        await store.destroy()
      }),
      { numRuns: runs(5) },
    )
    expect(new Set(done)).toEqual(new Set([true, false]))
  })

  it('that is refused is done once the receipts it names are undone, newest first', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(files, { minLength: 3, maxLength: 8 }), fc.nat(), async (files, which) => {
        const store = await hubWith()
        for (const file of files) await loadFile(store, 'any.csv', file)
        const receipts = await store.selectFrom('receipt').select(['id', 'dataVersion']).orderBy('id').execute()
        const { id, dataVersion } = receipts[which % receipts.length]!
        const asked = [id]
        for (let tries = 0; asked.length > 0; tries++) {
          expect(tries).toBeLessThan(100)
          const { undoFirst } = await undoing(store, asked.at(-1) ?? 0)
          const [next] = undoFirst
          if (next === undefined) asked.pop()
          else asked.push(next.receiptId)
        }
        const [was, then, is] = [
          await heldAt(store, dataVersion - 1),
          await heldAt(store, dataVersion),
          await heldAt(store, await version(store)),
        ]
        for (const key of changed(was, then)) expect(is.get(key)).toBe(was.get(key))
        await store.destroy()
      }),
      { numRuns: runs(4) },
    )
  })
})
