import type { Cohort } from '../cohorts/cohort.ts'
import { cohortWhere, populationOf } from '../cohorts/population.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { addMonths, type Day } from '../framework/day.ts'
import type { Asked, Measure, Where } from './measure.ts'

/** A number of schools, as the sum of some columns of one row of a measure. */
export interface Counted {
  readonly name: string
  readonly measure: Measure<object, object>
  readonly where?: Where
  readonly columns: readonly string[]
}

/**
 * How a number of schools came from what it was to what it is. `knownThen`, with all parts added, is
 * `now`: what was recorded or corrected since about the day of then, what happened in schools that were counted on both
 * days, schools that came into the population, and schools that left it.
 */
export interface Movement {
  readonly name: string
  /** As it was known then; null where nothing was known then, and then `corrected` begins with `before`. */
  readonly knownThen: number | null
  readonly corrected: number | null
  /** As it is known now of the day then. */
  readonly before: number
  readonly happened: number
  readonly came: number
  readonly left: number
  readonly now: number
}

const monthsBack = 12

/** The day a year before. */
export const yearBefore = (asOf: Day): Day => addMonths(asOf, -monthsBack)

/** Parts of a movement, each counted by the measure over a part of the schools: they add up, whatever is counted. */
export function movementOf(
  evidence: Evidence,
  known: Evidence | null,
  { name, measure, columns, where }: Counted,
  { asOf, where: scope }: Asked,
): Movement {
  const since = yearBefore(asOf)
  const asked = { ...scope, ...where }
  const figure = (of: Evidence, cohort: Cohort, on: Day): number => {
    const [row] = measure.find(of, cohort, { asOf: on, where: asked }).rows
    return row === undefined ? 0 : columns.reduce((sum, column) => sum + Number(Reflect.get(row, column)), 0)
  }
  const [first, last] = [populationOf(evidence, since, scope), populationOf(evidence, asOf, scope)]
  const [wasIn, isIn] = [new Set(first.schools), new Set(last.schools)]
  const stayed = (cohort: Cohort, other: ReadonlySet<number>): Cohort =>
    cohortWhere(cohort, (school) => other.has(school))
  const before = figure(evidence, first, since)
  const stayedBefore = figure(evidence, stayed(first, isIn), since)
  const stayedNow = figure(evidence, stayed(last, wasIn), asOf)
  const now = figure(evidence, last, asOf)
  const knownThen = known === null ? null : figure(known, populationOf(known, since, scope), since)
  return {
    name,
    knownThen,
    corrected: knownThen === null ? null : before - knownThen,
    before,
    happened: stayedNow - stayedBefore,
    came: now - stayedNow,
    left: stayedBefore - before,
    now,
  }
}
