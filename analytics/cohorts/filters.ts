import type { Evidence } from '../evidence/evidence.ts'
import type { Day } from '../framework/day.ts'
import { auditWords } from './audit-words.ts'
import { bandsOn, type BandOfSchool } from './bands.ts'

/** What schools are like, each by the name of a band; `Unknown` is a band too. */
export interface Filters {
  /** By pupils. */
  readonly size?: string
  /** By free school meals. */
  readonly fsm?: string
  readonly rural?: string
  /** The framework of the latest audit. */
  readonly framework?: string
  /** The adviser of the latest audit. */
  readonly adviser?: string
}

export const filterParts = ['size', 'fsm', 'rural', 'framework', 'adviser'] as const satisfies (keyof Filters)[]

/** Whether a school is like what is asked for, by the school and the URN that speaks for it; null where nothing is asked. */
export function keptBy(evidence: Evidence, asOf: Day, filters: Filters): BandTest | null {
  const { size, fsm, rural, framework, adviser } = filters
  const tests = [
    is(size, () => bandsOn.size(evidence, asOf)),
    is(fsm, () => bandsOn.fsm(evidence, asOf)),
    is(rural, () => bandsOn.rural(evidence, asOf)),
    is(framework, () => auditWords(evidence, asOf, 'framework')),
    is(adviser, () => auditWords(evidence, asOf, 'adviser')),
  ].filter((test) => test !== null)
  return tests.length === 0 ? null : (school, urn) => tests.every((test) => test(school, urn))
}

type BandTest = (school: number, urn: number) => boolean

function is(wanted: string | undefined, bandOf: () => BandOfSchool): BandTest | null {
  if (wanted === undefined) return null
  const of = bandOf()
  return (school, urn) => of(school, urn) === wanted
}
