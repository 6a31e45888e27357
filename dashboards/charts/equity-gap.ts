import type { Disclosed, DisclosedRow } from '../../analytics/disclosure/disclose.ts'
import { isMark } from '../../analytics/framework/mark.ts'
import type { EquityGapRow, EquityGapTotals } from '../../analytics/measures/equity-gap.ts'
import { countText, figureText, percentText, pointsText } from '../parts/number.ts'
import { chartAs, nothingToShow, type Chart } from './chart.ts'
import { below, type Layout } from './drawing.ts'
import { keyOf } from './key.ts'
import { closeSpansOf, spanStyles, type Span } from './spans.ts'
import type { Canvas } from './theme.ts'
import { wrapped } from './wrapped.ts'
import { noSchools, tooFewToSay } from './wording.ts'

type Answer = Disclosed<EquityGapRow, EquityGapTotals>
type Row = DisclosedRow<EquityGapRow>

/**
 * For each characteristic, each band's difference from the band that all are compared with, on its interval, with a line
 * where there is none.
 */
export function equityGapChart(answer: Answer): Chart {
  const compared = answer.rows.filter((row) => row.comparedWith !== 'not compared')
  const description = compared.map((row) => `${titleOf(row)}: ${noteOf(answer, row)}.`)
  const entries = [
    { label: 'Difference in percentage points', style: spanStyles.figure },
    { label: '95% interval', style: spanStyles.range },
    { label: 'No difference', style: spanStyles.line },
  ]
  return chartAs(
    answer,
    findingOf(answer, compared),
    description.join(' ') || 'There is nothing to compare.',
    (canvas) =>
      compared.length === 0
        ? nothingToShow(canvas)
        : below(keyOf(canvas, entries), ...panelsOf(canvas, answer, compared)),
  )
}

/** A panel for each characteristic, below what its bands are compared with; all on one scale. */
function panelsOf(canvas: Canvas, answer: Answer, compared: readonly Row[]): readonly Layout[] {
  const { text: size, width } = canvas
  const all = compared.map((row) => spanOf(answer, row))
  return [...Map.groupBy(compared, ({ characteristic }) => characteristic).values()].flatMap((rows) => {
    const other = rows[0] && otherOf(answer, rows[0])
    const heading = wrapped(
      `${rows[0]?.characteristic}, compared with ${rows[0]?.comparedWith}, ${other === undefined ? 'no schools' : shareOf(other)}`,
      width,
      size,
    )
    return [
      {
        boxes: [],
        words: heading.map((text, at) => ({ x: 0, y: (size + 5) * (at + 0.5) + 6, text, size, bold: true as const })),
        height: (size + 5) * heading.length + 14,
      },
      closeSpansOf(
        canvas,
        [-100, 100],
        rows.map((row) => spanOf(answer, row)),
        all,
      ),
    ]
  })
}

const spanOf = (answer: Answer, row: Row): Span => ({
  title: row.band,
  figure: row.difference,
  from: row.lower,
  to: row.upper,
  line: isMark(row.difference) ? 'z' : 0,
  note: `${shareOf(row)}, ${isMark(row.difference) ? 'not shown' : pointsText(row.difference)}`,
  says: `${titleOf(row)}: ${noteOf(answer, row)}`,
})

const titleOf = ({ characteristic, band, comparedWith }: Row): string =>
  `${characteristic}: ${band}, compared with ${comparedWith}`

const shareOf = ({ share, atOrAbove, n }: Row): string =>
  `${percentText(share)} (${figureText(atOrAbove)} of ${figureText(n)})`

/** The row of the band that a row is compared with. */
const otherOf = ({ rows }: Answer, row: Row): Row | undefined =>
  rows.find(({ characteristic, band }) => characteristic === row.characteristic && band === row.comparedWith)

function noteOf(answer: Answer, row: Row): string {
  const other = otherOf(answer, row)
  const shares = `${shareOf(row)} against ${other === undefined ? 'no schools' : shareOf(other)}`
  return isMark(row.difference)
    ? `${shares} · no difference is shown`
    : `${shares} · ${pointsText(row.difference)} points · 95% interval ${pointsText(row.lower)} to ${pointsText(row.upper)}`
}

/** How many differences are clear: their intervals leave out that there is none. */
function findingOf(answer: Answer, compared: readonly Row[]): string {
  const { population, totals } = answer
  if (population === 0) return noSchools(answer)
  if (isMark(totals.n)) return tooFewToSay(answer)
  if (totals.n === 0) return 'No school has been rated in this strand yet'
  const shown = compared.filter(({ difference }) => !isMark(difference))
  if (shown.length === 0) return 'There are no two kinds of school to compare'
  const clear = shown.filter(({ lower, upper }) => Number(lower) > 0 || Number(upper) < 0)
  const differences = countText(shown.length, 'difference')
  return clear.length === 0
    ? `None of ${differences} between kinds of school is clear`
    : `${figureText(clear.length)} of ${differences} between kinds of school ${clear.length === 1 ? 'is' : 'are'} clear`
}
