import { Table, makeVector, type Uint16 } from 'apache-arrow'
import type { Day } from '../framework/day.ts'
import { judgements } from '../framework/judgement.ts'
import { levels } from '../framework/level.ts'
import { strands } from '../framework/strand.ts'
import { startsOf } from './by-school.ts'
import type { Criterion, CriterionPlace, CriterionRating } from './facts.ts'
import { growing } from './growing.ts'
import { textOrder } from './text-order.ts'

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

/** The places, each once, in order. */
function inPlaceOrder(places: Iterable<CriterionPlace>): readonly CriterionPlace[] {
  const named = new Map(Array.from(places, (place) => [placeName(place), place]))
  return [...named.values()]
    .map(({ strand, theme, level, number }) => ({ strand, theme, level, number }))
    .toSorted(placeOrder)
}

/** Judgements on their way into a table. */
export interface JudgementGathering {
  /** Takes in the ratings of meetings that `auditOf` knows by their place among the audits gathered; no others. */
  readonly add: (ratings: Iterable<CriterionRating>, auditOf: (urn: number, heldOn: Day) => number | undefined) => void
  /**
   * The judgements of all audits, which stand in an order of those gathered, where those of each begin, and the places
   * of all criteria loaded or judged.
   */
  readonly laid: (
    criteria: readonly Criterion[],
    auditOrder: Uint32Array,
  ) => {
    readonly judgements: Table<JudgementColumns>
    readonly starts: Uint32Array
    readonly places: readonly CriterionPlace[]
  }
}

export function judgementGathering(): JudgementGathering {
  const [audits, judged] = [growing(Uint32Array), growing(Uint16Array)]
  const { codeOf, all } = placeCodes()
  return {
    add: (ratings, auditOf) => {
      // Ratings of one meeting mostly come together.
      let [urnBefore, dayBefore, audit]: [number, Day, number | undefined] = [0, '', undefined]
      for (const { urn, heldOn, place, judgement } of ratings) {
        const code = codeOf(place)
        if (urn !== urnBefore || heldOn !== dayBefore)
          [urnBefore, dayBefore, audit] = [urn, heldOn, auditOf(urn, heldOn)]
        if (audit === undefined) continue
        audits.push(audit)
        judged.push(judgedAs(code, judgements.indexOf(judgement) + 1))
      }
    },
    laid: (criteria, auditOrder) => {
      const places = inPlaceOrder([...all, ...criteria])
      const codes = new Map(places.map((place, code) => [placeName(place), code]))
      const codeFor = Uint32Array.from(all, (place) => codes.get(placeName(place)) ?? 0)
      const rowOf = new Uint32Array(auditOrder.length)
      auditOrder.forEach((audit, row) => (rowOf[audit] = row))
      const rows = audits.take().map((audit) => rowOf[audit]!)
      const starts = startsOf(rows, auditOrder.length)
      const [next, told, found] = [starts.slice(), judged.take(), new Uint16Array(rows.length)]
      for (let at = 0; at < rows.length; at++) {
        found[next[rows[at]!]!] = judgedAs(codeFor[placeJudged(told[at]!)]!, judgementIn(told[at]!))
        next[rows[at]!]! += 1
      }
      for (let row = 0; row < auditOrder.length; row++) found.subarray(starts[row], starts[row + 1]).sort()
      return { judgements: new Table({ judged: makeVector(found) }), starts, places }
    },
  }
}

/** Gives each place a code as it comes, and all of them by it. Ratings may share the object that says their place. */
function placeCodes() {
  const all: CriterionPlace[] = []
  const [named, shared] = [new Map<string, number>(), new Map<CriterionPlace, number>()]
  const codeFor = (place: CriterionPlace): number => {
    const code = named.get(placeName(place)) ?? all.length
    if (code === all.length) all.push(place)
    named.set(placeName(place), code)
    shared.set(place, code)
    return code
  }
  return {
    codeOf: (place: CriterionPlace): number => shared.get(place) ?? codeFor(place),
    all: all as readonly CriterionPlace[],
  }
}
