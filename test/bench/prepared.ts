import { codesOf, numbersOf, wordsOf } from '../../analytics/evidence/columns.ts'
import { always, forever } from '../../analytics/evidence/endless.ts'
import type { Evidence } from '../../analytics/evidence/evidence.ts'
import { dayNumber } from '../../analytics/framework/day.ts'

/** A table as the SQL engines load it: columns of whole numbers, `byte` where all fit in 0 to 255. */
export interface Prepared {
  readonly name: string
  readonly columns: readonly PreparedColumn[]
}

export interface PreparedColumn {
  readonly name: string
  readonly kind: 'byte' | 'number'
  readonly values: ArrayLike<number>
}

/** The number of rows of a prepared table. */
export const rowsOf = ({ columns }: Prepared): number => columns[0]?.values.length ?? 0

/**
 * All that the SQL engines are spared to derive, and more than evidence prepares for itself: which school a row
 * belongs to, between which days which URN speaks for a school, until when an audit or award is the latest, and, on
 * every audit, the first audit of its school.
 */
export const preparedTables = (evidence: Evidence): readonly Prepared[] => [
  speakers(evidence),
  audits(evidence),
  awards(evidence),
  comparable(evidence),
]

const byte = (name: string, values: ArrayLike<number>): PreparedColumn => ({ name, kind: 'byte', values })
const number = (name: string, values: ArrayLike<number>): PreparedColumn => ({ name, kind: 'number', values })

/** One row for each stretch of days on which one URN speaks for a school in the hub's population. */
function speakers(evidence: Evidence): Prepared {
  const windows = windowsOf(evidence)
  const rows = Array.from({ length: evidence.schools.numRows }, (_, school) => stretchesOf(windows(school))).flat()
  const engagedOn = numbersOf(evidence.schools, 'engagedOn')
  const phase = numbersOf(evidence.urns, 'phase')
  const [la, laNames] = [codesOf(evidence.urns, 'la'), wordsOf(evidence.urns, 'la')]
  return {
    name: 'speaker',
    columns: [
      number(
        'school',
        Int32Array.from(rows, ({ school }) => school),
      ),
      number(
        'from_day',
        Int32Array.from(rows, ({ from }) => from),
      ),
      number(
        'until_day',
        Int32Array.from(rows, ({ until }) => until),
      ),
      number(
        'engaged_on',
        Int32Array.from(rows, ({ school }) => engagedOn[school]!),
      ),
      number(
        'la',
        Int32Array.from(rows, ({ urn }) => Number(laNames[la[urn]!])),
      ),
      byte(
        'phase',
        Uint8Array.from(rows, ({ urn }) => phase[urn]!),
      ),
    ],
  }
}

interface Stretch {
  readonly school: number
  readonly urn: number
  readonly from: number
  readonly until: number
}

/** The windows of one school, cut where they overlap so that each day is the first window's that covers it. */
function stretchesOf(windows: readonly Stretch[]): readonly Stretch[] {
  const edges = [...new Set(windows.flatMap(({ from, until }) => [from, until + 1]))].toSorted((a, b) => a - b)
  return edges.slice(0, -1).flatMap((from, at) => {
    const speaking = windows.find((window) => window.from <= from && from <= window.until)
    return speaking === undefined ? [] : [{ ...speaking, from, until: edges[at + 1]! - 1 }]
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
        if (from <= until) windows.push({ school, urn, from, until })
      }
    }
    return windows
  }
}

/** Audits with the day of the next one, and the day, framework and levels of their school's first. */
function audits({ audits, starts }: Evidence): Prepared {
  const [school, heldOn] = [numbersOf(audits, 'school'), numbersOf(audits, 'heldOn')]
  const framework = codesOf(audits, 'framework')
  const levels = (['level0', 'level1', 'level2', 'level3'] as const).map((name) => numbersOf(audits, name))
  const first = Int32Array.from(school, (of) => {
    const start = starts.audits[of]!
    let row = start
    while (row + 1 < starts.audits[of + 1]! && heldOn[row + 1] === heldOn[start]) row++
    return row
  })
  return {
    name: 'audit',
    columns: [
      number('school', school),
      number('held_on', heldOn),
      number('next_on', nextDays(school, heldOn)),
      number(
        'first_on',
        first.map((row) => heldOn[row]!),
      ),
      byte('framework', Uint8Array.from(framework)),
      byte(
        'first_framework',
        Uint8Array.from(first, (row) => framework[row]!),
      ),
      ...levels.map((level, strand) => byte(`level${strand}`, level)),
      ...levels.map((level, strand) =>
        byte(
          `first${strand}`,
          Uint8Array.from(first, (row) => level[row]!),
        ),
      ),
    ],
  }
}

/** Awards with their last valid day and the day of the next one. */
function awards({ awards }: Evidence): Prepared {
  const [school, awardOn] = [numbersOf(awards, 'school'), numbersOf(awards, 'awardOn')]
  return {
    name: 'award',
    columns: [
      number('school', school),
      number('award_on', awardOn),
      number('next_on', nextDays(school, awardOn)),
      number('valid_until', numbersOf(awards, 'validUntil')),
      byte('award', numbersOf(awards, 'award')),
    ],
  }
}

/** For each row, sorted by school and day, the day of the school's next row. */
const nextDays = (school: Uint32Array, day: Int32Array): Int32Array =>
  day.map((_, row) => (school[row + 1] === school[row] ? day[row + 1]! : forever))

/** Pairs of frameworks whose levels can be compared. */
function comparable(evidence: Evidence): Prepared {
  const count = wordsOf(evidence.audits, 'framework').length
  const pairs = [...evidence.comparable.keys()].filter((pair) => evidence.comparable[pair] === 1)
  return {
    name: 'comparable',
    columns: [
      byte(
        'a',
        pairs.map((pair) => Math.floor(pair / count)),
      ),
      byte(
        'b',
        pairs.map((pair) => pair % count),
      ),
    ],
  }
}
