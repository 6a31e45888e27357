import type { Disclosed } from '../../analytics/disclosure/disclose.ts'
import { isSum, rowName } from '../../analytics/measures/members-of.ts'
import type { Column } from '../../analytics/measures/measure.ts'
import { html, type Html } from './html.ts'
import { hrefOf } from './link.ts'
import type { Value } from './value.ts'

/** The address of where a figure comes from, now or at a data version; its row is named by `rowName`, or is `totals`. */
export const lineageHref = (
  { measure, asOf, during, where }: Disclosed<object, object>,
  row: string,
  column: string,
  more: { readonly page?: number; readonly version?: number | undefined } = {},
): string =>
  hrefOf(`/measures/${measure}/lineage`, { asOf, where, and: { during: during ?? undefined, row, column, ...more } })

/** Whether counts lead to where they come from: as it is known now, or as it was at a data version. */
export type Traced = true | { readonly version: number }

/** A figure's text as the link to where it comes from; plain text where it is none, no sum over schools, or not traced. */
export function lineageLink(
  answer: Disclosed<object, object>,
  row: object | 'totals',
  column: Column,
  [value, text]: readonly [Value | undefined, string],
  traced: Traced | undefined,
): Html | string {
  if (traced === undefined || !isSum(column) || typeof value !== 'number' || value === 0) return text
  const named = row === 'totals' ? row : rowName(answer.columns, row)
  const at = traced === true ? {} : traced
  return html`<a class="govuk-link" href="${lineageHref(answer, named, column.key, at)}">${text}</a>`
}
