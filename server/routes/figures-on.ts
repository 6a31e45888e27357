import type { FastifyInstance, FastifyRequest } from 'fastify'
import { disclose } from '../../analytics/disclosure/disclose.ts'
import { ask } from '../../analytics/measures/ask.ts'
import type { FrozenFigure } from '../../dashboards/pages/frozen-figures.ts'
import type { ProfileKind } from '../../dashboards/pages/profiles.ts'
import { notThere } from '../access/not-there.ts'
import { parseAsked } from '../asked.ts'
import type { Context } from '../context.ts'
import { doorOf, measureFor } from './ask.ts'
import { profilesOf } from './profiles.ts'

/** Pages that can be frozen: ours, and neither those that are frozen already nor answers for programs. */
const canBeFrozen = /^\/(?![/\\])(?!frozen|api)/

const numbers = /href="\/api\/(?:measures|profiles)\/([\w-]+)\.csv\?([^"]*)"/g

/** The figures that a page offers the numbers of, in their order, as the one who asks is shown them: whatever page it is. */
export async function figuresOn(app: FastifyInstance, request: FastifyRequest, context: Context, view: string) {
  if (!canBeFrozen.test(view)) throw notThere()
  const { host = '', cookie = '' } = request.headers
  const { statusCode, body } = await app.inject({ url: view, headers: { host, cookie } })
  if (statusCode !== 200) throw notThere()
  const door = doorOf(request, context)
  const evidence = await door.evidence()
  const offered = new Map([...body.matchAll(numbers)].map(([href, name = '', query = '']) => [href, { name, query }]))
  const figures = [...offered].map(([href, { name, query }]): FrozenFigure => {
    const text = Object.fromEntries(new URLSearchParams(query.replaceAll('&amp;', '&')))
    const asked = parseAsked(text, evidence, context.today())
    if (!href.includes('/api/profiles/'))
      return disclose(ask(measureFor(request, name), evidence, asked), door.audience)
    const kind = name as ProfileKind
    return { kind, asOf: asked.asOf, where: asked.where, profiles: profilesOf(door, evidence, asked, kind) }
  })
  return { figures, dataVersion: evidence.dataVersion }
}
