import { Table, makeVector, type Uint16 } from 'apache-arrow'
import { dayNumber } from '../framework/day.ts'
import { judgements } from '../framework/judgement.ts'
import { levels } from '../framework/level.ts'
import { strands } from '../framework/strand.ts'
import type { AuditColumns } from './audits.ts'
import { numbersOf } from './columns.ts'
import type { Criterion, CriterionPlace, CriterionRating } from './facts.ts'
import { startsOf, textOrder } from './rows.ts'

/**
 * One row a criterion judged at an audit, contiguous by audit as these stand in the table of audits. One number says
 * which criterion and how far it was met: there are millions of them in a country.
 */
export type JudgementColumns = { judged: Uint16 }

/** How many judgements there can be, `not judged` included. */
const codes = judgements.length + 1

/** The criterion of a judgement, by its place in the list of places. */
export const placeJudged = (judged: number): number => Math.trunc(judged / codes)

/** How far it was met: 1 for Not met to 3 for Met. */
export const judgementIn = (judged: number): number => judged % codes

/** The judgement of a criterion by how far it was met: 0 for not judged, 1 for Not met to 3 for Met. */
export const judgedAs = (place: number, met: number): number => place * codes + met

/** A place in words, the same for the same place. */
export const placeName = ({ strand, theme, level, number }: CriterionPlace): string =>
  [strand, theme, level, number].join('\n')

/** The order of criteria: as the strands stand in the tool, by theme, lowest level first, by number. */
const placeOrder = (a: CriterionPlace, b: CriterionPlace): number =>
  strands.indexOf(a.strand) - strands.indexOf(b.strand) ||
  textOrder(a.theme, b.theme) ||
  levels.indexOf(a.level) - levels.indexOf(b.level) ||
  a.number - b.number

/** The places of all criteria loaded or judged, each once, in order. */
export function placesOf(criteria: readonly Criterion[], ratings: readonly CriterionRating[]): CriterionPlace[] {
  const told = new Set<CriterionPlace>([...ratings.map(({ place }) => place), ...criteria])
  const places = new Map([...told].map((place) => [placeName(place), place]))
  return [...places.values()]
    .map(({ strand, theme, level, number }) => ({ strand, theme, level, number }))
    .toSorted(placeOrder)
}

/** The judgements of all audits, and where those of each begin. Those of a meeting that is not known are left out. */
export function judgementTable(
  ratings: readonly CriterionRating[],
  audits: Table<AuditColumns>,
  places: readonly CriterionPlace[],
): { readonly judgements: Table<JudgementColumns>; readonly starts: Uint32Array } {
  const auditOf = auditRows(audits)
  const codeOf = placeCodes(ratings, places)
  const known = ratings.flatMap((rating) => {
    const audit = auditOf(rating)
    return audit === undefined ? [] : [{ school: audit, rating }]
  })
  const starts = startsOf(known, audits.numRows)
  const next = starts.slice()
  const judged = new Uint16Array(known.length)
  for (const { school: audit, rating } of known) {
    judged[next[audit]!] = judgedAs(codeOf(rating), judgements.indexOf(rating.judgement) + 1)
    next[audit]! += 1
  }
  for (let audit = 0; audit < audits.numRows; audit++) judged.subarray(starts[audit], starts[audit + 1]).sort()
  return { judgements: new Table({ judged: makeVector(judged) }), starts }
}

/** Finds the audit held under a URN on a day. */
function auditRows(audits: Table<AuditColumns>): (meeting: CriterionRating) => number | undefined {
  const [urn, heldOn] = [numbersOf(audits, 'urn'), numbersOf(audits, 'heldOn')]
  const rows = new Map<number, Map<number, number>>()
  urn.forEach((number, row) => {
    const ofUrn = rows.get(number)
    if (ofUrn === undefined) rows.set(number, new Map([[heldOn[row]!, row]]))
    else ofUrn.set(heldOn[row]!, row)
  })
  return (meeting) => rows.get(meeting.urn)?.get(dayNumber(meeting.heldOn))
}

/** Finds the code of a rating's criterion: ratings may share the object that says its place. */
function placeCodes(ratings: readonly CriterionRating[], places: readonly CriterionPlace[]) {
  const codes = new Map(places.map((place, code) => [placeName(place), code]))
  const shared = new Map(
    [...new Set(ratings.map(({ place }) => place))].map((each) => [each, codes.get(placeName(each))]),
  )
  return ({ place }: CriterionRating): number => shared.get(place) ?? 0
}
