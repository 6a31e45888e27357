import type { CellCounts } from '../evidence/cell-counts.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { countsBy, countsIn, everyone, type Grouping } from '../evidence/ledger.ts'
import { spellsOf, spellsOn, type SpellKind, type Spells } from '../evidence/spells.ts'
import { dayNumber, type Day } from '../framework/day.ts'
import type { Cohort } from './cohort.ts'

/** How often the spells of a cohort's schools count in each cell on a day. */
export function tallyOf(evidence: Evidence, kind: SpellKind, cohort: Cohort, asOf: Day): CellCounts {
  const [{ counted, whole }, day] = [cohort, dayNumber(asOf)]
  if (counted?.asOf === asOf) return counted.countsOf(kind)
  if (whole?.asOf === asOf) return countsIn(evidence, kind, whole.grouping, whole.group, day)
  const spells = spellsOf(evidence, kind)
  const counts = new Int32Array(spells.size)
  walk(spells, cohort, day, counts, () => 0)
  return counts
}

/** The same for each group of schools apart: by group, and in each by cell. */
export function tallyBy(
  evidence: Evidence,
  kind: SpellKind,
  grouping: Grouping,
  cohort: Cohort,
  asOf: Day,
): CellCounts {
  const [{ whole }, day] = [cohort, dayNumber(asOf)]
  if (whole?.asOf === asOf && whole.grouping === everyone) return countsBy(evidence, kind, grouping, day)
  const spells = spellsOf(evidence, kind)
  const counts = new Int32Array(grouping.size(evidence) * spells.size)
  const [groups, { urns }] = [grouping.groups(evidence), cohort]
  walk(spells, cohort, day, counts, (at) => groups[urns[at]!]! * spells.size)
  return counts
}

/** Counts the spells of each school, from the place on where its counts begin. */
function walk(
  spells: Spells,
  { schools, size }: Cohort,
  day: number,
  counts: Int32Array,
  baseOf: (at: number) => number,
): void {
  const { cells } = spells
  for (let at = 0; at < size; at++) {
    const base = baseOf(at)
    spellsOn(spells, schools[at]!, day, (from, to) => {
      for (let place = from; place < to; place++) counts[base + cells[place]!]! += 1
    })
  }
}
