import fc from 'fast-check'
import type { Audit, AwardGiven, Goal, Priority, Reflection } from '../../analytics/evidence/facts.ts'
import { achievements } from '../../analytics/framework/achieved.ts'
import { awards } from '../../analytics/framework/award.ts'
import { levels } from '../../analytics/framework/level.ts'
import { strands } from '../../analytics/framework/strand.ts'
import { day, maybe } from './county-days.ts'

type Urn = fc.Arbitrary<number>

export const audit = (urn: Urn): fc.Arbitrary<Audit> =>
  fc.record({
    urn,
    heldOn: day,
    adviser: maybe(fc.constantFrom('A. Adviser', 'A. Adviser', 'B. Adviser', 'b. adviser')),
    framework: maybe(fc.constantFrom('First', 'Second', 'Third', 'Fourth')),
    levels: fc.array(maybe(fc.constantFrom(...levels)), { minLength: 4, maxLength: 4 }),
  })

export const award = (urn: Urn): fc.Arbitrary<AwardGiven> =>
  fc.record({
    urn,
    heldOn: day,
    award: fc.constantFrom(...awards),
    awardOn: day,
    musicMarkNominated: fc.constant(null),
    followUpOn: maybe(day),
  })

export const reflection = (urn: Urn): fc.Arbitrary<Reflection> =>
  fc.record({
    urn,
    heldOn: day,
    month: fc.constantFrom(12, 24),
    sentOn: maybe(day),
    returnedOn: maybe(day),
    withdrawnOn: maybe(day),
    achieved: fc.array(maybe(fc.constantFrom(...achievements)), { minLength: 3, maxLength: 3 }),
  })

export const priority = (urn: Urn): fc.Arbitrary<Priority> =>
  fc.record({
    urn,
    heldOn: day,
    priority: fc.integer({ min: 1, max: 3 }),
    strand: maybe(fc.constantFrom(...strands)),
    theme: maybe(fc.constantFrom('Singing', 'Tuition', 'tuition', ' Ensembles ', 'unsorted')),
    sorted: maybe(fc.constantFrom('Singing', 'Tuition')),
    needs: fc.boolean(),
    offered: fc.boolean(),
  })
const percent = fc.oneof(fc.integer({ min: 0, max: 100 }), fc.constantFrom(12.5, 33.3, 33.33, 66.65, 66.67, 0.05))

export const goal: fc.Arbitrary<Goal> = fc.record({
  goal: fc.constantFrom('Goal 1', 'Goal 2', 'Goal 3', 'Goal 4', 'Goal 5'),
  title: fc.constant('A goal'),
  function: fc.constant(null),
  measure: fc.constant('coverage'),
  wanted: fc.constantFrom(...levels, ...awards, 'Engaged', 'Audited', 'Re-audited'),
  strand: maybe(fc.constantFrom(...strands)),
  population: fc.constantFrom('All', 'All', 'All', 'Primary', '990', '992'),
  baselinePercent: maybe(percent),
  baselineYear: maybe(fc.integer({ min: 2016, max: 2020 })),
  targetPercent: percent,
  targetYear: fc.integer({ min: 2021, max: 2024 }),
})
