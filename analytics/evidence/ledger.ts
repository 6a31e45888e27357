import type { CellCounts } from './cell-counts.ts'
import { numbersOf } from './columns.ts'
import { countsAfter, stepsFrom, wholesBelow, type Changes, type Steps, type Wholes } from './counting-steps.ts'
import { firstDay, forever } from './endless.ts'
import type { Evidence } from './evidence.ts'
import { keeper } from './kept.ts'
import { spellsOf, type SpellKind, type Spells, type Stretches } from './spells.ts'

/** Into which groups schools are counted apart, by the URN that speaks for them. */
export interface Grouping {
  readonly size: (evidence: Evidence) => number
  /** The group of each URN, by its row. */
  readonly groups: (evidence: Evidence) => ArrayLike<number>
}

/** All schools in one group. */
export const everyone: Grouping = { size: () => 1, groups: ({ urns }) => new Uint8Array(urns.numRows) }

const keptKinds = keeper()

/** The steps of a kind of spells, kept as long as the grouping in which they were asked for, apart or beside each other. */
function keptSteps(evidence: Evidence, kind: SpellKind, grouping: Grouping, way: 'apart' | 'beside'): Steps {
  const known = keptKinds(evidence, kind, () => ({
    apart: new WeakMap<Grouping, Steps>(),
    beside: new WeakMap<Grouping, Steps>(),
  }))[way]
  const found = known.get(grouping)
  if (found !== undefined) return found
  const [size, groups] = [grouping.size(evidence), grouping.groups(evidence)]
  const laid = way === 'apart' ? { parts: size, partOf: groups } : { widths: size, widthOf: groups }
  const made = stepsOf(evidence, kind, laid)
  known.set(grouping, made)
  return made
}

/**
 * How often the spells of the schools of one group of a hub's population count in each cell on a day. A spell begins to
 * count when it begins or its school comes to the group, and ends likewise. To walk to every school instead costs what
 * each has to be looked up for: for the standings of 24,000 schools a hundred times as long.
 */
export const countsIn = (
  evidence: Evidence,
  kind: SpellKind,
  grouping: Grouping,
  group: number,
  day: number,
): CellCounts => countsAfter(keptSteps(evidence, kind, grouping, 'apart'), group, day)

/** The same of all groups at once: by group, and in each by cell. */
export const countsBy = (evidence: Evidence, kind: SpellKind, grouping: Grouping, day: number): CellCounts =>
  countsAfter(keptSteps(evidence, kind, grouping, 'beside'), 0, day)

/** Which groups are counted in parts of their own, and which beside each other in one. */
interface Laid {
  readonly parts?: number
  readonly partOf?: ArrayLike<number>
  readonly widths?: number
  readonly widthOf?: ArrayLike<number>
}

function stepsOf(evidence: Evidence, kind: SpellKind, laid: Laid): Steps {
  const spells = spellsOf(evidence, kind)
  const changes = changesOf(spells, kind.among?.(evidence) ?? population(evidence), laid)
  return stepsFrom(spells, changes, laid.parts ?? 1, (laid.widths ?? 1) * spells.size)
}

/** The stretches of a hub's population. */
export const population = ({ speakers }: Evidence): Stretches => ({
  school: numbersOf(speakers, 'school'),
  urn: numbersOf(speakers, 'urn'),
  from: numbersOf(speakers, 'from'),
  until: numbersOf(speakers, 'until'),
})

/** When each spell begins to count, and to count no longer, in no order, and where. */
function changesOf(
  { size, starts, from, until }: Spells,
  { school, urn, from: speaksFrom, until: speaksUntil }: Stretches,
  { parts: laidParts = 1, partOf, widths = 1, widthOf }: Laid,
): Changes {
  const most = school.reduce((sum, of) => sum + 2 * (starts[of + 1]! - starts[of]!), 0)
  const [days, turns] = [new Int32Array(most), new Int32Array(most)]
  const [parts, bases] = [wholesBelow(laidParts, most), wholesBelow(widths * size, most)]
  let count = 0
  for (let row = 0; row < school.length; row++) {
    const [part, base] = [partOf?.[urn[row]!] ?? 0, (widthOf?.[urn[row]!] ?? 0) * size]
    const tell = (day: number, turn: number): void => {
      days[count] = day
      turns[count] = turn
      parts[count] = part
      bases[count++] = base
    }
    for (let spell = starts[school[row]!]!; spell < starts[school[row]! + 1]!; spell++) {
      const begins = Math.max(from[spell]!, speaksFrom[row]!, firstDay)
      const ends = Math.min(until[spell]!, speaksUntil[row]!)
      if (begins > ends || begins === forever) continue
      tell(begins, spell)
      if (ends < forever) tell(ends + 1, ~spell)
    }
  }
  const all = <T extends Int32Array | Wholes>(numbers: T) => numbers.subarray(0, count) as T
  return { days: all(days), turns: all(turns), parts: all(parts), bases: all(bases) }
}
