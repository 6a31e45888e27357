/** A second, plain reading of the population and of the parts of it that can be asked for. */
import type { Facts, RegisterSchool } from '../../analytics/evidence/facts.ts'
import { frameworkOf, latestOf } from './oracle-audits.ts'
import { deprivationBand, fsmBand, ruralBand, sizeBand } from './oracle-bands.ts'
import { everyoneOn, phaseNameOf, speakingFor, type PlainSchool } from './oracle-schools.ts'

export interface PlainWhere {
  readonly council?: string
  readonly district?: string
  readonly phase?: string
  readonly size?: string
  readonly fsm?: string
  readonly rural?: string
  readonly deprivation?: string
  readonly framework?: string
  readonly adviser?: string
}

/** Whether a school is in the part asked for, by the URN that speaks for it. */
export function isAsked(facts: Facts, school: PlainSchool, speaking: RegisterSchool, day: string, where: PlainWhere) {
  const latest = latestOf(facts, school, day)
  const valueOf: Readonly<Record<string, () => string | null>> = {
    council: () => speaking.la,
    district: () => speaking.district ?? 'Unknown',
    phase: () => phaseNameOf(speaking),
    size: () => sizeBand(facts, school, speaking, day),
    fsm: () => fsmBand(facts, school, day),
    rural: () => ruralBand(facts, school, speaking, day),
    deprivation: () => deprivationBand(facts, school, day),
    framework: () => (latest === undefined ? null : (frameworkOf(facts, latest) ?? 'Unknown')),
    adviser: () => (latest === undefined ? null : (latest.adviser ?? 'Unknown')),
  }
  return Object.entries(where).every(([part, wanted]) => valueOf[part] === undefined || valueOf[part]() === wanted)
}

const remembered = new WeakMap<Facts, Map<string, PlainSchool[]>>()

export function plainPopulation(facts: Facts, day: string, where: PlainWhere): PlainSchool[] {
  const known = remembered.get(facts) ?? new Map<string, PlainSchool[]>()
  remembered.set(facts, known)
  const asked = JSON.stringify([day, where])
  const schools =
    known.get(asked) ??
    everyoneOn(facts, day).filter((school) => isAsked(facts, school, speakingFor(facts, school, day)!, day, where))
  known.set(asked, schools)
  return schools
}
