import type { JourneyRows } from '../queries/journey.ts'

const unsaid = { why: null, target: null, byWhen: null, how: null, needs: null, support: null } as const

/** What is known of a school without anything that was written in words, which may name people. */
export const withoutFreeText = (rows: JourneyRows): JourneyRows => ({
  ...rows,
  priorities: rows.priorities.map((priority) => ({ ...priority, ...unsaid, what: '' })),
  answers: rows.answers.map((answer) => ({ ...answer, comment: null })),
})
