import type { Day } from '../../analytics/framework/day.ts'
import { recordedUrn, type Candidate, type Matching } from './matching.ts'
import { namingKey, type FoldedNaming } from './naming.ts'
import type { Near } from './near.ts'
import { fittingParts, isPlaceGiven } from './place.ts'
import { isOpenOn, type School } from './schools.ts'
import { whyOfDay, whyOfName, whyOfPlace } from './why.ts'

const most = 5

/** What counts for a school besides its name: lying in the place given, being open that day, being of the area. */
const favours = { place: 0.2, open: 0.1, area: 0.1 } as const

/** The schools whose names are nearest to the one given, at most five, best first. */
export function candidatesFor(
  name: string,
  place: FoldedNaming,
  day: Day | null,
  matching: Matching,
): readonly Candidate[] {
  const { schools, names, area } = matching
  const isPlaced = isPlaceGiven(place)
  const isInArea = (rows: readonly School[]): boolean => rows.some(({ la }) => area.has(la))
  const favour = (school: number): number => {
    const rows = schools.rowsOf(school)
    const isOpen = day === null || rows.some((row) => isOpenOn(row, day))
    return (
      (isInArea(rows) ? favours.area : 0) +
      (isOpen ? favours.open : 0) +
      (isPlaced && fittingParts(place, rows).length > 0 ? favours.place : 0)
    )
  }

  const candidateOf = ({ name: near }: Near): Candidate => {
    const urns = schools.rowsOf(near.school)
    const urn = recordedUrn(near.school, day, matching)
    const row = schools.byUrn.get(urn)
    const whys = [
      whyOfName(name, near),
      row === undefined ? null : whyOfPlace(place, row, urns),
      whyOfDay(urns, day),
      isInArea(urns) ? null : "outside the hub's area",
    ]
    return { urn, name: row?.name ?? '', why: whys.filter((why) => why !== null).join(', ') }
  }

  const seen = new Set<number>()
  const found = names.near(`${namingKey(place)} ${day}`, name, favour)
  const best = found.filter(({ name: { school } }) => !seen.has(school) && seen.add(school))
  return best.slice(0, most).map(candidateOf)
}
