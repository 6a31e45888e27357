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
import { achievements } from '../../analytics/framework/achieved.ts'
import { awards } from '../../analytics/framework/award.ts'
import { levels } from '../../analytics/framework/level.ts'
import { strands } from '../../analytics/framework/strand.ts'

/** Days that lie where mistakes are made: ends of months and years, leap days, changes of term and of clock. */
const days = [
  '2016-02-29',
  '2017-02-28',
  '2018-08-31',
  '2018-09-01',
  '2019-02-28',
  '2019-03-01',
  '2019-08-31',
  '2020-02-29',
  '2020-03-29',
  '2020-08-31',
  '2020-09-01',
  '2021-02-28',
  '2021-03-01',
  '2021-08-31',
  '2021-10-31',
  '2022-02-28',
  '2022-08-30',
  '2022-08-31',
  '2022-09-01',
  '2023-02-28',
  '2023-03-01',
  '2023-08-31',
  '2023-09-01',
] as const

const day = fc.constantFrom(...days)
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null, freq: 3 })

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
    district: maybe(fc.constantFrom('North', 'South')),
    town: fc.constant(null),
    trust: fc.constant(null),
    pupils: fc.constant(null),
    fsmPercent: fc.constant(null),
    urbanRural: fc.constant(null),
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
  keyOf: (row: T) => number,
): T[] => {
  const moved = rows.map(([row, at]) => {
    const meeting = at % 4 === 0 ? undefined : audits[at % audits.length]
    return meeting === undefined ? row : { ...row, urn: meeting.urn, heldOn: meeting.heldOn }
  })
  return [...new Map(moved.toReversed().map((row) => [`${row.urn} ${row.heldOn} ${keyOf(row)}`, row])).values()]
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
    adviser: fc.constant(null),
    framework: maybe(fc.constantFrom('First', 'Second', 'Third')),
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
    ),
    audits: fc.uniqueArray(audit, { maxLength: 24, selector: (row) => `${row.urn} ${row.heldOn}` }),
    awards: fc.array(award, { maxLength: 12 }),
    priorities: fc.array(fc.tuple(priority, place), { maxLength: 12 }),
    reflections: fc.array(fc.tuple(reflection, place), { maxLength: 12 }),
    dataForms: fc.array(fc.record({ urn, year: fc.integer({ min: 2017, max: 2023 }) }), { maxLength: 3 }),
    goals: fc.uniqueArray(goal, { maxLength: 3, selector: (row) => row.goal }),
  })
  return known.map((facts) => ({
    ...facts,
    schoolYears: [],
    schoolFsm: [],
    criteria: [],
    criterionRatings: [],
    formFigures: [],
    priorities: atMeetings(facts.priorities, facts.audits, ({ priority }) => priority),
    reflections: atMeetings(facts.reflections, facts.audits, ({ month }) => month),
  }))
}

/** A day to ask about: one of those above, or one between them. */
export const anyDay = fc.oneof(
  day,
  fc.constantFrom('2015-01-01', '2020-01-15', '2022-06-30', '2026-08-31'),
  // The days on which a reflection is due for the last time, and overdue for the first.
  fc.constantFrom('2021-03-30', '2021-03-31', '2021-09-30', '2021-10-01', '2024-02-29'),
)

/** A part of the hub to ask about. */
export const anyScope = fc.constantFrom(
  {},
  {},
  { council: '990' },
  { council: '991' },
  { district: 'North' },
  { phase: 'Primary' as const },
  { council: '990', phase: 'Special' as const },
)
