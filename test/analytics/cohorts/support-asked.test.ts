import { describe, expect, it } from 'vitest'
import { supportAsked } from '../../../analytics/cohorts/support-asked.ts'
import { buildEvidence } from '../../../analytics/evidence/build.ts'
import type { Priority } from '../../../analytics/evidence/facts.ts'
import { audit, reflection, school } from '../../../fixtures/story.ts'
import { facts } from '../facts.ts'

const priority = (urn: number, heldOn: string, number: number, rest: Partial<Priority> = {}): Priority => ({
  urn,
  heldOn,
  priority: number,
  strand: null,
  theme: 'Singing',
  sorted: null,
  needs: true,
  offered: false,
  ...rest,
})

const evidence = buildEvidence(
  facts({
    register: [school(900001), school(900002)],
    audits: [
      audit(900001, '2020-01-10', 'F F F F'),
      audit(900001, '2023-01-10', 'F F F F'),
      audit(900002, '2022-01-10', 'F F F F'),
    ],
    priorities: [
      priority(900001, '2020-01-10', 1),
      priority(900001, '2023-01-10', 1),
      priority(900001, '2023-01-10', 2, { offered: true, theme: 'singing ' }),
      priority(900001, '2023-01-10', 3, { needs: false }),
      priority(900002, '2022-01-10', 1, { theme: null, sorted: 'Training' }),
      priority(900002, '2022-01-10', 2, { theme: null }),
    ],
    reflections: [
      reflection(900002, '2022-01-10', 12, { returnedOn: '2023-02-01', achieved: ['Fully achieved', 'Started', null] }),
    ],
  }),
)

describe('support asked for', () => {
  it('is counted by theme in the latest audits; what is offered, or fully achieved since, is no longer unmet', () => {
    const { themes, unmet } = supportAsked(evidence, '2024-01-01', {})
    expect(themes).toEqual([
      { theme: 'Singing', asked: 2, offered: 1, unmet: 1 },
      { theme: 'Training', asked: 1, offered: 0, unmet: 0 },
      { theme: 'Unsorted', asked: 1, offered: 0, unmet: 1 },
    ])
    expect(unmet.map(({ urn, priority: number, heldOn, said }) => [urn, number, heldOn, said])).toEqual([
      [900002, 2, '2022-01-10', 'Started'],
      [900001, 1, '2023-01-10', null],
    ])
  })

  it('is what was known on the day: before a reflection came back, and of an audit that was the latest then', () => {
    const { unmet } = supportAsked(evidence, '2022-12-31', {})
    expect(unmet.map(({ urn, priority: number, said }) => [urn, number, said])).toEqual([
      [900001, 1, null],
      [900002, 1, null],
      [900002, 2, null],
    ])
    expect(supportAsked(evidence, '2024-01-01', {}, 1).unmet).toHaveLength(1)
    expect(supportAsked(evidence, '2024-01-01', { council: '991' }).themes).toEqual([])
  })
})
