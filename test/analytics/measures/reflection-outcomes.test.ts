import { describe, expect, it } from 'vitest'
import { buildEvidence } from '../../../analytics/evidence/build.ts'
import type { Priority } from '../../../analytics/evidence/facts.ts'
import { ask } from '../../../analytics/measures/ask.ts'
import { reflectionOutcomes } from '../../../analytics/measures/reflection-outcomes.ts'
import { audit, reflection, school } from '../../../fixtures/story.ts'
import { facts } from '../facts.ts'

const priority = (number: number, theme: string | null): Priority => ({
  urn: 900001,
  heldOn: '2022-01-10',
  priority: number,
  strand: null,
  theme,
  sorted: null,
  needs: false,
  offered: false,
})

const known = facts({
  register: [school(900001)],
  audits: [audit(900001, '2022-01-10', 'F F F F')],
  priorities: [priority(1, 'Singing'), priority(2, null), priority(3, 'Ensembles')],
  reflections: [
    reflection(900001, '2022-01-10', 12, {
      returnedOn: '2023-02-01',
      achieved: ['Started', 'Fully achieved', null],
    }),
    reflection(900001, '2022-01-10', 24, {
      returnedOn: '2024-02-01',
      achieved: ['Mostly achieved', 'Not started', 'Not started'],
    }),
  ],
})

const outcomes = (asOf: string) => ask(reflectionOutcomes, buildEvidence(known), { asOf, where: {} })

const nothing = { notStarted: 0, started: 0, mostlyAchieved: 0, fullyAchieved: 0, notAnswered: 0 }

describe('reflection-outcomes', () => {
  it('has a row a month and theme, the priorities without a theme last, and tells the unanswered apart', () => {
    const { rows, totals } = outcomes('2023-02-01')
    expect(rows).toEqual([
      { month: 12, theme: 'Ensembles', ...nothing, notAnswered: 1 },
      { month: 12, theme: 'Singing', ...nothing, started: 1 },
      { month: 12, theme: 'No theme', ...nothing, fullyAchieved: 1 },
    ])
    expect(totals).toEqual({ reflections: 1, priorities: 3 })
  })

  it('counts what had been returned by the day, each month by itself', () => {
    expect(outcomes('2023-01-31').rows).toEqual([])
    expect(outcomes('2024-02-01').rows).toContainEqual({ month: 24, theme: 'Singing', ...nothing, mostlyAchieved: 1 })
    expect(outcomes('2024-02-01').totals).toEqual({ reflections: 2, priorities: 6 })
  })
})
