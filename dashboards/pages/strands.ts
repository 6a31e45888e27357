import type { Disclosed } from '../../analytics/disclosure/disclose.ts'
import type { NoTotals } from '../../analytics/measures/measure.ts'
import type { StrandProfileRow } from '../../analytics/measures/strand-profile.ts'
import type { StrandProgressRow } from '../../analytics/measures/strand-progress.ts'
import type { Profile } from '../charts/profiles.ts'
import { strandProfileChart } from '../charts/strand-profile.ts'
import { strandProgressChart } from '../charts/strand-progress.ts'
import { figureOf } from '../parts/figure.ts'
import { framed, linkFrom, strandPath, type Frame } from '../parts/frame.ts'
import { headingOf } from '../parts/heading.ts'
import { html, type Html } from '../parts/html.ts'
import { profilesFigure, type ProfileKind } from './profiles.ts'

/** Profiles by what they are told apart by. */
export type Profiles = Readonly<Record<ProfileKind, readonly Profile[]>>

/** What the page of all strands shows. */
export interface StrandsView {
  readonly frame: Frame
  readonly strandProfile: Disclosed<StrandProfileRow, NoTotals>
  readonly strandProgress: Disclosed<StrandProgressRow, NoTotals>
  readonly profiles: Profiles
}

/** All strands: where they stand, how that came about over the years, and in schools of each phase and district. */
export function strandsPage({ frame, strandProfile, strandProgress, profiles }: StrandsView): Html {
  const linkTo = (strand: string) => linkFrom(frame, strandPath(strand))
  const main = html`
    ${headingOf(frame, 'Strands', strandProfile.population)}
    ${figureOf(frame, strandProfile, strandProfileChart(strandProfile), { traced: true, linkTo })}
    ${profilesFigure(frame, 'year', profiles.year)}
    ${figureOf(frame, strandProgress, strandProgressChart(strandProgress), { traced: true, linkTo })}
    ${profilesFigure(frame, 'phase', profiles.phase)} ${profilesFigure(frame, 'district', profiles.district)}
  `
  return framed(frame, 'Strands', main)
}
