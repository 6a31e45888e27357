import type { FactKind } from '../../analytics/measures/measure.ts'
import type { Figure } from '../../analytics/framework/mark.ts'
import { partsOf, type Parts, type Step } from '../../analytics/returns/change.ts'
import type { Store } from '../../migrations/open.ts'
import { factKeys, type FactTable } from '../../migrations/tables.ts'
import { getHub } from '../queries/hub.ts'
import { isOfSchools, tablesOf } from '../queries/fact-tables.ts'
import { listReceipts } from '../queries/receipt.ts'
import type { ReturnIssue } from '../queries/return-issue.ts'
import { listVersions } from '../queries/source-rows.ts'
import { seeReturn, type ReturnSources } from './seen.ts'

/** A figure of two returns, and why it moved. */
export interface Change {
  readonly indicator: string
  readonly of: string
  /** Null where that return has no such figure. */
  readonly before: Figure | null
  readonly after: Figure | null
  /** Null where one of the two has no such figure, or a mark in its place. */
  readonly parts: Parts | null
}

/** What moved from one return to another, and the loads between them. */
export interface Comparison {
  readonly from: ReturnIssue
  readonly to: ReturnIssue
  readonly changes: readonly Change[]
  readonly loads: readonly {
    readonly dataVersion: number
    readonly receiptId: number
    readonly fileName: string
    readonly undoes: number | null
  }[]
}

/** The earlier of two returns first: by academic year, then by data version, then by issue. */
const inOrder = (a: ReturnIssue, b: ReturnIssue): number =>
  a.academicYear - b.academicYear || a.dataVersion - b.dataVersion || a.issue - b.issue

/** Why each figure of one return is not that of another; of two, the earlier comes first. */
export async function compareReturns(
  sources: ReturnSources,
  one: ReturnIssue,
  other: ReturnIssue,
): Promise<Comparison> {
  const [from, to] = [one, other].toSorted(inOrder) as [ReturnIssue, ReturnIssue]
  const { store } = sources
  const [earlier, later] = [await seeReturn(sources, from), await seeReturn(sources, to)]
  const steps = await stepsBetween(sources, from, to)
  const keyOf = ({ indicator, of }: { readonly indicator: string; readonly of: string }) => `${indicator}\n${of}`
  const was = new Map(earlier.figures.map((figure) => [keyOf(figure), figure]))
  const is = new Map(later.figures.map((figure) => [keyOf(figure), figure]))
  const keys = new Set([...is.keys(), ...was.keys()])
  const changes = [...keys].map((key): Change => {
    const [before, after] = [was.get(key)?.number ?? null, is.get(key)?.number ?? null]
    const [indicator = '', of = ''] = key.split('\n')
    const counted = to.body.indicators.find(({ id }) => id === indicator)?.numerator
    const known = { indicator, of, before, after }
    if (counted === undefined || before === null || after === null) return { ...known, parts: null }
    const years = [from.academicYear, to.academicYear] as const
    const between = { before, after, counted, of, audience: to.body.audience, years }
    return { ...known, parts: partsOf({ ...between, first: earlier.evidence, steps }) }
  })
  const loads = (await listReceipts(store, from.hubId)).flatMap(({ dataVersion, id, fileName, undoes }) =>
    dataVersion > from.dataVersion && dataVersion <= to.dataVersion
      ? [{ dataVersion, receiptId: id, fileName, undoes }]
      : [],
  )
  return { from, to, changes, loads: loads.toReversed() }
}

/** The evidence after each load between two returns, with the schools that it corrected. Of a later year first, there are none. */
async function stepsBetween(
  { store, evidenceOf }: ReturnSources,
  { hubId, dataVersion: since }: ReturnIssue,
  { dataVersion: until }: ReturnIssue,
): Promise<readonly Step[]> {
  const tables = Object.keys(factKeys) as FactTable[]
  const [low, high] = [Math.min(since, until), Math.max(since, until)]
  const versions = (await listVersions(store, hubId, tables)).filter((version) => version > low && version <= high)
  const hub = await getHub(store, hubId)
  const receipts = await listReceipts(store, hubId)
  // What was taken back between the two counts as what it had brought, so that it is as if it had never been.
  const sourceOf = (version: number): number => {
    const undone = receipts.find(({ dataVersion }) => dataVersion === version)?.undoes
    const taken = receipts.find(({ id }) => id === undone)?.dataVersion ?? 0
    return taken > low && taken <= high ? taken : version
  }
  const steps: Step[] = []
  for (const version of since <= until ? versions.toReversed() : versions) {
    const corrected = new Map<FactTable, ReadonlySet<number>>()
    const touched = new Set<FactTable>()
    for (const table of tables) {
      if (await isTouched(store, hubId, table, version)) touched.add(table)
      if (isOfSchools(table)) corrected.set(table, await listCorrected(store, hubId, table, sourceOf(version)))
    }
    steps.push({
      evidence: await evidenceOf(hub, since <= until ? version : version - 1),
      touches: (from: readonly FactKind[]) =>
        from.flatMap((kind) => tablesOf[kind]).some((table) => touched.has(table)),
      correctedIn: (from: readonly FactKind[]) =>
        new Set(from.flatMap((kind) => tablesOf[kind]).flatMap((table) => [...(corrected.get(table) ?? [])])),
    })
  }
  return steps
}

/** Whether a load brought or ended a fact of a table. */
async function isTouched(store: Store, hubId: number, table: FactTable, version: number): Promise<boolean> {
  const row = await store
    .selectFrom(table as 'rating')
    .select('hubId')
    .where('hubId', '=', hubId)
    .where((eb) => eb.or([eb('fromVersion', '=', version), eb('untilVersion', '=', version)]))
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** The URNs of which a load superseded or took back a fact. */
async function listCorrected(
  store: Store,
  hubId: number,
  table: FactTable,
  version: number,
): Promise<ReadonlySet<number>> {
  const rows = await store
    .selectFrom(table as 'rating')
    .select('urn')
    .distinct()
    .where('hubId', '=', hubId)
    .where('untilVersion', '=', version)
    .execute()
  return new Set(rows.map(({ urn }) => urn))
}
