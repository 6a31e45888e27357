import { codesOf, numbersOf, wordsOf } from '../evidence/columns.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { membersOf, type Place } from './members-of.ts'
import type { Asked, Measure } from './measure.ts'

/** A school that a figure counts. It names the school: for those entitled to names only. */
export interface SchoolCounted {
  /** The URN that speaks for it. */
  readonly urn: number
  readonly name: string
  /** How much of the figure is its own. */
  readonly figure: number
  /** All its URNs, the last first: what is known of it may be under any of them. */
  readonly urns: readonly number[]
}

/** The schools that a figure counts, by name; what they have adds up to it. The column must be a sum. */
export function schoolsCounted(
  measure: Measure<object, object>,
  evidence: Evidence,
  asked: Asked,
  place: Place,
): readonly SchoolCounted[] {
  const { starts, urns } = evidence
  const [urnOf, codes, names] = [numbersOf(urns, 'urn'), codesOf(urns, 'name'), wordsOf(urns, 'name')]
  return membersOf(measure, evidence, asked, place)
    .map(({ school, urn, figure }) => ({
      urn: urnOf[urn]!,
      name: names[codes[urn]!] ?? '',
      figure,
      urns: Array.from(urnOf.subarray(starts.urns[school], starts.urns[school + 1])),
    }))
    .toSorted((a, b) => inEnglish.compare(a.name, b.name) || a.urn - b.urn)
}

const inEnglish = new Intl.Collator('en-GB')
