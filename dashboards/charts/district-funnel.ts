import type { Disclosed, DisclosedRow } from '../../analytics/disclosure/disclose.ts'
import { isMark } from '../../analytics/framework/mark.ts'
import type { DistrictFunnelRow, DistrictFunnelTotals } from '../../analytics/measures/district-funnel.ts'
import { countText, figureText, percentText } from '../parts/number.ts'
import { chartAs, nothingToShow, type Chart } from './chart.ts'
import { below } from './drawing.ts'
import { keyOf } from './key.ts'
import { spansOf, spanStyles } from './spans.ts'
import { noSchools, tooFewToSay } from './wording.ts'

type Answer = Disclosed<DistrictFunnelRow, DistrictFunnelTotals>
type Row = DisclosedRow<DistrictFunnelRow>

/** Each district's share on the range that chance alone would show for so few schools, by name: nobody is ranked. */
export function districtFunnelChart(answer: Answer): Chart {
  const { rows, totals } = answer
  const entries = [
    { label: 'Share at or above Establishing', style: spanStyles.figure },
    { label: 'Chance alone, 99.8 times in 100', style: spanStyles.range },
    { label: 'Share of all', style: spanStyles.line },
  ]
  const spans = rows.map((row) => ({
    title: titleOf(row),
    figure: row.share,
    from: row.lower998,
    to: row.upper998,
    line: totals.centre,
    note: noteOf(row),
  }))
  const description = rows.map((row) => `${titleOf(row)}: ${noteOf(row)}.`)
  return chartAs(answer, findingOf(answer), description.join(' ') || 'There are no districts.', (canvas) =>
    rows.length === 0 ? nothingToShow(canvas) : below(keyOf(canvas, entries), spansOf(canvas, [0, 100], spans)),
  )
}

const titleOf = ({ district, n }: Row): string =>
  `${district === 'Unknown' ? 'District not known' : district}${Number(n) < 10 ? ' (few schools)' : ''}`

const noteOf = ({ share, atOrAbove, n, lower998, upper998, standing }: Row): string =>
  `${percentText(share)}, ${figureText(atOrAbove)} of ${countText(n, 'school')} · chance ${percentText(lower998)} to ${percentText(upper998)} · ${standing}`

function findingOf(answer: Answer): string {
  const { rows, population, totals } = answer
  if (population === 0) return noSchools(answer)
  if (isMark(totals.n)) return tooFewToSay(answer)
  if (totals.n === 0) return 'No school has been rated in this strand yet'
  const told = rows.filter(({ standing }) => standing !== 'too few to say')
  if (told.length === 0) return 'Every district has too few rated schools to say'
  const outside = told.filter(({ standing }) => standing === 'above' || standing === 'below')
  const districts = `${outside.length === 0 ? 'None' : figureText(outside.length)} of ${countText(told.length, 'district')}`
  return `${districts} ${outside.length > 1 ? 'differ' : 'differs'} from all by more than chance`
}
