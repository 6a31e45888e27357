import fc from 'fast-check'
import type { RegisterLink, RegisterSchool } from '../../analytics/evidence/facts.ts'
import { day, maybe } from './county-days.ts'

/** A URN of the register, of whichever type and status: open, closed, proposed, in the area or not. */
export const school = (urn: number): fc.Arbitrary<RegisterSchool> =>
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

export const link = (urn: fc.Arbitrary<number>): fc.Arbitrary<RegisterLink> =>
  fc.record({ urn, linkUrn: urn, linkType: fc.constantFrom(...linkTypes) })
