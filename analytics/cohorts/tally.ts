import { numbersOf } from '../evidence/columns.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { countsOn, type Grouping } from '../evidence/ledger.ts'
import { spellsOf, type SpellKind } from '../evidence/spells.ts'
import { dayNumber, type Day } from '../framework/day.ts'
import { phases } from '../framework/phase.ts'
import type { Cohort } from './cohort.ts'

export const byPhase: Grouping = {
  name: 'phase',
  size: () => phases.length,
  groups: ({ urns }) => numbersOf(urns, 'phase'),
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
function walkTally(evidence: Evidence, kind: SpellKind, { schools, size }: Cohort, asOf: Day): Int32Array {
  const spells = spellsOf(evidence, kind)
  const { starts, from, until, first, cells } = spells
  const day = dayNumber(asOf)
  const counts = new Int32Array(spells.size)
  for (let at = 0; at < size; at++) {
    const end = starts[schools[at]! + 1]!
    for (let spell = starts[schools[at]!]!; spell < end; spell++) {
      if (from[spell]! > day || until[spell]! < day) continue
      for (let cell = first[spell]!; cell < first[spell + 1]!; cell++) counts[cells[cell]!]! += 1
    }
  }
  return counts
}
