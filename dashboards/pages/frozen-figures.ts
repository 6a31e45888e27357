import type { Disclosed } from '../../analytics/disclosure/disclose.ts'
import type { Day } from '../../analytics/framework/day.ts'
import type { Where } from '../../analytics/measures/measure.ts'
import { chartOf } from '../charts/index.ts'
import type { Profile } from '../charts/profiles.ts'
import { figureOf } from '../parts/figure.ts'
import type { Frame } from '../parts/frame.ts'
import type { Html } from '../parts/html.ts'
import { profileKinds, profilesFigure, type ProfileKind } from './profiles.ts'

/** Strand profiles side by side as they were frozen, with the schools and the day they were asked for. */
export interface FrozenProfiles {
  readonly kind: ProfileKind
  readonly asOf: Day
  readonly where: Where
  readonly profiles: readonly Profile[]
}

/** A figure as it was frozen: a measure's answer, or strand profiles. */
export type FrozenFigure = Disclosed<object, object> | FrozenProfiles

/** What a frozen figure is called. */
export const frozenTitle = (figure: FrozenFigure): string =>
  'profiles' in figure ? `Strand profile ${profileKinds[figure.kind]}` : figure.title

/** A frozen figure: its links lead to what was frozen of it, and its counts to the rows as they were known then. */
export function frozenFigure(
  frame: Frame,
  figure: FrozenFigure,
  { id, number, version }: { readonly id: string; readonly number: number; readonly version: number },
): Html | null {
  const name = 'profiles' in figure ? `profiles-${figure.kind}` : figure.measure
  const at = `${name}-${number}`
  const file = `/frozen/${id}/files/${number}`
  const links = { csv: `${file}.csv`, svg: `${file}.svg`, view: `/frozen/${id}#${at}` }
  if ('profiles' in figure) {
    const { asOf, where, kind, profiles } = figure
    return profilesFigure({ ...frame, asOf, where }, kind, profiles, { id: at, links })
  }
  return figureOf(frame, figure, chartOf(figure), { id: at, traced: { version }, links })
}
