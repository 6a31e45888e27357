import { disclose, type Disclosed } from '../../analytics/disclosure/disclose.ts'
import type { Evidence } from '../../analytics/evidence/evidence.ts'
import { ask } from '../../analytics/measures/ask.ts'
import type { Asked } from '../../analytics/measures/measure.ts'
import { operator } from '../access/person.ts'
import type { Context } from '../context.ts'
import { checkAsked, measureOf, parseAsked, type AskedText } from '../asked.ts'
import { Mistake } from '../mistake.ts'

/** The evidence of the hub served, and what is asked of it. */
export async function evidenceAsked(
  { hub, evidenceOf, today }: Context,
  text: AskedText,
): Promise<{ readonly evidence: Evidence; readonly asked: Asked }> {
  const served = await hub()
  if (served === null) throw new Mistake('there is no hub yet', 404)
  const evidence = await evidenceOf(served)
  return { evidence, asked: parseAsked(text, evidence, today()) }
}

/** A measure's answer to what a request asks, disclosed to the person who asks. */
export async function answerTo(context: Context, id: string, text: AskedText): Promise<Disclosed<object, object>> {
  const measure = measureOf(id)
  const { evidence, asked } = await evidenceAsked(context, text)
  checkAsked(measure, asked)
  return disclose(ask(measure, evidence, asked), operator.audience)
}

/** What is asked of a page that speaks as of a day; a year asked for is a mistake. */
export function asOfADay<T extends AskedText>(text: T): T {
  if ((text.during ?? '').trim() !== '') throw new Mistake('this is asked as of a day, not during a year: use asOf')
  return text
}
