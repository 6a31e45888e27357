import { describe, expect, it } from 'vitest'
import { buildEvidence } from '../../../analytics/evidence/build.ts'
import type { Audit, Facts } from '../../../analytics/evidence/facts.ts'
import { ask } from '../../../analytics/measures/ask.ts'
import { equityGap } from '../../../analytics/measures/equity-gap.ts'
import { audit, school } from '../../../fixtures/story.ts'
import { facts } from '../facts.ts'

const count = 150
const urns = Array.from({ length: count }, (_, at) => 900001 + at)

/** Of the first 70 schools, with few free school meals, 56 are at Establishing; of the other 80 it is 48. */
const reached = (at: number): boolean => at < 56 || (at >= 70 && at < 118)

const audits: readonly Audit[] = urns.map((urn, at) => audit(urn, '2023-01-10', reached(at) ? 'Es F F F' : 'D F F F'))

const known: Partial<Facts> = {
  register: urns.map((urn) => school(urn)),
  audits,
  schoolFsm: urns.map((urn, at) => ({ urn, year: 2025, basis: 'ever 6', percent: at < 70 ? 5 : 40 })),
}

const gap = (rest: Partial<Facts> = {}) =>
  ask(equityGap, buildEvidence(facts({ ...known, ...rest })), {
    asOf: '2026-06-30',
    where: { strand: 'Curriculum music' },
  })

const rowsOf = (name: string, rest: Partial<Facts> = {}) =>
  gap(rest).rows.filter(({ characteristic }) => characteristic === name)

describe('equity-gap', () => {
  it('compares shares in percentage points with the interval of Newcombe, both numbers beside it', () => {
    expect(rowsOf('Free school meals')).toMatchObject([
      { band: 'Under 10%', n: 70, atOrAbove: 56, share: 80, comparedWith: 'not compared', difference: 'z' },
      // Newcombe's own example the other way round: 0.0524 to 0.3339.
      { band: '35% and over', n: 80, atOrAbove: 48, share: 60, difference: -20, lower: -33.4, upper: -5.2 },
    ])
  })

  it('names the basis and year of free school meals', () => {
    expect(gap().notes).toContain('Free school meals are those of 2025/26 on the basis ever 6.')
  })

  it('tells schools of which a characteristic is not known apart, and compares them with none', () => {
    expect(rowsOf('SEND')).toMatchObject([{ band: 'Unknown', schools: 150, n: 150, difference: 'z' }])
  })

  it('counts only rated schools in a share, and shows no difference from a band without any', () => {
    const half = rowsOf('Free school meals', { audits: audits.slice(0, 70) })
    expect(half).toMatchObject([
      { n: 70 },
      { schools: 80, n: 0, share: 'z', difference: 'z', comparedWith: 'Under 10%' },
    ])
  })

  it('refuses, in words, to subtract shares under frameworks that cannot be compared', () => {
    const under = audits.map((each, at) => ({ ...each, framework: at < 70 ? 'First' : 'Third' }))
    expect(rowsOf('Free school meals', { audits: under })[1]).toMatchObject({ share: 60, difference: 'x', lower: 'x' })
    expect(gap({ audits: under }).notes.join()).toContain('levels under Third and First cannot be compared')
  })
})
