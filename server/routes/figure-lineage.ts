import type { FastifyRequest } from 'fastify'
import { discloseSchools } from '../../analytics/disclosure/disclose-schools.ts'
import { disclose, type Disclosed } from '../../analytics/disclosure/disclose.ts'
import type { Evidence } from '../../analytics/evidence/evidence.ts'
import { ask } from '../../analytics/measures/ask.ts'
import { isSum, rowName, type Place } from '../../analytics/measures/members-of.ts'
import type { Asked, FactKind, Measure } from '../../analytics/measures/measure.ts'
import { schoolsCounted } from '../../analytics/measures/schools-counted.ts'
import { schoolsTraced, type Lineage, type ReceiptNamed, type Source } from '../../dashboards/pages/lineage-view.ts'
import type { Value } from '../../dashboards/parts/value.ts'
import type { Scoped } from '../access/scoped.ts'
import { checkAsked, type AskedText } from '../asked.ts'
import type { Context } from '../context.ts'
import { Mistake } from '../mistake.ts'
import { isOfSchools, tablesOf } from '../queries/fact-tables.ts'
import type { Receipt } from '../queries/receipt.ts'
import type { SourceRow } from '../queries/source-rows.ts'
import { factWords } from '../wrapping/fact-words.ts'
import { evidenceAsked, measureFor } from './ask.ts'
import { withNeeded } from './needed.ts'

/** Which figure is asked about, as text: a measure asked as ever, and the place of one figure in its answer. */
export interface FigureText extends AskedText {
  readonly row?: string | undefined
  readonly column: string
  readonly page?: number | undefined
  /** The data version at which it is told. */
  readonly version?: number | undefined
}

/** Where a figure comes from: the schools it counts, the rows behind them, and the loads that moved it. */
export async function lineageOf(request: FastifyRequest, context: Context, id: string, text: FigureText) {
  const measure = measureFor(request, id)
  const { door, evidence, asked } = await evidenceAsked(request, context, withNeeded(measure, text), text.version)
  checkAsked(measure, asked)
  const place: Place = { row: text.row ?? '', column: text.column }
  const answer = disclose(ask(measure, evidence, asked), door.audience)
  const figure = figureIn(answer, place)
  const column = columnOf(answer, place)
  if (column === undefined || figure === null) throw new Mistake('there is no such figure: follow a link to one', 404)
  const schools = isSum(column) ? discloseSchools(schoolsCounted(measure, evidence, asked, place), door.audience) : []
  const page = Math.min(Math.max(text.page ?? 1, 1), Math.max(1, Math.ceil(schools.length / schoolsTraced)))
  const shown = schools.slice((page - 1) * schoolsTraced, page * schoolsTraced)
  const receipts = receiptsBy(await door.receipts())
  const told = { ...place, column, figure, isSum: isSum(column), found: schools.length, page }
  const lineage: Lineage = {
    answer,
    version: text.version,
    ...told,
    schools: await traced(door, { measure, asked, evidence, shown, receipts }),
    hubSources: isSum(column) ? await hubSources(door, { measure, evidence, place, receipts }) : [],
    ...(await movesOf(door, { measure, asked, place, receipts })),
  }
  return { evidence, asked, measure, lineage }
}

const columnOf = ({ columns, totalColumns }: Disclosed<object, object>, { row, column }: Place) =>
  (row === 'totals' ? totalColumns : columns).find(({ key }) => key === column)

/** The figure at a place of an answer; null where it has none there. */
function figureIn(answer: Disclosed<object, object>, place: Place): Value | null {
  const rows = answer.rows.map((row) => ({ row, name: rowName(answer.columns, row) }))
  const row = place.row === 'totals' ? answer.totals : rows.find(({ name }) => name === place.row)?.row
  return row === undefined ? null : ((Reflect.get(row, place.column) as Value | undefined) ?? null)
}

interface Receipts {
  readonly byId: ReadonlyMap<number, ReceiptNamed>
  readonly byVersion: ReadonlyMap<number, ReceiptNamed>
}

function receiptsBy(receipts: readonly Receipt[]): Receipts {
  const named = receipts.map(({ id, fileName, loadedAt, loadedBy, undoes, dataVersion }) => ({
    dataVersion,
    receipt: { receiptId: id, file: fileName, loadedAt, loadedBy, undoes },
  }))
  return {
    byId: new Map(named.map(({ receipt }) => [receipt.receiptId, receipt])),
    byVersion: new Map(named.map(({ dataVersion, receipt }) => [dataVersion, receipt])),
  }
}

/**
 * Versions of facts as they are told, with the receipts that brought them and that ended them. Rows of one file that
 * tell the same in words, as all of a data form do, are one source: the first of them.
 */
function sourcesOf(rows: readonly SourceRow[], { byId, byVersion }: Receipts): readonly Source[] {
  const alike = Map.groupBy(rows, (row) =>
    JSON.stringify([factWords(row), row.receiptId, row.fromVersion, row.untilVersion]),
  )
  return [...alike.values()].flatMap((same): readonly Source[] => {
    const [first] = same.toSorted((a, b) => a.row - b.row)
    const receipt = byId.get(first?.receiptId ?? 0)
    if (first === undefined || receipt === undefined) return []
    const { table, sheet, row, fromVersion, untilVersion } = first
    const until = untilVersion === null ? null : (byVersion.get(untilVersion) ?? null)
    return [
      { table, fact: factWords(first), ...receipt, sheet, row, rows: same.length, fromVersion, untilVersion, until },
    ]
  })
}

interface Tracing {
  readonly measure: Measure<object, object>
  readonly evidence: Evidence
  readonly receipts: Receipts
}

/** What of a school's years a figure of some schools only rests on: the characteristics they were chosen by. */
const characteristicsAsked = ({ where }: Asked): readonly FactKind[] => [
  ...(where.fsm === undefined ? [] : (['schoolFsm'] as const)),
  ...([where.size, where.rural, where.deprivation].every((band) => band === undefined)
    ? []
    : (['schoolYears'] as const)),
]

/** Some schools of a figure, each with every version of what the measure rests on up to the day asked for. */
async function traced(
  door: Scoped,
  {
    measure,
    evidence,
    asked,
    shown,
    receipts,
  }: Tracing & {
    readonly asked: Asked
    readonly shown: ReturnType<typeof schoolsCounted>
  },
) {
  const rows = await door.sourceRows({
    tables: [...measure.from, ...characteristicsAsked(asked)].flatMap((kind) => tablesOf[kind]).filter(isOfSchools),
    urns: shown.flatMap(({ urns }) => urns),
    version: evidence.dataVersion,
  })
  const known = rows.filter(({ says }) => String(says['heldOn'] ?? '') <= asked.asOf)
  const byUrn = Map.groupBy(known, ({ says }) => Number(says['urn']))
  return shown.map(({ urn, name, figure, urns }) => ({
    urn,
    name,
    figure,
    sources: sourcesOf(
      urns.flatMap((each) => byUrn.get(each) ?? []),
      receipts,
    ),
  }))
}

/** The frameworks and goals that a figure rests on: a line a framework and receipt, and only the goal of its row. */
async function hubSources(
  door: Scoped,
  { measure, evidence, place, receipts }: Tracing & { readonly place: Place },
): Promise<readonly Source[]> {
  const tables = measure.from.flatMap((kind) => tablesOf[kind]).filter((table) => !isOfSchools(table))
  const rows = await door.sourceRows({ tables, urns: [], version: evidence.dataVersion })
  return sourcesOf(
    rows.filter(({ table, says }) => table !== 'goal' || says['goal'] === place.row),
    receipts,
  )
}

/** The loads that moved a figure, each with its receipt. */
async function movesOf(
  door: Scoped,
  { measure, asked, place, receipts }: Omit<Tracing, 'evidence'> & { readonly asked: Asked; readonly place: Place },
) {
  const { moves, ...counts } = await door.figureMoves(measure, async (version) =>
    figureIn(disclose(ask(measure, await door.evidence(version), asked), door.audience), place),
  )
  return {
    ...counts,
    moves: moves.flatMap((move) => {
      const receipt = receipts.byVersion.get(move.dataVersion)
      return receipt === undefined ? [] : [{ ...move, ...receipt }]
    }),
  }
}
