import { describe, expect, it } from 'vitest'
import { buildEvidence } from '../../../analytics/evidence/build.ts'
import type { Priority } from '../../../analytics/evidence/facts.ts'
import { ask } from '../../../analytics/measures/ask.ts'
import { priorityThemes } from '../../../analytics/measures/priority-themes.ts'
import { audit, school } from '../../../fixtures/story.ts'
import { facts } from '../facts.ts'

const priority = (
  urn: number,
  priority: number,
  theme: string | null,
  sorted: string | null = null,
  heldOn = '2023-01-10',
): Priority => ({ urn, heldOn, priority, strand: null, theme, sorted, needs: false, offered: false })

const known = facts({
  register: [1, 2, 3, 4].map((at) => school(900000 + at)),
  audits: [
    audit(900001, '2020-01-10', 'F F F F'),
    ...[1, 2, 3].map((at) => audit(900000 + at, '2023-01-10', 'F F F F')),
  ],
  priorities: [
    priority(900001, 1, 'Tuition', null, '2020-01-10'),
    priority(900001, 1, 'Singing'),
    priority(900001, 2, null, 'Singing'),
    priority(900001, 3, null),
    priority(900002, 1, 'singing ', 'Tuition'),
    priority(900002, 2, null, 'Training'),
  ],
})

const themes = (asOf: string) => ask(priorityThemes, buildEvidence(known), { asOf, where: {} })

describe('priority-themes', () => {
  it('counts the priorities of latest audits: the theme given wins, one spelling for all, the unsorted last', () => {
    const { rows, totals } = themes('2026-06-30')
    expect(rows).toEqual([
      { theme: 'Singing', given: 2, sorted: 1, priorities: 3, schools: 2, schoolPercent: 100 },
      { theme: 'Training', given: 0, sorted: 1, priorities: 1, schools: 1, schoolPercent: 50 },
      { theme: 'Unsorted', given: 0, sorted: 0, priorities: 1, schools: 1, schoolPercent: 50 },
    ])
    expect(totals).toEqual({ priorities: 5, withPriorities: 2, withoutPriorities: 1, notAudited: 1 })
  })

  it('speaks of the audits up to the day', () => {
    expect(themes('2022-01-01').rows).toMatchObject([{ theme: 'Tuition', schools: 1 }])
    expect(themes('2019-01-01')).toMatchObject({ rows: [], totals: { priorities: 0, notAudited: 4 } })
  })
})
