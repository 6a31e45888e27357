import { describe, expect, it } from 'vitest'
import { goodPractice } from '../../../analytics/cohorts/good-practice.ts'
import { buildEvidence } from '../../../analytics/evidence/build.ts'
import { audit, school } from '../../../fixtures/story.ts'
import { facts } from '../facts.ts'

const urns = [900001, 900002, 900003, 900004, 900005]
const evidence = buildEvidence(
  facts({
    register: urns.map((urn) => school(urn)),
    frameworks: [],
    audits: [
      audit(900001, '2022-01-10', 'F F F F'),
      audit(900001, '2025-01-10', 'En D F F'),
      audit(900002, '2024-01-10', 'En F F F'),
      audit(900003, '2022-01-10', 'F F F F'),
      audit(900003, '2025-02-10', 'D F F F'),
      audit(900004, '2022-01-10', 'F F F F', 'First'),
      audit(900004, '2025-02-10', 'Es F F F', 'Second'),
      audit(900005, '2022-01-10', 'Es F F F'),
      audit(900005, '2025-02-10', 'D F F F'),
    ],
  }),
)
const named = ({ schools }: { readonly schools: readonly { readonly urn: number; readonly from: string | null }[] }) =>
  schools.map(({ urn, from }) => [urn, from])

describe('who could share good practice', () => {
  it('is who is at the highest level, audited last first, and who moved up to a lower one', () => {
    const { top, risen } = goodPractice(evidence, '2026-01-01', {}, 'Curriculum music')
    expect(named(top)).toEqual([
      [900001, 'Focusing'],
      [900002, null],
    ])
    expect(named(risen)).toEqual([[900003, 'Focusing']])
    expect(risen.schools[0]).toMatchObject({ name: 'School 900003', level: 'Developing', heldOn: '2025-02-10' })
  })

  it('goes by what was known of the day, and by the strand, and tells how many there are beside those named', () => {
    expect(named(goodPractice(evidence, '2024-12-31', {}, 'Curriculum music').top)).toEqual([[900002, null]])
    expect(named(goodPractice(evidence, '2026-01-01', {}, 'Co-curricular').risen)).toEqual([[900001, 'Focusing']])
    expect(goodPractice(evidence, '2026-01-01', {}, 'Curriculum music', 1).top).toMatchObject({ found: 2 })
    expect(goodPractice(evidence, '2026-01-01', { phase: 'Secondary' }, 'Curriculum music').top.found).toBe(0)
  })
})
