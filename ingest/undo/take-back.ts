import { factKeys, type FactTable } from '../../migrations/tables.ts'
import { endedAt } from '../load/ended.ts'
import { factsIn, type Trx } from '../load/known.ts'

/** A data version of a hub that is undone, and the one that the undo makes. */
export interface Undoing {
  readonly hubId: number
  readonly version: number
  readonly newVersion: number
}

/** How many facts of a table an undo takes out, and how many it gives back as they were before. */
export interface TakenBack {
  readonly takenOut: number
  readonly givenBack: number
}

/** The facts of a table that a version brought, corrected or closed, one row a key and what became of it. */
const touched = (trx: Trx, { hubId, version }: Undoing, table: FactTable) =>
  factsIn(trx)
    .selectFrom(`${table} as touched`)
    .where('touched.hubId', '=', hubId)
    .where((eb) => eb.or([eb('touched.fromVersion', '=', version), eb('touched.untilVersion', '=', version)]))

/** The data versions after the one to undo that changed facts which it touched. */
export async function laterVersions(trx: Trx, undoing: Undoing, table: FactTable): Promise<readonly number[]> {
  const { hubId, version } = undoing
  const rows = await touched(trx, undoing, table)
    .innerJoin(`${table} as later`, (join) =>
      factKeys[table].reduce((on, field) => on.onRef(`later.${field}`, '=', `touched.${field}`), join),
    )
    .where('later.hubId', '=', hubId)
    .where((eb) => eb.or([eb('later.fromVersion', '>', version), eb('later.untilVersion', '>', version)]))
    .select(['later.fromVersion', 'later.untilVersion'])
    .distinct()
    .execute()
  const versions = rows.flatMap(({ fromVersion, untilVersion }) => [Number(fromVersion), Number(untilVersion ?? 0)])
  return [...new Set(versions)].filter((each) => each > version)
}

/** Closes what stands now of the facts that the version touched. */
async function takeOut(trx: Trx, undoing: Undoing, table: FactTable): Promise<number> {
  const { numUpdatedRows } = await factsIn(trx)
    .updateTable(table)
    .set(endedAt(table, undoing.newVersion))
    .where('hubId', '=', undoing.hubId)
    .where('untilVersion', 'is', null)
    .where((eb) =>
      eb.exists(
        factKeys[table].reduce(
          (query, field) => query.whereRef(`touched.${field}`, '=', `${table}.${field}`),
          touched(trx, undoing, table).select('touched.hubId'),
        ),
      ),
    )
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}

/** Between which versions a fact holds: that is told anew of one that is given back. */
const ends: ReadonlySet<string> = new Set(['fromVersion', 'untilVersion', 'past'])

/** Adds again, from the row and receipt they first came from, the facts that the version closed. */
async function giveBack(trx: Trx, { hubId, version, newVersion }: Undoing, table: FactTable): Promise<number> {
  const closed = factsIn(trx).selectFrom(table).where('hubId', '=', hubId).where('untilVersion', '=', version)
  const [sample] = await closed.selectAll().limit(1).execute()
  if (sample === undefined) return 0
  const kept = Object.keys(sample).filter((field) => !ends.has(field))
  const { numInsertedOrUpdatedRows } = await factsIn(trx)
    .insertInto(table)
    .columns([...kept, 'fromVersion'])
    .expression(
      closed.select((eb) => [...kept.map((field) => eb.ref(field).as(field)), eb.val(newVersion).as('fromVersion')]),
    )
    .executeTakeFirstOrThrow()
  return Number(numInsertedOrUpdatedRows)
}

/** Makes the facts of a table that a version touched what they were before it. Nothing later may have changed them. */
export async function takeBack(trx: Trx, undoing: Undoing, table: FactTable): Promise<TakenBack> {
  const takenOut = await takeOut(trx, undoing, table)
  return { takenOut, givenBack: await giveBack(trx, undoing, table) }
}
