import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { populationOf } from '../../../analytics/cohorts/population.ts'
import { byDistrict, byPhase } from '../../../analytics/cohorts/groupings.ts'
import { tallyBy, tallyOf } from '../../../analytics/cohorts/tally.ts'
import { buildEvidence } from '../../../analytics/evidence/build.ts'
import type { Evidence } from '../../../analytics/evidence/evidence.ts'
import { spellsOf, type SpellKind } from '../../../analytics/evidence/spells.ts'
import { since, standings } from '../../../analytics/evidence/standings.ts'
import { dayNumber } from '../../../analytics/framework/day.ts'
import { phases } from '../../../analytics/framework/phase.ts'
import { runs } from '../../runs.ts'
import { anyDay, eventfulCounty } from '../small-county.ts'

const kinds: readonly SpellKind[] = [standings, since]

/** Every cell of every spell that holds on a day, one by one. */
function plainTally(evidence: Evidence, kind: SpellKind, schools: Iterable<number>, day: number): readonly number[] {
  const { starts, from, until, first, cells, size } = spellsOf(evidence, kind)
  const counts = Array.from({ length: size }, () => 0)
  for (const school of schools)
    for (let spell = starts[school]!; spell < starts[school + 1]!; spell++)
      if (from[spell]! <= day && day <= until[spell]!)
        for (const cell of cells.subarray(first[spell], first[spell + 1])) counts[cell]! += 1
  return counts
}

describe('a tally of spells on a day', () => {
  it('is the same kept by day for the whole population, by walking to its schools, and counted one by one', () => {
    fc.assert(
      fc.property(
        eventfulCounty,
        fc.array(anyDay, { minLength: 1, maxLength: 4 }),
        fc.record(
          {
            phase: fc.constantFrom(...phases),
            council: fc.constantFrom('990', '991', '999'),
            district: fc.constantFrom('North', 'Unknown', 'Nowhere'),
            rural: fc.constantFrom('Rural', 'Urban', 'Unknown'),
          },
          { requiredKeys: [] },
        ),
        (facts, days, scope) => {
          const evidence = buildEvidence(facts)
          for (const asOf of days) {
            const whole = populationOf(evidence, asOf, scope)
            const { schools, urns } = whole
            expect(whole.size).toBe(schools.length)
            for (const kind of kinds) {
              const plain = plainTally(evidence, kind, schools, dayNumber(asOf))
              expect([kind.name, ...tallyOf(evidence, kind, whole, asOf)]).toEqual([kind.name, ...plain])
              expect([...tallyOf(evidence, kind, { size: schools.length, schools, urns }, asOf)]).toEqual(plain)
              for (const grouping of [byPhase, byDistrict]) {
                const walked = tallyBy(evidence, kind, grouping, { size: schools.length, schools, urns }, asOf)
                expect([...tallyBy(evidence, kind, grouping, whole, asOf)]).toEqual([...walked])
              }
            }
          }
        },
      ),
      { numRuns: runs(100), endOnFailure: true },
    )
  })
})
