import { describe, expect, it } from 'vitest'
import { buildEvidence } from '../../../analytics/evidence/build.ts'
import { ask } from '../../../analytics/measures/ask.ts'
import { strandProgress } from '../../../analytics/measures/strand-progress.ts'
import { audit, school } from '../../../fixtures/story.ts'
import { facts } from '../facts.ts'

const progress = (known: Parameters<typeof facts>[0], asOf = '2026-01-01') =>
  ask(strandProgress, buildEvidence(facts({ register: [school(900001)], ...known })), {
    asOf,
    where: { strand: 'Curriculum music' },
  }).rows[0]

const first = audit(900001, '2020-01-10', 'Es - - -', 'First')

describe('strand-progress', () => {
  it('counts a school that fell back as down, not as missing', () => {
    const audits = [first, audit(900001, '2023-01-10', 'D - - -', 'First')]
    expect(progress({ audits })).toMatchObject({ down: 1, up: 0, same: 0, notComparable: 0 })
  })

  it('compares the first audit with the latest, whatever lies between', () => {
    const audits = [
      first,
      audit(900001, '2021-01-10', 'F - - -', 'First'),
      audit(900001, '2023-01-10', 'En - - -', 'First'),
    ]
    expect(progress({ audits })).toMatchObject({ up: 1 })
    expect(progress({ audits }, '2022-01-01')).toMatchObject({ down: 1 })
  })

  it('has a school audited once not yet re-audited, even if the strand was not rated', () => {
    expect(progress({ audits: [audit(900001, '2020-01-10', '- - - -')] })).toMatchObject({ notYet: 1 })
  })

  it('does not compare what was not rated both times', () => {
    const audits = [first, audit(900001, '2023-01-10', '- - - -', 'First')]
    expect(progress({ audits })).toMatchObject({ notComparable: 1 })
  })

  it('compares frameworks only where one of the two names the other, not through a third', () => {
    const frameworks = [
      { framework: 'First', inUseFrom: null, phases: [], comparableWith: [] },
      { framework: 'Second', inUseFrom: '2021-09-01', phases: [], comparableWith: ['First', 'Third'] },
      { framework: 'Third', inUseFrom: '2024-09-01', phases: [], comparableWith: [] },
    ]
    const later = (framework: string | null, on = '2023-01-10') => ({
      frameworks,
      audits: [first, audit(900001, on, 'En - - -', framework)],
    })
    expect(progress(later('Second'))).toMatchObject({ up: 1 })
    expect(progress(later('Third'))).toMatchObject({ notComparable: 1 })
    // A blank framework is the one in use on the day of the meeting.
    expect(progress(later(null))).toMatchObject({ up: 1 })
    expect(progress(later(null, '2025-01-10'))).toMatchObject({ notComparable: 1 })
  })
})
