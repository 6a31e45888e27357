import { strands } from '../../analytics/framework/strand.ts'
import type { Measure } from '../../analytics/measures/measure.ts'
import type { AskedText } from '../asked.ts'

/** What a page asks of a measure that needs a strand or an award, and was given none. */
const first = { strand: strands[0], award: 'Bronze' } as const

/** What was asked, with the first choice for what the measure needs and the address does not say. */
export function withNeeded({ needs }: Pick<Measure, 'needs'>, text: AskedText): AskedText {
  const missing = needs.filter((need) => (text[need] ?? '').trim() === '')
  return { ...text, ...Object.fromEntries(missing.map((need) => [need, first[need]])) }
}
