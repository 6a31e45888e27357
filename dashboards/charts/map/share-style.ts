import { isMark } from '../../../analytics/framework/mark.ts'
import { ink, movementStyles, palePaint, quietInk, untold, type Style } from '../theme.ts'
import { enoughToCompare } from '../wording.ts'
import type { DistrictShare } from './district-share.ts'

/** How a district is filled, and what that means. */
export interface ShareStyle {
  readonly label: string
  readonly style: Style
}

const filled = (label: string, fill: string, on: string = ink): ShareStyle => ({
  label,
  style: { fill, ink: on, outline: quietInk },
})

const hidden: ShareStyle = { label: 'Not shown', style: untold }
const few: ShareStyle = { label: 'Too few schools to say', style: untold }

/** By where a district stands against chance, as in the funnel. */
const standings = {
  above: filled('Above, by more than chance', movementStyles.up.fill, movementStyles.up.ink),
  'above, perhaps by chance': filled('Above, perhaps by chance', palePaint.up),
  'as expected': filled('As expected', '#F3F3F3'),
  'below, perhaps by chance': filled('Below, perhaps by chance', palePaint.down),
  below: filled('Below, by more than chance', movementStyles.down.fill),
  'too few to say': few,
} as const

/** By a share alone, in quarters. */
const quarters = [
  filled('Under 25%', '#FFFFFF'),
  filled('25% to under 50%', '#D2E2F1'),
  filled('50% to under 75%', '#8EB8DC'),
  filled('75% or more', '#12436D', '#FFFFFF'),
] as const

/** How a district is filled. What may not be told, and what too few schools tell, is hatched. */
export function shareStyle({ share, of, standing }: DistrictShare): ShareStyle {
  if (isMark(share) || isMark(of)) return share === 'z' ? few : hidden
  if (standing !== null) return standings[standing]
  return of < enoughToCompare ? few : (quarters[Math.min(3, Math.floor(share / 25))] ?? few)
}

/** What the fills of some districts mean, each once, in the order of what they mean. */
export const shareStylesIn = (shares: readonly DistrictShare[]): readonly ShareStyle[] => {
  const used = new Set(shares.map(shareStyle))
  return [...Object.values(standings), ...quarters, hidden].filter((style) => used.delete(style))
}
