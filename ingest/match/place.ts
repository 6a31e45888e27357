import { foldName, foldPostcode } from './fold.ts'
import type { FoldedNaming } from './naming.ts'
import type { School } from './schools.ts'

export const placeParts = ['town', 'postcode', 'district'] as const
export type PlacePart = (typeof placeParts)[number]

type Given = Pick<FoldedNaming, PlacePart>

/** The folded places of URNs, each folded once. */
const folded = new WeakMap<School, Given>()

function placeOf(school: School): Given {
  const known = folded.get(school)
  if (known !== undefined) return known
  const { town, postcode, district, laName } = school
  const place = {
    town: foldName(town ?? ''),
    postcode: foldPostcode(postcode ?? ''),
    district: foldName(district ?? laName ?? ''),
  }
  folded.set(school, place)
  return place
}

const outward = (postcode: string): string => postcode.slice(0, -3)

/** Whether a URN lies where one part of the place given says. The first half of a postcode will do. */
function isIn(part: PlacePart, given: Given, school: School): boolean {
  const place = placeOf(school)
  return given[part] === place[part] || (part === 'postcode' && given[part] === outward(place[part]))
}

/** The parts of the place given that a school fits under any of its URNs. */
export const fittingParts = (given: Given, urns: readonly School[]): readonly PlacePart[] =>
  placeParts.filter((part) => given[part] !== '' && urns.some((urn) => isIn(part, given, urn)))

export const isPlaceGiven = (given: Given): boolean => placeParts.some((part) => given[part] !== '')

/**
 * The one school that fits every part of the place that any school fits: a town that none of them lies in says
 * nothing against a postcode. Null where that is none or several.
 */
export function onlyFit(given: Given, schools: ReadonlyMap<number, readonly School[]>): number | null {
  const fits = Array.from(schools, ([school, urns]) => ({ school, parts: fittingParts(given, urns) }))
  const telling = new Set(fits.flatMap(({ parts }) => parts))
  const left = fits.filter(({ parts }) => parts.length === telling.size && parts.length > 0)
  return left.length === 1 ? (left[0]?.school ?? null) : null
}
