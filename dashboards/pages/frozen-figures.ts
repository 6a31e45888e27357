import type { Disclosed } from '../../analytics/disclosure/disclose.ts'
import type { Day } from '../../analytics/framework/day.ts'
import type { Boundary } from '../../analytics/framework/outline.ts'
import type { Where } from '../../analytics/measures/measure.ts'
import type { DistrictMap } from '../charts/district-map.ts'
import { chartOf } from '../charts/index.ts'
import type { Profile } from '../charts/profiles.ts'
import { figureOf } from '../parts/figure.ts'
import type { Frame } from '../parts/frame.ts'
import type { Html } from '../parts/html.ts'
import { districtMapFigure, districtMapTitle } from './district-map.ts'
import { profileKinds, profilesFigure, type ProfileKind } from './profiles.ts'

/** Strand profiles side by side as they were frozen, with the schools and the day they were asked for. */
export interface FrozenProfiles {
  readonly kind: ProfileKind
  readonly asOf: Day
  readonly where: Where
  readonly profiles: readonly Profile[]
}

/** A map of districts as it was frozen: its figures. Where the districts lie is known by the data version. */
export type FrozenMap = Omit<DistrictMap, 'boundaries'>

/** A figure as it was frozen: a measure's answer, strand profiles, or a map of districts. */
export type FrozenFigure = Disclosed<object, object> | FrozenProfiles | FrozenMap

/** The schools and the day that a frozen figure was asked for. */
export const askedOfFrozen = (figure: FrozenFigure): { readonly asOf: Day; readonly where: Where } =>
  'shares' in figure ? figure.answer : figure

/** What a frozen figure is called. */
export const frozenTitle = (figure: FrozenFigure): string =>
  'shares' in figure
    ? districtMapTitle
    : 'profiles' in figure
      ? `Strand profile ${profileKinds[figure.kind]}`
      : figure.title

/** Which figure of a frozen view it is, and the data version and the boundaries that it rests on. */
interface FrozenAt {
  readonly id: string
  readonly number: number
  readonly version: number
  readonly boundaries: readonly Boundary[]
}

/** A frozen figure: its links lead to what was frozen of it, and its counts to the rows as they were known then. */
export function frozenFigure(
  frame: Frame,
  figure: FrozenFigure,
  { id, number, version, boundaries }: FrozenAt,
): Html | null {
  const name = 'shares' in figure ? 'district-map' : 'profiles' in figure ? `profiles-${figure.kind}` : figure.measure
  const at = `${name}-${number}`
  const file = `/frozen/${id}/files/${number}`
  const links = { csv: `${file}.csv`, svg: `${file}.svg`, view: `/frozen/${id}#${at}` }
  if ('shares' in figure) return districtMapFigure(frame, { ...figure, boundaries }, { id: at, links })
  if ('profiles' in figure) {
    const { asOf, where, kind, profiles } = figure
    return profilesFigure({ ...frame, asOf, where }, kind, profiles, { id: at, links })
  }
  return figureOf(frame, figure, chartOf(figure), { id: at, traced: { version }, links })
}
