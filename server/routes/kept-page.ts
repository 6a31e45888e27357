import type { FastifyReply, FastifyRequest } from 'fastify'
import { disclose, type Disclosed } from '../../analytics/disclosure/disclose.ts'
import type { Evidence } from '../../analytics/evidence/evidence.ts'
import { ask } from '../../analytics/measures/ask.ts'
import type { Asked, Measure } from '../../analytics/measures/measure.ts'
import type { Frame } from '../../dashboards/parts/frame.ts'
import type { Html } from '../../dashboards/parts/html.ts'
import { personOf } from '../access/identify.ts'
import type { Scoped } from '../access/scoped.ts'
import { parseAsked, type AskedText } from '../asked.ts'
import type { Context } from '../context.ts'
import { tagOf } from '../wrapping/kept-answers.ts'
import type { Packing } from '../wrapping/kept-pages.ts'
import { doorOf } from './ask.ts'
import { frameOf } from './frame.ts'
import { isNotModified, program } from './not-modified.ts'

/** What a page of figures is made from. */
export interface Making {
  readonly door: Scoped
  readonly evidence: Evidence
  readonly asked: Asked
  readonly frame: Frame
  /** Puts a measure to the evidence, and discloses the answer to the person who asks. */
  readonly told: <R extends object, T extends object>(measure: Measure<R, T>) => Disclosed<R, T>
}

/** A page that is kept: where it is, what is asked of it, and what else it is made from. */
interface PageKept {
  readonly path: string
  readonly text: () => AskedText
  readonly beside?: unknown
  /** Whether it names schools and people: then no browser keeps it, and it is kept here alone. */
  readonly names?: boolean
}

/**
 * Answers with a page of figures: made once for a person, a data version, what was remarked, a day, an address and what
 * else it is made from, then kept and sent packed, as often as it is asked for. What it is made of holds nothing of the sign-in: no token, and no form to send.
 */
export async function keptPage(
  request: FastifyRequest,
  reply: FastifyReply,
  context: Context,
  { path, text, beside, names = false }: PageKept,
  make: (making: Making) => Promise<Html> | Html,
): Promise<FastifyReply> {
  const door = doorOf(request, context)
  const evidence = await door.evidence()
  const { id, hubId, name, role } = personOf(request)
  const kept = [hubId, evidence.dataVersion, context.today(), id, name, role, request.url, context.writeOds === null]
  const key = JSON.stringify([...kept, request.remarks, beside])
  if (names) reply.header('cache-control', 'no-store')
  else if (isNotModified(request, reply, tagOf(program, key))) return reply.send()
  const page = await context.keepPage(key, async () => {
    const asked = parseAsked(text(), evidence, context.today())
    const { visitor, ...frame } = frameOf(request, context, path, evidence, asked)
    const told: Making['told'] = (measure) => disclose(ask(measure, evidence, asked), door.audience)
    const without = visitor === null ? null : { ...visitor, token: null }
    return String(await make({ door, evidence, asked, frame: { ...frame, visitor: without }, told }))
  })
  reply.type('text/html; charset=utf-8').header('vary', 'accept-encoding')
  const packing = packingFor(request.headers['accept-encoding'])
  return packing === null
    ? reply.send(page.body)
    : reply.header('content-encoding', packing).send(await page.packed(packing))
}

/** How a browser takes pages packed; null where it takes them plain. */
function packingFor(accepted: string | string[] | undefined): Packing | null {
  const plain = String(accepted ?? '')
    .split(',')
    .filter((name) => !/;\s*q=0(\.0*)?\s*$/.test(name))
  const names = new Set(plain.map((name) => name.split(';')[0]?.trim()))
  return names.has('br') ? 'br' : names.has('gzip') ? 'gzip' : null
}
