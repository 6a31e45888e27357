import type { Kysely, Transaction } from 'kysely'
import type { Day } from '../../analytics/framework/day.ts'
import type { FactTable, Tables } from '../../migrations/tables.ts'
import { readDecisions } from '../match/decision.ts'
import { readFormerNames } from '../match/former-names.ts'
import { meetingKey } from '../match/match.ts'
import { nameIndex } from '../match/name-index.ts'
import { linkedNames } from '../match/names.ts'
import { schoolsOf } from '../match/schools.ts'
import { foldHeading } from '../recognise/heading.ts'
import { criteriaOf } from '../sheets/criteria-known.ts'
import { factKey, type Cell } from '../sheets/fact.ts'
import type { Current, Known } from '../sheets/known.ts'
import type { Sheet } from '../sheets/sheet.ts'

export type Trx = Transaction<Tables>

type FactRow = Readonly<Record<string, Cell>>

/** The fact tables seen all alike, for what is done to each of them in the same way. */
export const factsIn = (trx: Trx): Kysely<Record<FactTable, Record<string, Cell>>> =>
  trx as unknown as Kysely<Record<FactTable, Record<string, Cell>>>

async function readTable(trx: Trx, hubId: number, table: FactTable): Promise<ReadonlyMap<string, FactRow>> {
  const rows = await factsIn(trx)
    .selectFrom(table)
    .selectAll()
    .where('hubId', '=', hubId)
    .where('untilVersion', 'is', null)
    .execute()
  return new Map(rows.map((row) => [factKey(table, row), row]))
}

/** The facts that a sheet needs, as the store holds them now; the maps of other tables are empty. */
async function readCurrent(trx: Trx, hubId: number, needed: ReadonlySet<FactTable>): Promise<Current> {
  const none: ReadonlyMap<string, FactRow> = new Map()
  const maps: Record<FactTable, ReadonlyMap<string, FactRow>> = {
    registerSchool: none,
    registerLink: none,
    criterion: none,
    audit: none,
    rating: none,
    award: none,
    priority: none,
    reflection: none,
    reflectionPriority: none,
    goal: none,
    criterionRating: none,
    schoolYear: none,
    schoolFsm: none,
    dataFormFigure: none,
  }
  for (const table of needed) maps[table] = await readTable(trx, hubId, table)
  return maps as unknown as Current
}

/** All that the rows of a sheet are checked against, read once. */
export async function readKnown(
  trx: Trx,
  hubId: number,
  { writes, reads }: Pick<Sheet, 'writes' | 'reads'>,
  today: Day,
): Promise<Known> {
  const current = await readCurrent(trx, hubId, new Set([...writes, ...reads]))
  const area = await trx.selectFrom('hubArea').select('la').where('hubId', '=', hubId).execute()
  const links = [...current.registerLink.values()]
  const schools = schoolsOf([...current.registerSchool.values()], links)
  const former = await readFormerNames(trx, hubId)
  return {
    today,
    year: null,
    current,
    area: new Set(area.map(({ la }) => la)),
    schools,
    names: nameIndex(schools, () => [...former, ...linkedNames(links, schools)]),
    decisions: await readDecisions(trx, hubId),
    meetings: new Set(Array.from(current.audit.values(), ({ urn, heldOn }) => meetingKey(urn, heldOn))),
    criteria: criteriaOf([...current.criterion.values()]),
    frameworks: new Map(Array.from(current.criterion.values(), (row) => [foldHeading(row.framework), row.framework])),
  }
}
