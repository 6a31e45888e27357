import fc from 'fast-check'
import type {
  Audit,
  AwardGiven,
  Facts,
  Goal,
  Priority,
  RegisterLink,
  RegisterSchool,
  Reflection,
} from '../../analytics/evidence/facts.ts'
import type { Scope } from '../../analytics/cohorts/population.ts'
import { achievements } from '../../analytics/framework/achieved.ts'
import { awards } from '../../analytics/framework/award.ts'
import { levels } from '../../analytics/framework/level.ts'
import { strands } from '../../analytics/framework/strand.ts'
import { seed, withCrowd } from './county-crowd.ts'
import { day, firstOfEach, maybe } from './county-days.ts'
import { criterion, criterionRating, formFigure, placeKey, schoolFsm, schoolYear } from './county-known.ts'

const urnsOf = (count: number) => Array.from({ length: count }, (_, at) => 900001 + at)

const school = (urn: number): fc.Arbitrary<RegisterSchool> =>
  fc.record({
    urn: fc.constant(urn),
    name: fc.constant(`School ${urn}`),
    la: fc.constantFrom('990', '990', '991', '992'),
    laName: fc.constant(null),
    establishmentNumber: fc.constant('2000'),
    type: fc.constantFrom(1, 2, 34, 28, 11),
    status: fc.constantFrom(1, 1, 1, 2, 2, 2, 3, 4),
    phase: fc.integer({ min: 0, max: 7 }),
    openOn: maybe(day),
    closeOn: maybe(day),
    district: maybe(fc.constantFrom('North', 'South', 'south', 'Île')),
    town: fc.constant(null),
    trust: fc.constant(null),
    pupils: maybe(fc.constantFrom(100, 211, 421, 1001)),
    // Its basis and year are not told, so nothing may rest on it.
    fsmPercent: maybe(fc.constantFrom(5, 40)),
    urbanRural: maybe(fc.constantFrom('A1', 'D1', '9')),
  })

const linkTypes = [
  'Successor',
  'Successor',
  'Predecessor',
  'Successor - merged',
  'Predecessor - amalgamated',
  'Result of Amalgamation',
  'Merged - change in age range',
  'Successor - Split School',
  'Other',
] as const

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

const place = fc.nat({ max: 99 })
const percent = fc.oneof(fc.integer({ min: 0, max: 100 }), fc.constantFrom(12.5, 33.3, 33.33, 66.65, 66.67, 0.05))

const goal: fc.Arbitrary<Goal> = fc.record({
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

/** Whole hubs of a few schools, with closures, conversions, mergers, splits, ties and frameworks that differ. */
export const smallCounty = countyOf(fc.integer({ min: 1, max: 9 }))

/** The same of enough schools to tell how goals stand, nearly all of them counted. */
export const largerCounty = countyOf(fc.integer({ min: 9, max: 16 })).map((facts) => ({
  ...facts,
  register: facts.register.map((row) => ({ ...row, type: 1, openOn: null, la: row.la === '992' ? '990' : row.la })),
}))

/** The same with a crowd, so that there is enough of something to say how it differs. */
export const crowdedCounty = fc.tuple(smallCounty, seed).map(([facts, dealt]) => withCrowd(facts, dealt))

function countyOf(size: fc.Arbitrary<number>): fc.Arbitrary<Facts> {
  return size.chain((count) => countyOfCount(count))
}

function countyOfCount(count: number): fc.Arbitrary<Facts> {
  const urns = urnsOf(count)
  const urn = fc.constantFrom(...urns)
  const link: fc.Arbitrary<RegisterLink> = fc.record({ urn, linkUrn: urn, linkType: fc.constantFrom(...linkTypes) })
  const audit: fc.Arbitrary<Audit> = fc.record({
    urn,
    heldOn: day,
    adviser: maybe(fc.constantFrom('A. Adviser', 'A. Adviser', 'B. Adviser', 'b. adviser')),
    framework: maybe(fc.constantFrom('First', 'Second', 'Third', 'Fourth')),
    levels: fc.array(maybe(fc.constantFrom(...levels)), { minLength: 4, maxLength: 4 }),
  })
  const award: fc.Arbitrary<AwardGiven> = fc.record({
    urn,
    heldOn: day,
    award: fc.constantFrom(...awards),
    awardOn: day,
    musicMarkNominated: fc.constant(null),
    followUpOn: maybe(day),
  })
  const reflection: fc.Arbitrary<Reflection> = fc.record({
    urn,
    heldOn: day,
    month: fc.constantFrom(12, 24),
    sentOn: maybe(day),
    returnedOn: maybe(day),
    withdrawnOn: maybe(day),
    achieved: fc.array(maybe(fc.constantFrom(...achievements)), { minLength: 3, maxLength: 3 }),
  })
  const rating = criterionRating(urn)
  const priority: fc.Arbitrary<Priority> = fc.record({
    urn,
    heldOn: day,
    priority: fc.integer({ min: 1, max: 3 }),
    strand: maybe(fc.constantFrom(...strands)),
    theme: maybe(fc.constantFrom('Singing', 'Tuition', 'tuition', 'Ensembles')),
    sorted: maybe(fc.constantFrom('Singing', 'Tuition')),
  })
  const known = fc.record({
    hub: fc.constant('Small county'),
    dataVersion: fc.constant(1),
    area: fc.constant([
      { la: '990', fromOn: null, toOn: null },
      { la: '991', fromOn: null, toOn: null },
    ]),
    extractOn: fc.constant(null),
    register: fc.tuple(...urns.map(school)),
    links: fc.array(link, { maxLength: 6 }),
    frameworks: fc.constantFrom(
      [],
      [
        { framework: 'First', inUseFrom: null, phases: [], comparableWith: ['Second'] },
        { framework: 'Second', inUseFrom: '2020-09-01', phases: [], comparableWith: [] },
        { framework: 'Third', inUseFrom: '2022-09-01', phases: [], comparableWith: ['Second'] },
      ],
      [
        { framework: 'Second', inUseFrom: '2019-03-01', phases: ['Primary' as const], comparableWith: ['Fourth'] },
        { framework: 'Third', inUseFrom: '2021-08-31', phases: ['Secondary' as const], comparableWith: ['Fourth'] },
      ],
    ),
    criteria: fc.array(criterion, { maxLength: 6 }),
    criterionRatings: fc.array(fc.tuple(rating, place), { maxLength: 10 }),
    schoolYears: fc.array(schoolYear(urn), { maxLength: 8 }),
    schoolFsm: fc.array(schoolFsm(urn), { maxLength: 10 }),
    formFigures: fc.array(formFigure(urn), { maxLength: 10 }),
    audits: fc.uniqueArray(audit, { maxLength: 24, selector: (row) => `${row.urn} ${row.heldOn}` }),
    awards: fc.array(award, { maxLength: 12 }),
    priorities: fc.array(fc.tuple(priority, place), { maxLength: 12 }),
    reflections: fc.array(fc.tuple(reflection, place), { maxLength: 12 }),
    dataForms: fc.array(fc.record({ urn, year: fc.integer({ min: 2017, max: 2023 }) }), { maxLength: 3 }),
    goals: fc.uniqueArray(goal, { maxLength: 3, selector: (row) => row.goal }),
  })
  return known.map((facts) => {
    const keyOf = ({ urn: of, year }: { urn: number; year: number }) => `${of} ${year}`
    return {
      ...facts,
      schoolYears: firstOfEach(facts.schoolYears, keyOf),
      schoolFsm: firstOfEach(facts.schoolFsm, (row) => `${keyOf(row)} ${row.basis}`),
      criteria: firstOfEach(facts.criteria, (row) => `${row.framework} ${placeKey(row)}`),
      criterionRatings: atMeetings(facts.criterionRatings, facts.audits, (row) => placeKey(row.place)),
      awards: firstOfEach(facts.awards, ({ urn: of, heldOn, awardOn }) => `${of} ${heldOn} ${awardOn}`),
      priorities: atMeetings(facts.priorities, facts.audits, ({ priority: of }) => of),
      reflections: atMeetings(facts.reflections, facts.audits, ({ month }) => month),
      dataForms: firstOfEach(
        [...facts.dataForms, ...facts.formFigures.map(({ urn: of, year }) => ({ urn: of, year }))],
        keyOf,
      ),
      formFigures: firstOfEach(facts.formFigures, (row) => `${keyOf(row)} ${row.figure} ${row.breakdown}`),
    }
  })
}

/** A day to ask about: one of those above, or one between them. */
export const anyDay = fc.oneof(
  day,
  fc.constantFrom('2015-01-01', '2020-01-15', '2022-06-30', '2026-08-31'),
  // The days on which a reflection is due for the last time, and overdue for the first.
  fc.constantFrom('2021-03-30', '2021-03-31', '2021-09-30', '2021-10-01', '2024-02-29'),
)

/** A part of the hub to ask about. */
export const anyScope: fc.Arbitrary<Scope> = fc.oneof(
  { weight: 2, arbitrary: fc.constant({}) },
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
