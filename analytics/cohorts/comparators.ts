import { numbersOf } from '../evidence/columns.ts'
import type { Evidence } from '../evidence/evidence.ts'
import type { Day } from '../framework/day.ts'
import type { Phase } from '../framework/phase.ts'
import { comparatorPools, type ComparatorPool } from './comparator-pools.ts'
import { schoolRow } from './find-school.ts'

/** A value that schools are compared by; guessed where it is not known and the middle one of its phase stands for it. */
export interface Compared {
  readonly value: number
  readonly isGuessed: boolean
}

/** A school by the URN that speaks for it, with what it is compared by. */
export interface ComparedSchool {
  readonly urn: number
  readonly pupils: Compared
  readonly fsm: Compared
  readonly send: Compared
}

/** A school and those most like it, nearest first; none where too little is known or too few schools are of its phase. */
export interface Comparators {
  readonly phase: Phase
  /** How many schools of the phase they were chosen from, the school itself included. */
  readonly from: number
  readonly school: ComparedSchool
  readonly comparators: readonly ComparedSchool[]
}

/**
 * The comparators of the school to which a URN belongs; null where it is not counted on the day, or nothing is known of
 * it. They name schools: for those entitled to names only.
 */
export function comparatorsOf(evidence: Evidence, urn: number, asOf: Day): Comparators | null {
  const school = schoolRow(evidence, urn)
  const pool = comparatorPools(evidence, asOf).find(({ schools }) => schools.some((each) => each === school))
  if (pool === undefined) return null
  const place = pool.schools.findIndex((each) => each === school)
  return {
    phase: pool.phase,
    from: pool.schools.length,
    school: comparedAt(evidence, pool, place),
    comparators: Array.from(pool.nearestTo(place), (each) => comparedAt(evidence, pool, each)),
  }
}

function comparedAt({ urns }: Evidence, { urns: speakers, values, isGuessed }: ComparatorPool, place: number) {
  const at = (name: keyof typeof values): Compared => ({
    value: values[name][place]!,
    isGuessed: isGuessed[name][place]!,
  })
  return { urn: numbersOf(urns, 'urn')[speakers[place]!]!, pupils: at('pupils'), fsm: at('fsm'), send: at('send') }
}
