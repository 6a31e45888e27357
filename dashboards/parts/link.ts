import type { Day } from '../../analytics/framework/day.ts'
import type { Where } from '../../analytics/measures/measure.ts'

/** What a page or file shows, as far as its address says it. */
export interface Shown {
  readonly asOf?: Day
  readonly where?: Where
  /** Further parts of the query, such as a search and a page's number. */
  readonly and?: Readonly<Record<string, string | number | undefined>>
}

/** The address at which a page or file shows this; blanks are left out. */
export function hrefOf(path: string, { asOf, where, and }: Shown): string {
  const query = new URLSearchParams()
  const parts: Readonly<Record<string, string | number | undefined>> = { ...where, asOf, ...and }
  for (const [name, value] of Object.entries(parts))
    if (value !== undefined && value !== '') query.append(name, String(value))
  return query.size === 0 ? path : `${path}?${query.toString()}`
}
