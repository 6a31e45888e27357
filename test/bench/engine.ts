import type { Prepared } from './prepared.ts'
import type { Found, Question } from './questions.ts'

/** An SQL engine with the prepared tables loaded. */
export interface Engine {
  readonly name: string
  readonly version: string
  /** Readies a question; what comes back runs its statement and reads the answer into the measure's own form. */
  readonly prepare: (question: Question) => Promise<() => Found | Promise<Found>>
  readonly close: () => void
}

export type Load = (tables: readonly Prepared[]) => Promise<Engine>
