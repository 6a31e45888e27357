import { setTimeout as pause } from 'node:timers/promises'
import type { Evidence } from '../analytics/evidence/evidence.ts'
import type { Day } from '../analytics/framework/day.ts'
import { phases } from '../analytics/framework/phase.ts'
import { ask } from '../analytics/measures/ask.ts'
import { awardLadder } from '../analytics/measures/award-ladder.ts'
import { coverage } from '../analytics/measures/coverage.ts'
import { goalAttainment } from '../analytics/measures/goal-attainment.ts'
import { measures } from '../analytics/measures/index.ts'
import type { Asked, Measure } from '../analytics/measures/measure.ts'
import { pipeline } from '../analytics/measures/pipeline.ts'
import { priorityThemes } from '../analytics/measures/priority-themes.ts'
import { reflectionsDue } from '../analytics/measures/reflections-due.ts'
import { strandProfile } from '../analytics/measures/strand-profile.ts'
import { strandProgress } from '../analytics/measures/strand-progress.ts'

/** In hubs of fewer schools nothing takes long enough to be asked before its time. */
const fewSchools = 2000

/** How long others have their turn between two questions, in milliseconds. */
const between = 15

/** What the pages of the county and of the strands ask of any part of a hub. */
const ofParts: readonly Measure<object, object>[] = [
  coverage,
  strandProfile,
  strandProgress,
  awardLadder,
  reflectionsDue,
  priorityThemes,
  pipeline,
  goalAttainment,
]

/** Every question in the order in which pages come to it: of the whole hub, then of each of its phases. */
function questions(): readonly (readonly [Measure<object, object>, Asked['where']])[] {
  const whole = Object.values(measures).filter(({ needs }) => needs.length === 0)
  return [
    ...[...ofParts, ...whole.filter((measure) => !ofParts.includes(measure))].map((each) => [each, {}] as const),
    ...phases.flatMap((phase) => ofParts.map((each) => [each, { phase }] as const)),
  ]
}

/**
 * Puts to the evidence of a large hub what its pages will, one question after the other with pauses for whoever asks
 * meanwhile: what is kept of the first answers for every day is then there before somebody waits for it. Ends early when
 * the evidence is no longer the newest.
 */
export async function warm(evidence: Evidence, asOf: Day, isNewest: () => boolean): Promise<void> {
  if (evidence.schools.numRows < fewSchools) return
  for (const [measure, where] of questions()) {
    await pause(between, null, { ref: false })
    if (!isNewest()) return
    ask(measure, evidence, { asOf, where })
  }
}
