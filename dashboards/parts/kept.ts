import { cardTable } from './card-table.ts'
import { html, type Html } from './html.ts'
import { countText } from './number.ts'

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
function keptText({ period, from }: Pick<KeptLine, 'period' | 'from'>): string {
  if (period === null) return `As long as ${from}`
  const span = 'days' in period ? countText(period.days, 'day') : countText(period.months, 'month')
  return `${span} after ${from}`
}

/** The retention schedule as a table. `now` says of each line what goes now, where that is told. */
export const keptTable = <L extends KeptLine>(lines: readonly L[], now?: (line: L) => string): Html =>
  cardTable(
    'What is kept, for how long and why',
    ['What', 'Kept', 'Why', 'Lawful basis', 'Then', ...(now === undefined ? [] : ['Now'])],
    lines.map((line) => ({
      name: html`<strong>${line.what}</strong>`,
      cells: [keptText(line), line.why, line.basis, line.ending, ...(now === undefined ? [] : [now(line)])],
    })),
  )
