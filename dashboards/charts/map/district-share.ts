import type { Disclosed } from '../../../analytics/disclosure/disclose.ts'
import type { Figure } from '../../../analytics/framework/mark.ts'
import type { CoverageRow } from '../../../analytics/measures/coverage.ts'
import type {
  DistrictFunnelRow,
  DistrictFunnelTotals,
  FunnelStanding,
} from '../../../analytics/measures/district-funnel.ts'
import { percentOf } from '../../../analytics/measures/percent.ts'

/** What a map of districts can show (`show` in the address). */
export const districtShows = {
  establishing: { choice: 'At or above Establishing', of: 'Rated schools', count: 'At or above Establishing' },
  audited: { choice: 'Audited', of: 'Schools', count: 'Audited' },
  engaged: { choice: 'Engaged', of: 'Schools', count: 'Engaged' },
} as const
export type DistrictShow = keyof typeof districtShows

/** How a map of districts can be drawn (`map` in the address). */
export const districtForms = { map: 'Map', hexes: 'Hexagons' } as const
export type DistrictForm = keyof typeof districtForms

/** The share of a district's schools that a map shows, as it was disclosed. */
export interface DistrictShare {
  readonly district: string
  readonly of: Figure
  readonly count: Figure
  readonly share: Figure
  /** Where it stands against chance; null where that is not asked. */
  readonly standing: FunnelStanding | null
}

/** The shares of a strand: those of the funnel, to the letter. */
export const sharesOfFunnel = ({
  rows,
}: Disclosed<DistrictFunnelRow, DistrictFunnelTotals>): readonly DistrictShare[] =>
  rows.map(({ district, n, atOrAbove, share, standing }) => ({ district, of: n, count: atOrAbove, share, standing }))

/** The share of a district's schools that were audited or engaged. */
export function shareOfCoverage(
  district: string,
  { rows: [row] }: Pick<Disclosed<CoverageRow, object>, 'rows'>,
  show: 'audited' | 'engaged',
): DistrictShare {
  const [of, count] = [row?.population ?? 0, row?.[show] ?? 0]
  return { district, of, count, share: percentOf(count, of), standing: null }
}
