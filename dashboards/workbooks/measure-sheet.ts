import type { Disclosed } from '../../analytics/disclosure/disclose.ts'
import { academicYearText } from '../../analytics/framework/academic-year.ts'
import { isMark, marks } from '../../analytics/framework/mark.ts'
import type { Column, Unit } from '../../analytics/measures/measure.ts'
import { percentOf } from '../../analytics/measures/percent.ts'
import { figureCell, markCell, wordsCell } from './cell.ts'
import { dayText } from '../parts/day.ts'
import { countText } from '../parts/number.ts'
import { figureIn, isInWords, percentOfShare, valueText, type Value } from '../parts/value.ts'
import type { Cell, ColumnForm, SheetChart, SheetColumn, TableSheet } from './workbook-spec.ts'

/** What a measure's worksheet must be told beside the answer. */
export interface MeasureSheetOptions {
  readonly scope: string
  readonly source: string
  /** Whether counts are also shown as percentages of the population, in further columns. */
  readonly percentages: boolean
  /** Whether the counts of schools in a row add up to the population, which then has a column of its own. */
  readonly adds?: true
  readonly drawn?: Drawn
}

/** How a measure's answer is drawn: what the picture shows, in short and in more words, and a colour for each of some columns. */
export interface Drawn {
  readonly finding: string
  readonly description: string
  readonly colours: Readonly<Record<string, string>>
}

/** A measure's answer as a worksheet: its own columns, and before one that has no words the scope's name. */
export function measureSheet(answer: Disclosed, options: MeasureSheetOptions): TableSheet {
  const { scope, source, percentages, adds, drawn } = options
  const columns = wordsFirst(answer.columns)
  const isNamed = isInWords(answer.columns[0]?.unit ?? 'schools')
  const shares = percentages ? columns.filter(({ unit, known }) => unit === 'schools' && known !== true) : []
  const area: SheetColumn = { label: 'Area', unit: null, note: null, form: 'words' }
  const before = isNamed ? 0 : 1
  const sumOf = columns.flatMap(({ unit }, at) => (unit === 'schools' ? before + at : []))
  const whole: readonly SheetColumn[] =
    adds === true ? [{ label: 'All schools', unit: 'schools', note: null, form: 'count', sumOf }] : []
  return {
    tab: tabOf(answer.measure),
    title: titleOf(answer, scope),
    lines: [...linesOf(answer, percentages), ...totalsOf(answer)],
    source,
    columns: [...(isNamed ? [] : [area]), ...columns.map(columnOf), ...whole, ...shares.map(shareOf)],
    rows: answer.rows.map((row) => [
      ...(isNamed ? [] : [wordsCell(scope)]),
      ...columns.map((column) => cellOf(column, row[column.key] ?? 'x')),
      ...whole.map(() => figureCell(answer.population)),
      ...shares.map(({ key }) => figureCell(percentOf(figureIn(row[key] ?? 'x'), answer.population))),
    ]),
    ...(drawn === undefined ? {} : { chart: chartOf(columns, before, drawn) }),
  }
}

/** Columns of words before those of numbers: words that begin where a number ends read as one with it. */
const wordsFirst = (columns: readonly Column[]): readonly Column[] => [
  ...columns.filter(({ unit }) => isInWords(unit)),
  ...columns.filter(({ unit }) => !isInWords(unit)),
]

/** Bars for the rows, stacked of the columns that have a colour. */
const chartOf = (columns: readonly Column[], before: number, { finding, description, colours }: Drawn): SheetChart => ({
  finding,
  description,
  form: 'stacked bars',
  names: 0,
  axis: 'Number of schools',
  series: columns.flatMap(({ key }, at) => {
    const colour = colours[key]
    return colour === undefined ? [] : { column: before + at, colour }
  }),
})

/** The measure's word as a tab's and table's name: `strand-profile` is `Strand_profile`. */
export const tabOf = (measure: string): string =>
  `${measure.charAt(0).toUpperCase()}${measure.slice(1).replaceAll('-', '_')}`

/** The measure's title, with the award it is about, and its place and time. */
export function titleOf(
  { asOf, during, title, where }: Pick<Disclosed, 'asOf' | 'during' | 'title' | 'where'>,
  scope: string,
): string {
  const time = during === null ? `as at ${dayText(asOf)}` : `academic year ${academicYearText(during)}`
  return `${where.award === undefined ? title : `${title}, ${where.award}`}: ${scope}, ${time}`
}

/** The question, out of how many schools it is answered, and what the measure wants noted, a sentence each. */
export const linesOf = (
  answer: Pick<Disclosed, 'question' | 'population' | 'notes'>,
  percentages: boolean,
): string[] => [
  answer.question,
  `The population is ${countText(answer.population, 'school')}.${percentages ? ' Percentages are of the population, to one decimal place.' : ''}`,
  ...answer.notes.flatMap((note) => asInTable(note).split(/(?<=[.!?]) (?=\p{Lu})/u)),
]

/** The totals, a line each. */
const totalsOf = ({ totalColumns, totals }: Disclosed): string[] =>
  totalColumns.map(({ key, label, note, unit }) => {
    const value = totals[key] ?? 'x'
    const counted = isMark(value) ? marks[value] : `${valueText(unit, value)}${unit === 'days' ? ' days' : ''}`
    return `${label}: ${counted}${note === undefined ? '' : ` (${note})`}.`
  })

/** A sentence with the marks it speaks of written as the table writes them: `(c)` is `[c]`. */
const asInTable = (sentence: string): string =>
  sentence.replaceAll(/\((\w+)\)/g, (said, mark: string) => (isMark(mark) ? `[${mark}]` : said))

/** The sentence of a note, beginning with what it explains. */
const noteOf = (label: string, note: string): string => `${label}: ${note}.`

/** The measure's column as a worksheet's. */
export const columnOf = ({ label, unit, note }: Column): SheetColumn => ({
  label,
  unit: isInWords(unit) ? null : formOf(unit) === 'percent' ? '%' : unit,
  note: note === undefined ? null : noteOf(label, note),
  form: formOf(unit),
})

function formOf(unit: Unit): ColumnForm {
  if (isInWords(unit)) return 'words'
  return unit === 'percent' || unit === 'share' ? 'percent' : 'count'
}

const shareOf = (column: Column): SheetColumn => ({ ...columnOf(column), unit: '% of population', form: 'percent' })

/** One value of the answer as a cell. */
export function cellOf({ unit, follows }: Column, value: Value): Cell {
  if (unit === 'words' && follows !== true) return wordsCell(String(value))
  if (isMark(value)) return markCell(value)
  if (isInWords(unit)) return wordsCell(valueText(unit, value))
  const figure = figureIn(value)
  return figureCell(unit === 'share' ? percentOfShare(figure) : figure)
}
