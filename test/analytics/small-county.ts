import fc from 'fast-check'
import type {
  Audit,
  AwardGiven,
  Facts,
  RegisterLink,
  RegisterSchool,
  Reflection,
} from '../../analytics/evidence/facts.ts'
import { awards } from '../../analytics/framework/award.ts'
import { levels } from '../../analytics/framework/level.ts'

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

/** Whole hubs of a few schools, with closures, conversions, mergers, splits, ties and frameworks that differ. */
export const smallCounty: fc.Arbitrary<Facts> = fc.integer({ min: 1, max: 9 }).chain((count) => {
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
    achieved: fc.constant([null, null, null]),
  })
  return fc.record({
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
    priorities: fc.constant([]),
    reflections: fc.uniqueArray(reflection, {
      maxLength: 8,
      selector: (row) => `${row.urn} ${row.heldOn} ${row.month}`,
    }),
    dataForms: fc.array(fc.record({ urn, year: fc.integer({ min: 2017, max: 2023 }) }), { maxLength: 3 }),
    goals: fc.constant([]),
  })
})

/** A day to ask about: one of those above, or one between them. */
export const anyDay = fc.oneof(day, fc.constantFrom('2015-01-01', '2020-01-15', '2022-06-30', '2026-08-31'))

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
