import { wordsOf } from '../../../analytics/evidence/columns.ts'
import type { Evidence } from '../../../analytics/evidence/evidence.ts'
import { academicYearOf } from '../../../analytics/framework/academic-year.ts'
import { dayNumber } from '../../../analytics/framework/day.ts'
import { phases } from '../../../analytics/framework/phase.ts'
import { strands } from '../../../analytics/framework/strand.ts'
import type { Asked } from '../../../analytics/measures/measure.ts'
import { bandsOf, traitNames } from '../prepared/traits.ts'
import type { Found } from '../questions.ts'

/** A row as an engine returns it. */
export type SqlRow = Readonly<Record<string, number>>

/** How one measure is asked in SQL, and how what comes back becomes the measure's own rows and totals. */
export interface Statement {
  readonly text: (asking: Asking) => string
  readonly read: (rows: readonly SqlRow[], asking: Asking) => Found
}

/** What is asked of an engine. Days and codes are written into the text, so that engines plan with them. */
export interface Asking {
  readonly evidence: Evidence
  readonly asked: Asked
  /** Whether the engine scans columns; else it finds rows by key. */
  readonly scans: boolean
  /** Whether it can group in several ways in one scan. */
  readonly hasSets: boolean
  readonly day: number
  readonly year: number
  /** The place of the strand asked about. */
  readonly strand: number
  /** What holds for rows that count. */
  readonly open: string
  /** The same in tables that hold the bands themselves. */
  readonly openBanded: string
}

export function askingOf(evidence: Evidence, asked: Asked, engine: Pick<Asking, 'scans' | 'hasSets'>): Asking {
  const { where } = asked
  const [day, year] = [dayNumber(asked.asOf), academicYearOf(asked.asOf)]
  const open = [`from_day <= ${day} and until_day >= ${day}`]
  if (where.council !== undefined) open.push(`la = ${codeOf(evidence, 'la', where.council)}`)
  if (where.district !== undefined) open.push(`district = ${codeOf(evidence, 'district', where.district)}`)
  if (where.phase !== undefined) open.push(`phase = ${phases.indexOf(where.phase)}`)
  const bands = traitNames.flatMap((trait) => {
    const wanted = trait === 'deprivation' || trait === 'send' ? undefined : where[trait]
    const names: readonly string[] = bandsOf[trait]
    return wanted === undefined ? [] : [`${trait} = ${names.indexOf(wanted)}`]
  })
  const like = `school in (select school from trait where ${[`year = ${year}`, ...open, ...bands].join(' and ')})`
  return {
    evidence,
    asked,
    ...engine,
    day,
    year,
    strand: where.strand === undefined ? 0 : strands.indexOf(where.strand),
    open: [...open, ...(bands.length === 0 ? [] : [like])].join(' and '),
    openBanded: [`year = ${year}`, ...open, ...bands].join(' and '),
  }
}

const codeOf = ({ urns }: Evidence, column: 'la' | 'district', word: string): number =>
  wordsOf(urns, column).indexOf(word)

/** How many rows, as a whole number of the usual size. */
export const count = 'cast(count(*) as integer)'

/** How many rows hold a condition. */
export const countOf = (condition: string): string => `cast(count(*) filter (where ${condition}) as integer)`

/** The sum of a column; nothing of no rows. */
export const sumOf = (column: string): string => `cast(coalesce(sum(${column}), 0) as integer)`

/** The latest audits or awards on the day. */
export const latestAudit = ({ day, open }: Asking): string => `held_on <= ${day} and next_on > ${day} and ${open}`

/** The sum of what the rows that hold a condition stand for. */
export function total(rows: readonly SqlRow[], holds: (row: SqlRow) => boolean = () => true): number {
  let sum = 0
  for (const row of rows) if (holds(row)) sum += row['n']!
  return sum
}
