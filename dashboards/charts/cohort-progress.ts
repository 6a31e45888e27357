import type { Disclosed, DisclosedRow } from '../../analytics/disclosure/disclose.ts'
import { academicYearText } from '../../analytics/framework/academic-year.ts'
import { isMark, type Figure } from '../../analytics/framework/mark.ts'
import type { CohortProgressRow, CohortProgressTotals } from '../../analytics/measures/cohort-progress.ts'
import { percentOf } from '../../analytics/measures/percent.ts'
import { countText, figureText, percentText } from '../parts/number.ts'
import { chartAs, nothingToShow, type Chart } from './chart.ts'
import { below, type Box, type Layout, type Words } from './drawing.ts'
import { keyOf } from './key.ts'
import { absent, palePaint, quietInk, track, type Canvas, type Style } from './theme.ts'
import { enoughToCompare, noSchools, someHave, tooFewToSay } from './wording.ts'

type Answer = Disclosed<CohortProgressRow, CohortProgressTotals>
type Row = DisclosedRow<CohortProgressRow>

/**
 * A grid for each strand: cohorts down, years since the first audit across; in each cell the share of the rated schools
 * at or above Establishing as a column, written upon it with the number rated.
 */
export function cohortProgressChart(answer: Answer): Chart {
  const strands = [...Map.groupBy(answer.rows, ({ strand }) => strand)]
  const description = strands.flatMap(([strand, rows]) =>
    cohortsOf(rows).map(
      (cohort) => `${strand}, ${nameOf(cohort[0])}: ${cohort.flatMap(latestInWords).at(-1) ?? 'nothing yet'}.`,
    ),
  )
  return chartAs(answer, findingOf(answer), description.join(' ') || 'No school has been audited.', (canvas) =>
    strands.length === 0
      ? nothingToShow(canvas)
      : below(meanings(canvas), ...strands.map(([strand, rows]) => gridOf(canvas, strand, rows))),
  )
}

const cohortsOf = (rows: readonly Row[]): readonly (readonly Row[])[] => [
  ...Map.groupBy(rows, ({ cohort }) => cohort).values(),
]

const yearText = (year: Figure): string => (isMark(year) ? figureText(year) : academicYearText(year))

const nameOf = (row: Row | undefined): string => (row === undefined ? '' : `${yearText(row.cohort)} cohort`)

const latestInWords = ({ atOrAboveEstablishing, n, size, yearsSince }: Row): string =>
  `${figureText(atOrAboveEstablishing)} of ${figureText(n)} rated at or above Establishing after ` +
  `${countText(yearsSince, 'year')}, of ${countText(size, 'school')}`

const reached: Style = { ...track, fill: palePaint.up }

const meanings = (canvas: Canvas): Layout =>
  keyOf(canvas, [
    { label: 'At or above Establishing, of those rated', style: reached },
    { label: 'Year not over', style: absent },
  ])

/** The years since that have room: all, or the first and then every second, third and so on. */
function yearsShown(rows: readonly Row[], room: number): readonly number[] {
  const last = Math.max(0, ...rows.map(({ yearsSince }) => (isMark(yearsSince) ? 0 : yearsSince)))
  const step = Math.ceil((last + 1) / Math.max(1, room))
  return Array.from({ length: Math.floor(last / step) + 1 }, (_, at) => at * step)
}

function gridOf(canvas: Canvas, strand: string, rows: readonly Row[]): Layout {
  const { small, text, width } = canvas
  const left = canvas.name === 'wide' ? 160 : 62
  const [least, most, high] = [52, 90, small * 2 + 18]
  const years = yearsShown(rows, Math.floor((width - left) / least))
  const cell = Math.min(most, (width - left) / years.length)
  const top = text + small + 26
  const x = (column: number): number => left + column * cell
  const cohorts = cohortsOf(rows)
  const cells = cohorts.flatMap((cohort, line) =>
    years.flatMap((year, column) =>
      cohort
        .filter(({ yearsSince }) => yearsSince === year)
        .map((row) =>
          cellOf(canvas, row, { x1: x(column) + 2, x2: x(column + 1) - 2, y: top + line * (high + 4), high }),
        ),
    ),
  )
  return {
    boxes: cells.flatMap(({ boxes }) => boxes),
    words: [
      { x: 0, y: text / 2 + 1, text: strand, size: text, bold: true },
      {
        x: 0,
        y: text + small / 2 + 14,
        text: canvas.name === 'wide' ? 'Cohort, years since' : 'Years',
        size: small,
        fill: quietInk,
      },
      ...years.map((year, column): Words => ({
        x: x(column) + cell / 2,
        y: text + small / 2 + 14,
        text: `+${year}`,
        size: small,
        anchor: 'middle',
      })),
      ...cohorts.flatMap((cohort, line) => cohortWords(canvas, cohort[0], top + line * (high + 4) + high / 2)),
      ...cells.flatMap(({ words }) => words),
    ],
    height: top + cohorts.length * (high + 4) + 16,
  }
}

const cohortWords = ({ name, small }: Canvas, row: Row | undefined, y: number): readonly Words[] =>
  row === undefined
    ? []
    : [
        { x: 0, y: y - small * 0.6, text: yearText(row.cohort), size: small, bold: true },
        {
          x: 0,
          y: y + small * 0.7,
          text: name === 'wide' ? countText(row.size, 'school') : `of ${figureText(row.size)}`,
          size: small,
          fill: quietInk,
        },
      ]

interface Place {
  readonly x1: number
  readonly x2: number
  readonly y: number
  readonly high: number
}

function cellOf({ small }: Canvas, row: Row, { x1, x2, y, high }: Place): { boxes: Box[]; words: Words[] } {
  const share = percentOf(row.atOrAboveEstablishing, row.n)
  const column = isMark(share) ? 0 : (share / 100) * (high - 1)
  const at = { x: (x1 + x2) / 2, anchor: 'middle', size: small } as const
  const says = `${row.strand}, ${nameOf(row)}: ${latestInWords(row)}`
  const said = row.n === 0 ? ['none', 'rated'] : [percentText(share), `of ${figureText(row.n)}`]
  return {
    boxes: [
      { x1, x2, y1: y, y2: y + high, style: row.partial ? absent : track, says },
      ...(column > 0
        ? [{ x1: x1 + 1, x2: x2 - 1, y1: y + high - 0.5 - column, y2: y + high - 0.5, style: reached }]
        : []),
    ],
    words: [
      {
        ...at,
        y: y + high / 2 - small * 0.6,
        text: said[0] ?? '',
        ...(row.n === 0 ? { fill: quietInk } : { bold: true }),
      },
      { ...at, y: y + high / 2 + small * 0.7, text: said[1] ?? '' },
    ],
  }
}

/** The earliest cohort large enough to speak of, else the earliest, in the strand in which it stands best now. */
function findingOf(answer: Answer): string {
  const { population, rows, totals } = answer
  if (population === 0) return noSchools(answer)
  if (isMark(totals.audited)) return tooFewToSay(answer)
  const chosen = rows.find(({ size }) => !isMark(size) && size >= enoughToCompare) ?? rows[0]
  if (chosen === undefined) return `${someHave(0, population)} been audited yet`
  const cohort = rows.filter(({ cohort }) => cohort === chosen.cohort)
  const last = cohort.filter(({ yearsSince }) => yearsSince === cohort.at(-1)?.yearsSince)
  const best = last.toSorted((a, b) => shareOf(b) - shareOf(a))[0] ?? chosen
  return (
    `${nameOf(best)}: ${figureText(best.atOrAboveEstablishing)} of ${figureText(best.n)} ` +
    `at Establishing or above in ${best.strand}`
  )
}

function shareOf({ atOrAboveEstablishing, n }: Row): number {
  const share = percentOf(atOrAboveEstablishing, n)
  return isMark(share) ? -1 : share
}
