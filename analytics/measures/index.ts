import { awardLadder } from './award-ladder.ts'
import { coverage } from './coverage.ts'
import { strandProfile } from './strand-profile.ts'
import { strandProgress } from './strand-progress.ts'
import { transitionMatrix } from './transition-matrix.ts'

/** Every measure, in the order in which people read them. */
export const measures = {
  coverage,
  'strand-profile': strandProfile,
  'strand-progress': strandProgress,
  'transition-matrix': transitionMatrix,
  'award-ladder': awardLadder,
} as const

export type MeasureId = keyof typeof measures
