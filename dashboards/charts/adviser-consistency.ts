import type { Disclosed, DisclosedRow } from '../../analytics/disclosure/disclose.ts'
import type { AdviserConsistencyRow, AdviserConsistencyTotals } from '../../analytics/measures/adviser-consistency.ts'
import { countText, figureText, percentText } from '../parts/number.ts'
import { chartAs, nothingToShow, type Chart } from './chart.ts'
import { below } from './drawing.ts'
import { keyOf } from './key.ts'
import { spansOf, spanStyles } from './spans.ts'
import { noSchools } from './wording.ts'

type Answer = Disclosed<AdviserConsistencyRow, AdviserConsistencyTotals>
type Row = DisclosedRow<AdviserConsistencyRow>

/** Each adviser's share on its interval, with a line where all advisers together would be in such schools. */
export function adviserConsistencyChart(answer: Answer): Chart {
  const { rows } = answer
  const entries = [
    { label: 'Share at or above Establishing', style: spanStyles.figure },
    { label: '95% interval', style: spanStyles.range },
    { label: 'Expected', style: spanStyles.line },
  ]
  const spans = rows.map((row) => ({
    title: titleOf(row),
    figure: row.share,
    from: row.lower,
    to: row.upper,
    line: row.expected,
    note: noteOf(row),
  }))
  const description = rows.map((row) => `${titleOf(row)}: ${noteOf(row)}.`)
  return chartAs(answer, findingOf(answer), description.join(' ') || 'There are no audits.', (canvas) =>
    rows.length === 0 ? nothingToShow(canvas) : below(keyOf(canvas, entries), spansOf(canvas, [0, 100], spans)),
  )
}

const titleOf = ({ adviser }: Row): string => (adviser === 'Unknown' ? 'Adviser not named' : adviser)

const noteOf = ({ share, atOrAbove, n, expected, standing }: Row): string =>
  `${percentText(share)}, ${figureText(atOrAbove)} of ${countText(n, 'audit')} · expected ${percentText(expected)} · ${standing}`

function findingOf(answer: Answer): string {
  const { rows, population, totals } = answer
  if (population === 0) return noSchools(answer)
  if (totals.audits === 0) return 'No audit has rated this strand yet'
  const told = rows.filter(({ standing }) => standing !== 'too few to say')
  if (told.length === 0) return 'No adviser has enough audits yet to say'
  const apart = told.filter(({ standing }) => standing === 'higher' || standing === 'lower')
  const advisers = `${apart.length === 0 ? 'None' : figureText(apart.length)} of ${countText(told.length, 'adviser')}`
  return `${advisers} ${apart.length > 1 ? 'rate' : 'rates'} higher or lower than expected`
}
