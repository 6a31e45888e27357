import type { FastifyRequest } from 'fastify'
import { disclose, type Disclosed } from '../../analytics/disclosure/disclose.ts'
import type { Evidence } from '../../analytics/evidence/evidence.ts'
import { ask } from '../../analytics/measures/ask.ts'
import type { Asked, Measure } from '../../analytics/measures/measure.ts'
import { notThere } from '../access/not-there.ts'
import { personOf } from '../access/identify.ts'
import { mayAsk } from '../access/may-ask.ts'
import type { Scoped } from '../access/scoped.ts'
import { checkAsked, measureOf, parseAsked, type AskedText } from '../asked.ts'
import type { Context } from '../context.ts'
import { Mistake } from '../mistake.ts'

/** The door to data for whoever sent a request. */
export const doorOf = (request: FastifyRequest, { scoped }: Context): Scoped => scoped(personOf(request))

/** The measure of that name, as far as whoever sent a request may ask it. */
export function measureFor(request: FastifyRequest, id: string): Measure<object, object> {
  const measure = measureOf(id)
  if (!mayAsk(personOf(request), measure)) throw notThere()
  return measure
}

/** The evidence of the hub of the person who asks, now or at a data version, and what is asked of it. */
export async function evidenceAsked(
  request: FastifyRequest,
  context: Context,
  text: AskedText,
  version?: number,
): Promise<{ readonly door: Scoped; readonly evidence: Evidence; readonly asked: Asked }> {
  const door = doorOf(request, context)
  if (version !== undefined && version > (await door.hub()).dataVersion) throw notThere()
  const evidence = await door.evidence(version)
  return { door, evidence, asked: parseAsked(text, evidence, context.today()) }
}

/**
 * A measure's answer to what a request asks, disclosed to the person who asks, in a wrapping of that name: made anew
 * only where nobody of the same hub and audience has asked the same of the same data.
 */
export async function answerTo(
  request: FastifyRequest,
  context: Context,
  { id, wrapping, text }: { readonly id: string; readonly wrapping: string; readonly text: AskedText },
  wrap: (answer: Disclosed<object, object>, evidence: Evidence, asked: Asked) => string | Buffer,
) {
  const measure = measureFor(request, id)
  const { door, evidence, asked } = await evidenceAsked(request, context, text)
  checkAsked(measure, asked)
  const { audience, person } = door
  const key = { hubId: person.hubId, dataVersion: evidence.dataVersion, audience, measure: measure.id, asked, wrapping }
  const kept = context.keep(key, () => {
    const answer = disclose(ask(measure, evidence, asked), audience)
    return { body: wrap(answer, evidence, asked), rows: answer.rows.length, asOf: answer.asOf }
  })
  return { door, asked, kept }
}

/** What is asked of a page that speaks as of a day; a year asked for is a mistake. */
export function asOfADay<T extends AskedText>(text: T): T {
  if ((text.during ?? '').trim() !== '') throw new Mistake('this is asked as of a day, not during a year: use asOf')
  return text
}
