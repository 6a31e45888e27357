import { buildEvidence } from '../../analytics/evidence/build.ts'
import type { Evidence } from '../../analytics/evidence/evidence.ts'
import { benchFacts } from './facts.ts'
import { withJudgements } from './facts/judgements.ts'
import { median } from './measure-race.ts'
import { answerOf, type Question } from './questions.ts'

/** How often it is built, and of how many schools at most more than once. */
const [builds, mostSchools] = [3, 24_000]

/** Evidence with the median time to build it from facts, and the memory that it keeps once its building is cleared away. */
export interface Built {
  readonly evidence: Evidence
  readonly milliseconds: number
  readonly megabytes: number
  /** How long it takes to ask every question for the first time, and the memory kept then: counts are made when asked for. */
  readonly firstAsked: { readonly milliseconds: number; readonly megabytes: number }
}

export function built(schools: number, questions: readonly Question[]): Built {
  const facts = benchFacts(schools)
  const times: number[] = []
  const timed = (): Evidence => {
    const start = performance.now()
    const evidence = buildEvidence(facts)
    times.push(performance.now() - start)
    return evidence
  }
  const before = memoryInUse()
  const evidence = withJudgements(timed())
  const megabytes = (memoryInUse() - before) / 1e6
  const start = performance.now()
  for (const question of questions) answerOf(evidence, question)
  const firstMilliseconds = performance.now() - start
  const firstAsked = { milliseconds: firstMilliseconds, megabytes: (memoryInUse() - before) / 1e6 }
  const wanted = schools > mostSchools ? 1 : builds
  while (times.length < wanted) timed()
  return { evidence, milliseconds: median(times), megabytes, firstAsked }
}

function memoryInUse(): number {
  // The second time collects what the first one let go of.
  globalThis.gc?.()
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}
