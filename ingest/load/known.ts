import type { Kysely, Transaction } from 'kysely'
import type { Day } from '../../analytics/framework/day.ts'
import { factKeys, type FactTable, type Tables } from '../../migrations/tables.ts'
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

/** Tables that are few rows a hub, or that schools are looked up in: read whole, whatever the rows are about. */
const standing: ReadonlySet<FactTable> = new Set(['registerSchool', 'registerLink', 'criterion', 'goal', 'boundary'])

/** What rows are looked up by in the register. All its fields of 24,000 schools hold 50 MB more than these. */
const lookedUp = [
  'urn',
  'name',
  'la',
  'laName',
  'establishmentNumber',
  'ukprn',
  'status',
  'phase',
  'openOn',
  'closeOn',
  'town',
  'postcode',
  'district',
  'districtCode',
]

async function readTable(
  trx: Trx,
  hubId: number,
  table: FactTable,
  urns: readonly number[] | null,
  fields: readonly string[] | null = null,
): Promise<ReadonlyMap<string, FactRow>> {
  const all = factsIn(trx).selectFrom(table)
  const current = (fields === null ? all.selectAll() : all.select(fields))
    .where('hubId', '=', hubId)
    .where('untilVersion', 'is', null)
  const isPart = urns !== null && !standing.has(table)
  const rows = await (isPart ? current.where('urn', 'in', urns) : current).execute()
  return new Map(rows.map((row) => [factKey(table, row), row]))
}

const noFacts: ReadonlyMap<string, FactRow> = new Map()

const nothing = Object.fromEntries(Object.keys(factKeys).map((table) => [table, noFacts])) as unknown as Current

const withMeetings = (known: Omit<Known, 'meetings'>): Known => ({
  ...known,
  meetings: new Set(Array.from(known.current.audit.values(), ({ urn, heldOn }) => meetingKey(urn, heldOn))),
})

/** What sheets are checked against, without the facts of any school. */
export async function readStanding(
  trx: Trx,
  hubId: number,
  { writes, reads }: Pick<Sheet, 'writes' | 'reads'>,
  today: Day,
): Promise<Known> {
  const tables = new Set([...writes, ...reads]).intersection(standing)
  const read: [FactTable, ReadonlyMap<string, FactRow>][] = []
  for (const table of tables) {
    const isOnlyRead = table === 'registerSchool' && !writes.includes(table)
    read.push([table, await readTable(trx, hubId, table, null, isOnlyRead ? lookedUp : null)])
  }
  const current: Current = { ...nothing, ...Object.fromEntries(read) }
  const area = await trx
    .selectFrom('hubArea')
    .select('la')
    .where('hubId', '=', hubId)
    .where('untilVersion', 'is', null)
    .execute()
  const links = [...current.registerLink.values()]
  const schools = schoolsOf([...current.registerSchool.values()], links)
  const former = await readFormerNames(trx, hubId)
  return withMeetings({
    today,
    year: null,
    attribution: null,
    current,
    area: new Set(area.map(({ la }) => la)),
    schools,
    names: nameIndex(schools, () => [...former, ...linkedNames(links, schools)]),
    decisions: await readDecisions(trx, hubId),
    criteria: criteriaOf([...current.criterion.values()]),
    frameworks: new Map(Array.from(current.criterion.values(), (row) => [foldHeading(row.framework), row.framework])),
  })
}

/**
 * Reads the same with the facts of some schools, or of all of them where the URNs are null. A table that has none of
 * the hub's facts is asked once: in one load schools are read before they are written.
 */
export async function knownReader(
  trx: Trx,
  hubId: number,
  { writes, reads }: Pick<Sheet, 'writes' | 'reads'>,
  known: Known,
): Promise<(urns: readonly number[] | null) => Promise<Known>> {
  const tables: FactTable[] = []
  for (const table of new Set([...writes, ...reads]).difference(standing))
    if (await hasFacts(trx, hubId, table)) tables.push(table)
  return async (urns) => {
    const read: [FactTable, ReadonlyMap<string, FactRow>][] = []
    for (const table of tables) read.push([table, await readTable(trx, hubId, table, urns)])
    return withMeetings({ ...known, current: { ...known.current, ...Object.fromEntries(read) } })
  }
}

const hasFacts = async (trx: Trx, hubId: number, table: FactTable): Promise<boolean> =>
  (await factsIn(trx).selectFrom(table).select('urn').where('hubId', '=', hubId).limit(1).execute()).length > 0

/** All that the rows of a sheet are checked against. */
export async function readKnown(trx: Trx, hubId: number, sheet: Sheet, today: Day): Promise<Known> {
  const read = await knownReader(trx, hubId, sheet, await readStanding(trx, hubId, sheet, today))
  return read(null)
}
