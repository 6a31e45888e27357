import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { buildEvidence } from '../../../analytics/evidence/build.ts'
import { addMonths, dayNumber, dayOfNumber } from '../../../analytics/framework/day.ts'
import { ask } from '../../../analytics/measures/ask.ts'
import { findMeasure, measureIds } from '../../../analytics/measures/index.ts'
import { anyQuestion, askedOf } from '../questions.ts'

/** Days on which clocks change in one zone or another, and one that Kiritimati never had. */
const edges = ['1994-12-31', '1995-01-01', '2023-03-12', '2023-03-26', '2023-10-29', '2023-11-05', '2024-02-29']

const around = edges.flatMap((day) =>
  [-1, 0, 1].map((step) => {
    const near = dayOfNumber(dayNumber(day) + step)
    return [near, dayNumber(near), ...[-24, 1, 12, 36].map((months) => addMonths(near, months))]
  }),
)

const answers = fc.sample(anyQuestion, { seed: 1, numRuns: 12 }).flatMap(({ facts, ...question }) => {
  const evidence = buildEvidence(facts)
  return measureIds.map((id) => ask(findMeasure(id)!, evidence, askedOf(id, question)))
})

/** The hash of every answer to a few questions, and of days where clocks change, then how many rows there are of either. */
const hash = createHash('sha256')
  .update(JSON.stringify([around, answers]))
  .digest('hex')
console.log(`${hash} ${around.length} ${answers.reduce((sum, { rows }) => sum + rows.length, 0)}`)
