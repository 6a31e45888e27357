import type { RegisterLink, RegisterSchool } from './facts.ts'
import { chainsOf } from './identity.ts'
import { textOrder } from './text-order.ts'

/** The schools of a register, each a row, by the council of its last URN, then by that URN. */
export interface Schools {
  /** The last URN of each. */
  readonly lasts: Uint32Array
  /** The row of the school a URN belongs to; undefined for a URN that the register does not know. */
  readonly rowOf: (urn: number) => number | undefined
  /** Below 0 where one URN of a school speaks for it before another: fewest links to the end, then the higher. */
  readonly speaking: (urn: number, other: number) => number
  /** Closed URNs with more than one successor. */
  readonly splits: readonly number[]
}

/** The schools of a register. Who is the same school follows its links. */
export function schoolsOf(register: readonly RegisterSchool[], links: readonly RegisterLink[]): Schools {
  const { lastOf, linksToEnd, splits } = chainsOf(register, links)
  const councilOf = new Map(register.map(({ urn, la }) => [urn, la]))
  const lasts = [...new Set(lastOf.values())].toSorted(
    (a, b) => textOrder(councilOf.get(a) ?? '', councilOf.get(b) ?? '') || a - b,
  )
  const rowOfLast = new Map(lasts.map((urn, row) => [urn, row]))
  const rows = new Map(Array.from(lastOf, ([urn, last]) => [urn, rowOfLast.get(last) ?? 0]))
  return {
    lasts: Uint32Array.from(lasts),
    rowOf: (urn) => rows.get(urn),
    speaking: (urn, other) => (linksToEnd.get(urn) ?? 0) - (linksToEnd.get(other) ?? 0) || other - urn,
    splits,
  }
}
