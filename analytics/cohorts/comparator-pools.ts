import { numbersOf } from '../evidence/columns.ts'
import type { Evidence } from '../evidence/evidence.ts'
import type { Day } from '../framework/day.ts'
import { phases, type Phase } from '../framework/phase.ts'
import { nearestNeighbours, type Points } from '../statistics/nearest-neighbours.ts'
import { quantile } from '../statistics/quantile.ts'
import { fsmPercentOn, ofYear } from './bands.ts'
import { populationOf } from './population.ts'

/** What schools are compared by, and how much a difference in each weighs. Source: the DfE's benchmarking tool. */
export const compared = { pupils: 0.5, fsm: 0.4, send: 0.1 } as const

const axes = ['pupils', 'fsm', 'send'] as const satisfies readonly (keyof typeof compared)[]

/** A school has 30 comparators, but no more than one in three of its phase; fewer than 10 are too few to compare with. */
const [most, oneIn, least] = [30, 3, 10]

/** The schools of one phase among which comparators are sought, by URN; what is told of them stands beside them. */
export interface ComparatorPool {
  readonly phase: Phase
  /** By their rows in the evidence, and the rows of the URNs that speak for them. */
  readonly schools: readonly number[]
  readonly urns: readonly number[]
  /** What each is compared by, the middle value of the phase where it is not known. */
  readonly values: Readonly<Record<keyof typeof compared, Float64Array>>
  /** Whether it is not known. */
  readonly isGuessed: Readonly<Record<keyof typeof compared, readonly boolean[]>>
  /** The values as distances go: scaled and weighted. */
  readonly points: Points
  /** How many comparators a school has; 0 where the phase has too few schools. */
  readonly count: number
  /** Finds the comparators of the school at a place, nearest first, as places; good until it is asked again. */
  readonly nearestTo: (place: number) => Uint32Array
}

/**
 * The schools of a hub's population by phase, ready to be asked which are most like each other: those at the least
 * distance in pupils, free school meals and SEND, each scaled by the middle half of its phase, of those equally near
 * the lower URN. A school of which none of the three is known has no comparators and is none.
 *
 * Source: docs/measures.md, comparators.
 */
export function comparatorPools(evidence: Evidence, asOf: Day): readonly ComparatorPool[] {
  const { schools, urns } = populationOf(evidence, asOf, {})
  const [phase, urn] = [numbersOf(evidence.urns, 'phase'), numbersOf(evidence.urns, 'urn')]
  const registered = numbersOf(evidence.urns, 'pupils')
  const [pupils, fsm, send] = [
    ofYear(evidence, asOf, 'pupils'),
    fsmPercentOn(evidence, asOf),
    ofYear(evidence, asOf, 'sendPercent'),
  ]
  const told = Array.from(schools, (school, at) => ({
    school,
    urn: urns[at]!,
    pupils: pupils(school) ?? registered[urns[at]!]!,
    fsm: fsm(school) ?? Number.NaN,
    send: send(school) ?? Number.NaN,
  })).filter((each) => axes.some((axis) => !Number.isNaN(each[axis])))
  return phases.map((name, code) =>
    poolOf(
      name,
      told.filter((each) => phase[each.urn] === code).toSorted((a, b) => urn[a.urn]! - urn[b.urn]!),
    ),
  )
}

interface Told extends Readonly<Record<keyof typeof compared, number>> {
  readonly school: number
  readonly urn: number
}

function poolOf(phase: Phase, told: readonly Told[]): ComparatorPool {
  const [pupils, fsm, send] = axes.map((axis) => valuesOf(told.map((each) => each[axis]))) as [Values, Values, Values]
  const points = [pupils, fsm, send].map(({ values, scale }, at) =>
    values.map((value) => (value * Math.sqrt(compared[axes[at]!])) / scale),
  ) as unknown as Points
  const count = Math.min(most, Math.trunc(told.length / oneIn))
  return {
    phase,
    schools: told.map(({ school }) => school),
    urns: told.map(({ urn }) => urn),
    values: { pupils: pupils.values, fsm: fsm.values, send: send.values },
    isGuessed: { pupils: pupils.isGuessed, fsm: fsm.isGuessed, send: send.isGuessed },
    points,
    count: count < least ? 0 : count,
    nearestTo: nearestNeighbours(points, count < least ? 0 : count),
  }
}

interface Values {
  readonly values: Float64Array
  readonly isGuessed: readonly boolean[]
  readonly scale: number
}

/**
 * The values with the middle one in place of those not known, and how wide their middle half is: one very large school
 * must not make all others look alike. Where the middle half is one value, how wide all are; no width scales by 1.
 */
function valuesOf(told: readonly number[]): Values {
  const known = told.filter((value) => !Number.isNaN(value))
  const [lowest, low, middle, high, highest] = [0, 0.25, 0.5, 0.75, 1].map((part) => quantile(known, part) ?? 0) as [
    number,
    number,
    number,
    number,
    number,
  ]
  return {
    values: Float64Array.from(told, (value) => (Number.isNaN(value) ? middle : value)),
    isGuessed: told.map((value) => Number.isNaN(value)),
    scale: high - low || highest - lowest || 1,
  }
}
