import fc from 'fast-check'
import type { Scope } from '../../analytics/cohorts/population.ts'
import type { Audit, Facts } from '../../analytics/evidence/facts.ts'
import { withCrowd } from './county-crowd.ts'
import { day, firstOfEach } from './county-days.ts'
import { seed } from './county-dice.ts'
import { withJourneys } from './county-journeys.ts'
import { criterion, criterionRating, formFigure, placeKey, schoolFsm, schoolYear } from './county-known.ts'
import { audit, award, goal, priority, reflection } from './county-records.ts'
import { link, school } from './county-register.ts'

const urnsOf = (count: number) => Array.from({ length: count }, (_, at) => 900001 + at)

/** The rows moved to meetings that there are, but for one in four; of those that then are the same the first. */
const atMeetings = <T extends { readonly urn: number; readonly heldOn: string }>(
  rows: readonly (readonly [row: T, at: number])[],
  audits: readonly Audit[],
  keyOf: (row: T) => string | number,
): T[] => {
  const moved = rows.map(([row, at]) => {
    const meeting = at % 4 === 0 ? undefined : audits[at % audits.length]
    return meeting === undefined ? row : { ...row, urn: meeting.urn, heldOn: meeting.heldOn }
  })
  return firstOfEach(moved, (row) => `${row.urn} ${row.heldOn} ${keyOf(row)}`)
}

/** Which meeting: any, or one of a few, so that much is told of one. */
const place = fc.oneof(fc.nat({ max: 99 }), fc.nat({ max: 5 }))
/** Whole hubs of a few schools, with closures, conversions, mergers, splits, ties and frameworks that differ. */
export const smallCounty = countyOf(fc.integer({ min: 1, max: 9 }))

/** Nearly all schools counted, so that what is told of them is too. */
const counted = (facts: Facts): Facts => ({
  ...facts,
  register: facts.register.map((row) => ({
    ...row,
    type: 1,
    openOn: null,
    status: row.status === 4 ? 1 : row.status,
    la: row.la === '992' ? '990' : row.la,
  })),
})

/** The same of enough schools to tell how goals stand, nearly all of them counted. */
export const largerCounty = countyOf(fc.integer({ min: 9, max: 16 })).map(counted)

/** The same of few schools of which much is told: audits one after another, with all that follows them. */
export const eventfulCounty = fc
  .tuple(countyOf(fc.integer({ min: 2, max: 6 }), 'max'), seed)
  .map(([facts, dealt]) => (dealt % 2 === 0 ? counted(facts) : withJourneys(counted(facts), dealt)))

/** The same with a crowd, so that there is enough of something to say how it differs. */
export const crowdedCounty = fc.tuple(smallCounty, seed).map(([facts, dealt]) => withCrowd(facts, dealt))

function countyOf(count: fc.Arbitrary<number>, size?: 'max'): fc.Arbitrary<Facts> {
  return count.chain((schools) => countyOfCount(schools, size === undefined ? {} : { size }))
}

function countyOfCount(count: number, size: { readonly size?: 'max' }): fc.Arbitrary<Facts> {
  const urns = urnsOf(count)
  const urn = fc.constantFrom(...urns)
  const some = <T>(of: fc.Arbitrary<T>, maxLength: number) => fc.array(of, { maxLength, ...size })
  const known = fc.record({
    hub: fc.constant('Small county'),
    dataVersion: fc.constant(1),
    area: fc.constant([
      { la: '990', fromOn: null, toOn: null },
      { la: '991', fromOn: null, toOn: null },
    ]),
    extractOn: fc.constant(null),
    register: fc.tuple(...urns.map(school)),
    links: fc.array(link(urn), { maxLength: 6 }),
    frameworks: fc.constantFrom(
      [],
      [
        { framework: 'First', inUseFrom: null, phases: [], comparableWith: ['Second'] },
        { framework: 'Second', inUseFrom: '2020-09-01', phases: [], comparableWith: [] },
        { framework: 'Third', inUseFrom: '2022-09-01', phases: [], comparableWith: ['Second'] },
      ],
      [
        { framework: 'Third', inUseFrom: null, phases: [], comparableWith: [] },
        { framework: 'first', inUseFrom: null, phases: [], comparableWith: ['Third', 'First'] },
        { framework: 'Second', inUseFrom: '2021-03-01', phases: ['Primary' as const], comparableWith: ['first'] },
        { framework: 'Fourth', inUseFrom: '2021-03-01', phases: [], comparableWith: [] },
      ],
      [
        { framework: 'Second', inUseFrom: '2019-03-01', phases: ['Primary' as const], comparableWith: ['Fourth'] },
        { framework: 'Third', inUseFrom: '2021-08-31', phases: ['Secondary' as const], comparableWith: ['Fourth'] },
      ],
    ),
    criteria: some(criterion, 6),
    criterionRatings: some(fc.tuple(criterionRating(urn), place), 10),
    schoolYears: some(schoolYear(urn), 8),
    schoolFsm: some(schoolFsm(urn), 10),
    formFigures: some(formFigure(urn), 10),
    audits: some(audit(urn), 24),
    awards: some(award(urn), 12),
    priorities: some(fc.tuple(priority(urn), place), 12),
    reflections: some(fc.tuple(reflection(urn), place), 12),
    dataForms: some(fc.record({ urn, year: fc.integer({ min: 2017, max: 2023 }) }), 3),
    goals: some(goal, 3),
  })
  return known.map((facts) => {
    const audits = firstOfEach(facts.audits, (row) => `${row.urn} ${row.heldOn}`)
    const keyOf = ({ urn: of, year }: { urn: number; year: number }) => `${of} ${year}`
    return {
      ...facts,
      schoolYears: firstOfEach(facts.schoolYears, keyOf),
      schoolFsm: firstOfEach(facts.schoolFsm, (row) => `${keyOf(row)} ${row.basis}`),
      criteria: firstOfEach(facts.criteria, (row) => `${row.framework} ${placeKey(row)}`),
      audits,
      criterionRatings: atMeetings(facts.criterionRatings, audits, (row) => placeKey(row.place)),
      awards: firstOfEach(facts.awards, ({ urn: of, heldOn, awardOn }) => `${of} ${heldOn} ${awardOn}`),
      priorities: atMeetings(facts.priorities, audits, (row) => row.priority),
      reflections: atMeetings(facts.reflections, audits, ({ month }) => month),
      dataForms: firstOfEach(
        [...facts.dataForms, ...facts.formFigures.map(({ urn: of, year }) => ({ urn: of, year }))],
        keyOf,
      ),
      formFigures: firstOfEach(facts.formFigures, (row) => `${keyOf(row)} ${row.figure} ${row.breakdown}`),
      goals: firstOfEach(facts.goals, (row) => row.goal),
    }
  })
}

/** A day to ask about: one on which things happen, or one between or after them. */
export const anyDay = fc.oneof(
  day,
  fc.constantFrom('2022-02-28', '2022-08-31', '2024-08-31'),
  fc.constantFrom('2015-01-01', '2020-01-15', '2022-06-30', '2022-12-31', '2023-08-31', '2024-08-31', '2026-08-31'),
  // The days on which a reflection is due for the last time, and overdue for the first.
  fc.constantFrom('2021-03-30', '2021-03-31', '2021-09-30', '2021-10-01', '2024-02-29'),
)

/** A part of the hub to ask about. */
export const anyScope: fc.Arbitrary<Scope> = fc.oneof(
  { weight: 4, arbitrary: fc.constant({}) },
  {
    weight: 3,
    arbitrary: fc.constantFrom<Scope>(
      { council: '990' },
      { council: '991' },
      { district: 'North' },
      { district: 'Unknown' },
      { phase: 'Primary' },
      { council: '990', phase: 'Special' },
    ),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom<Scope>(
      { size: 'Up to 100' },
      { size: '101 to 210' },
      { size: '211 to 420', phase: 'Primary' },
      { size: 'Over 1000' },
      { size: 'Unknown' },
      { fsm: 'Under 10%' },
      { fsm: '10% to under 20%' },
      { fsm: '20% to under 35%' },
      { fsm: '35% and over' },
      { fsm: 'Unknown' },
      { deprivation: 'Most deprived fifth' },
      { deprivation: 'Unknown' },
      { rural: 'Rural' },
      { rural: 'Urban' },
      { rural: 'Unknown', council: '990' },
      { framework: 'First' },
      { framework: 'Second' },
      { framework: 'Unknown' },
      { adviser: 'A. Adviser' },
      { adviser: 'b. adviser' },
      { adviser: 'Unknown', district: 'South' },
    ),
  },
)
