import { isSum } from '../../analytics/measures/members-of.ts'
import { traceOf } from '../../analytics/returns/figures.ts'
import type { Counted } from '../../analytics/returns/profile.ts'
import type { Done, FigureLine, ReturnLine } from '../../dashboards/pages/return-view.ts'
import { hrefOf } from '../../dashboards/parts/link.ts'
import type { ReturnIssue } from '../queries/return-issue.ts'
import type { ReturnShown } from '../returns/returns-of.ts'

/** A return in a line. */
export const lineOf = ({ id, body, academicYear, issue, state, dataVersion }: ReturnIssue): ReturnLine => ({
  id,
  title: body.title,
  recipient: body.recipient,
  year: academicYear,
  issue,
  state,
  dataVersion,
})

/** The figures of a return, each with the way to the rows and files behind it at its data version. */
export function figureLines({ issue, evidence, figures }: ReturnShown): readonly FigureLine[] {
  const { body: profile, academicYear: year, dataVersion } = issue
  const hrefTo = (counted: Counted | null | undefined, of: string): string | null => {
    if (counted === null || counted === undefined) return null
    const { measure, asked, place, figure } = traceOf(counted, of, { evidence, year, audience: profile.audience })
    const columns = place?.row === 'totals' ? measure.totalColumns : measure.columns
    const column = columns.find(({ key }) => key === place?.column)
    if (place === null || column === undefined || !isSum(column) || typeof figure !== 'number' || figure === 0)
      return null
    const { asOf, during, where } = asked
    const and = { during, row: place.row, column: place.column, version: dataVersion }
    return hrefOf(`/measures/${measure.id}/lineage`, { asOf, where, and })
  }
  const indicators = new Map(profile.indicators.map((indicator) => [indicator.id, indicator]))
  return figures.map((figure) => {
    const indicator = indicators.get(figure.indicator)
    const isOf = figure.denominator !== 'z'
    return {
      ...figure,
      numberHref: hrefTo(indicator?.numerator, figure.of),
      denominatorHref: isOf ? hrefTo(indicator?.denominator, figure.of) : null,
    }
  })
}

/** What was done to a return, by whom. */
export function historyOf({ issue, nameOf }: ReturnShown): readonly Done[] {
  const { madeAt, madeBy, approvedAt, approvedBy, frozenAt, frozenBy } = issue
  const done = (what: string, at: string | null, by: string | null): readonly Done[] =>
    at === null || by === null ? [] : [{ what, at, by: nameOf(by) }]
  return [
    ...done('Drafted', madeAt, madeBy),
    ...done('Approved', approvedAt, approvedBy),
    ...done('Frozen', frozenAt, frozenBy),
  ]
}
