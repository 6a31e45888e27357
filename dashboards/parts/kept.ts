import { html, type Html } from './html.ts'
import { countText } from './number.ts'
import { wideTable } from './wide-table.ts'

/** One line of the retention schedule, as people read it. */
export interface KeptLine {
  readonly what: string
  /** How long after the day; null for as long as the record it is kept with. */
  readonly period: { readonly days: number } | { readonly months: number } | null
  readonly from: string
  readonly why: string
  readonly basis: string
  readonly ending: string
}

/** How long something is kept: `28 days after consent was withdrawn`, `As long as the hub’s records`. */
export function keptText({ period, from }: Pick<KeptLine, 'period' | 'from'>): string {
  if (period === null) return `As long as ${from}`
  const span = 'days' in period ? countText(period.days, 'day') : countText(period.months, 'month')
  return `${span} after ${from}`
}

/** The retention schedule as a table. */
export const keptTable = (lines: readonly KeptLine[]): Html =>
  wideTable(
    'What is kept, for how long and why',
    ['What', 'Kept', 'Why', 'Lawful basis', 'Then'],
    lines.map(
      (line) =>
        html`<tr class="govuk-table__row">
          <th class="govuk-table__header kept__what" scope="row">${line.what}</th>
          <td class="govuk-table__cell">${keptText(line)}</td>
          <td class="govuk-table__cell">${line.why}</td>
          <td class="govuk-table__cell">${line.basis}</td>
          <td class="govuk-table__cell">${line.ending}</td>
        </tr>`,
    ),
  )
