import { disclose } from '../../analytics/disclosure/disclose.ts'
import type { Evidence } from '../../analytics/evidence/evidence.ts'
import { ask } from '../../analytics/measures/ask.ts'
import { awardLadder } from '../../analytics/measures/award-ladder.ts'
import { coverage } from '../../analytics/measures/coverage.ts'
import type { Asked, Measure } from '../../analytics/measures/measure.ts'
import { strandProfile } from '../../analytics/measures/strand-profile.ts'
import { strandProgress } from '../../analytics/measures/strand-progress.ts'
import type { CouncilTold } from '../../dashboards/pages/council.ts'

/** What a council is told of itself: whole-council totals, disclosed to it. */
export function councilTold(
  evidence: Evidence,
  asked: Asked & { readonly where: { readonly council: string } },
): CouncilTold {
  const { council } = asked.where
  const told = <R extends object, T extends object>(measure: Measure<R, T>) =>
    disclose(ask(measure, evidence, asked), 'council')
  return {
    code: council,
    name: evidence.councilNames.get(council) ?? council,
    answers: [told(coverage), told(strandProfile), told(strandProgress), told(awardLadder)],
  }
}
