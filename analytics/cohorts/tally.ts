import { codesOf, numbersOf, wordsOf } from '../evidence/columns.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { kept } from '../evidence/kept.ts'
import { countsOn, type Grouping } from '../evidence/ledger.ts'
import { spellsOf, type SpellKind, type Spells } from '../evidence/spells.ts'
import { dayNumber, type Day } from '../framework/day.ts'
import { phases } from '../framework/phase.ts'
import type { Cohort } from './cohort.ts'

export const byPhase: Grouping = {
  name: 'phase',
  size: () => phases.length,
  groups: ({ urns }) => numbersOf(urns, 'phase'),
}

/** All schools in one group. */
export const everyone: Grouping = {
  name: 'everyone',
  size: () => 1,
  groups: ({ urns }) => kept(urns, 'one group', () => new Uint8Array(urns.numRows)),
}

export const byDistrict: Grouping = {
  name: 'district',
  size: ({ urns }) => wordsOf(urns, 'district').length,
  groups: ({ urns }) => codesOf(urns, 'district'),
}

/** How often the spells of a cohort's schools count in each cell on a day. */
export function tallyOf(evidence: Evidence, kind: SpellKind, cohort: Cohort, asOf: Day): Int32Array {
  if (cohort.whole?.asOf !== asOf) return walkTally(evidence, kind, cohort, asOf)
  const counts = countsOn(evidence, kind, byPhase, dayNumber(asOf))
  const size = counts.length / phases.length
  const { phase } = cohort.whole
  const only = phase === undefined ? null : phases.indexOf(phase)
  if (only !== null) return counts.subarray(only * size, (only + 1) * size)
  for (let base = size; base < counts.length; base += size)
    for (let cell = 0; cell < size; cell++) counts[cell]! += counts[base + cell]!
  return counts.subarray(0, size)
}

/** The same by walking to each school. */
function walkTally(evidence: Evidence, kind: SpellKind, cohort: Cohort, asOf: Day): Int32Array {
  const spells = spellsOf(evidence, kind)
  const counts = new Int32Array(spells.size)
  walk(spells, cohort, dayNumber(asOf), counts, () => 0)
  return counts
}

/** The same for each group of schools apart: by group, and in each by cell. */
export function tallyBy(
  evidence: Evidence,
  kind: SpellKind,
  grouping: Grouping,
  cohort: Cohort,
  asOf: Day,
): Int32Array {
  const day = dayNumber(asOf)
  if (cohort.whole?.asOf === asOf && cohort.whole.phase === undefined) return countsOn(evidence, kind, grouping, day)
  const spells = spellsOf(evidence, kind)
  const counts = new Int32Array(grouping.size(evidence) * spells.size)
  const [groups, { urns }] = [grouping.groups(evidence), cohort]
  walk(spells, cohort, day, counts, (at) => groups[urns[at]!]! * spells.size)
  return counts
}

/** Counts the spells of each school, from the place on where its counts begin. */
function walk(
  { starts, from, until, first, cells }: Spells,
  { schools, size }: Cohort,
  day: number,
  counts: Int32Array,
  baseOf: (at: number) => number,
): void {
  for (let at = 0; at < size; at++) {
    const [school, base] = [schools[at]!, baseOf(at)]
    const end = starts[school + 1]!
    for (let spell = starts[school]!; spell < end; spell++) {
      if (from[spell]! > day || until[spell]! < day) continue
      const last = first[spell + 1]!
      for (let cell = first[spell]!; cell < last; cell++) counts[base + cells[cell]!]! += 1
    }
  }
}
