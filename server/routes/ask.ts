import type { FastifyRequest } from 'fastify'
import { disclose } from '../../analytics/disclosure/disclose.ts'
import type { Evidence } from '../../analytics/evidence/evidence.ts'
import { ask } from '../../analytics/measures/ask.ts'
import type { Asked } from '../../analytics/measures/measure.ts'
import { personOf } from '../access/identify.ts'
import type { Scoped } from '../access/scoped.ts'
import { checkAsked, measureOf, parseAsked, type AskedText } from '../asked.ts'
import type { Context } from '../context.ts'
import { Mistake } from '../mistake.ts'

/** The door to data for whoever sent a request. */
export const doorOf = (request: FastifyRequest, { scoped }: Context): Scoped => scoped(personOf(request))

/** The evidence of the hub of the person who asks, and what is asked of it. */
export async function evidenceAsked(
  request: FastifyRequest,
  context: Context,
  text: AskedText,
): Promise<{ readonly door: Scoped; readonly evidence: Evidence; readonly asked: Asked }> {
  const door = doorOf(request, context)
  const evidence = await door.evidence()
  return { door, evidence, asked: parseAsked(text, evidence, context.today()) }
}

/** A measure's answer to what a request asks, disclosed to the person who asks. */
export async function answerTo(request: FastifyRequest, context: Context, id: string, text: AskedText) {
  const measure = measureOf(id)
  const asking = await evidenceAsked(request, context, text)
  checkAsked(measure, asking.asked)
  return { ...asking, answer: disclose(ask(measure, asking.evidence, asking.asked), asking.door.audience) }
}

/** What is asked of a page that speaks as of a day; a year asked for is a mistake. */
export function asOfADay<T extends AskedText>(text: T): T {
  if ((text.during ?? '').trim() !== '') throw new Mistake('this is asked as of a day, not during a year: use asOf')
  return text
}
