import { codesOf, numbersOf, wordsOf } from '../../../analytics/evidence/columns.ts'
import { always, forever } from '../../../analytics/evidence/endless.ts'
import type { Evidence } from '../../../analytics/evidence/evidence.ts'
import { dayNumber } from '../../../analytics/framework/day.ts'

/** Days on which one URN speaks for a school in the hub's population. */
export interface Stretch {
  readonly urn: number
  readonly from: number
  readonly until: number
}

/** The stretches of every school, by its row. */
export function stretchesOf(evidence: Evidence): readonly (readonly Stretch[])[] {
  const windows = windowsOf(evidence)
  return Array.from({ length: evidence.schools.numRows }, (_, school) => cut(windows(school)))
}

/** The windows of one school, cut where they overlap so that each day is the first window's that covers it. */
function cut(windows: readonly Stretch[]): readonly Stretch[] {
  const edges = [...new Set(windows.flatMap(({ from, until }) => [from, until + 1]))].toSorted((a, b) => a - b)
  return edges.slice(0, -1).flatMap((from, at) => {
    const speaking = windows.find((window) => window.from <= from && from <= window.until)
    return speaking === undefined ? [] : [{ urn: speaking.urn, from, until: edges[at + 1]! - 1 }]
  })
}

/** The days on which each URN of a school is open, state-funded and in the area, in the order in which they speak. */
function windowsOf({ area, starts, urns }: Evidence): (school: number) => readonly Stretch[] {
  const [openFrom, openUntil] = [numbersOf(urns, 'openFrom'), numbersOf(urns, 'openUntil')]
  const stateFunded = numbersOf(urns, 'stateFunded')
  const [la, laNames] = [codesOf(urns, 'la'), wordsOf(urns, 'la')]
  const partsOf = Map.groupBy(area, (part) => laNames.indexOf(part.la))
  return (school) => {
    const windows: Stretch[] = []
    for (let urn = starts.urns[school]!; urn < starts.urns[school + 1]!; urn++) {
      if (stateFunded[urn] === 0) continue
      for (const { fromOn, toOn } of partsOf.get(la[urn]!) ?? []) {
        const from = Math.max(openFrom[urn]!, fromOn === null ? always : dayNumber(fromOn))
        const until = Math.min(openUntil[urn]!, toOn === null ? forever - 1 : dayNumber(toOn))
        if (from <= until) windows.push({ urn, from, until })
      }
    }
    return windows
  }
}
