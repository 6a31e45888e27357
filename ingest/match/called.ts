import type { Day } from '../../analytics/framework/day.ts'
import { isSchoolOpen, type Matching } from './matching.ts'
import type { FoldedNaming } from './naming.ts'
import { fittingParts, isPlaceGiven, onlyFit } from './place.ts'

/** The schools that a name and place point to. */
export interface Called {
  /** The one school that is surely meant. */
  readonly sure: number | null
  /** All schools so called: those open that day, else those that have closed or not yet opened. */
  readonly schools: readonly number[]
  /** Whether the place given is that of the school that is sure, or none was given. */
  readonly isInPlace: boolean
}

/**
 * Looks up a name. Sure is the one school open that day that has or had this name; of several, the one that alone
 * fits the place given. The folded place is read from the naming.
 */
export function schoolsCalled(name: string, place: FoldedNaming, day: Day | null, matching: Matching): Called {
  const { names, schools } = matching
  const all = names.called(name).map(({ school }) => school)
  const open = all.filter((school) => isSchoolOpen(school, day, matching))
  const [first] = open
  const sure =
    open.length > 1 ? onlyFit(place, new Map(open.map((school) => [school, schools.rowsOf(school)]))) : (first ?? null)
  const isInPlace = sure === null || !isPlaceGiven(place) || fittingParts(place, schools.rowsOf(sure)).length > 0
  return { sure, schools: open.length > 0 ? open : all, isInPlace }
}
