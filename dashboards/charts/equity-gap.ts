import type { Disclosed, DisclosedRow } from '../../analytics/disclosure/disclose.ts'
import { isMark } from '../../analytics/framework/mark.ts'
import type { EquityGapRow, EquityGapTotals } from '../../analytics/measures/equity-gap.ts'
import { countText, figureText, percentText, pointsText } from '../parts/number.ts'
import { chartAs, nothingToShow, type Chart } from './chart.ts'
import { below } from './drawing.ts'
import { keyOf } from './key.ts'
import { spansOf, spanStyles } from './spans.ts'
import { noSchools, tooFewToSay } from './wording.ts'

type Answer = Disclosed<EquityGapRow, EquityGapTotals>
type Row = DisclosedRow<EquityGapRow>

/** Each band's difference from the band it is compared with, on its interval, with a line where there is none. */
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
        : below(
            keyOf(canvas, entries),
            spansOf(
              canvas,
              [-100, 100],
              compared.map((row) => ({
                title: titleOf(row),
                figure: row.difference,
                from: row.lower,
                to: row.upper,
                line: isMark(row.difference) ? 'z' : 0,
                note: noteOf(answer, row),
              })),
            ),
          ),
  )
}

const titleOf = ({ characteristic, band, comparedWith }: Row): string =>
  `${characteristic}: ${band}, compared with ${comparedWith}`

function noteOf({ rows }: Answer, row: Row): string {
  const other = rows.find(
    ({ characteristic, band }) => characteristic === row.characteristic && band === row.comparedWith,
  )
  const share = ({ share, atOrAbove, n }: Pick<Row, 'share' | 'atOrAbove' | 'n'>): string =>
    `${percentText(share)} (${figureText(atOrAbove)} of ${figureText(n)})`
  const shares = `${share(row)} against ${other === undefined ? 'no schools' : share(other)}`
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
