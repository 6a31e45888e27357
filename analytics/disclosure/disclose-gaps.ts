import type { DataGap } from '../cohorts/data-gaps.ts'
import type { Audience } from './audience.ts'
import { NotReleased } from './disclose.ts'

/** What is missing, stale or contradictory, for the hub that can mend it. To any other audience nothing is told. */
export function discloseGaps(gaps: readonly DataGap[], audience: Audience): readonly DataGap[] {
  if (audience !== 'hub') throw new NotReleased(`gaps in what is known are not told to the audience: ${audience}`)
  return gaps
}
