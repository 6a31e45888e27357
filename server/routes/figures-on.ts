import type { FastifyInstance, FastifyRequest } from 'fastify'
import { disclose } from '../../analytics/disclosure/disclose.ts'
import { ask } from '../../analytics/measures/ask.ts'
import type { FrozenFigure } from '../../dashboards/pages/frozen-figures.ts'
import type { ProfileKind } from '../../dashboards/pages/profiles.ts'
import { numbersOffered } from '../../dashboards/parts/numbers-offered.ts'
import { notThere } from '../access/not-there.ts'
import { parseAsked } from '../asked.ts'
import type { Context } from '../context.ts'
import { doorOf, measureFor } from './ask.ts'
import { districtMapOf } from './district-map.ts'
import { profilesOf } from './profiles.ts'

/** Pages that can be frozen: ours, and neither those that are frozen already nor answers for programs. */
const canBeFrozen = /^\/(?![/\\])(?!frozen|api)/

/** The figures that a page offers the numbers of, in their order, as the one who asks is shown them: whatever page it is. */
export async function figuresOn(app: FastifyInstance, request: FastifyRequest, context: Context, view: string) {
  if (!canBeFrozen.test(view)) throw notThere()
  const { host = '', cookie = '' } = request.headers
  const { statusCode, body } = await app.inject({ url: view, headers: { host, cookie } })
  if (statusCode !== 200) throw notThere()
  const door = doorOf(request, context)
  const evidence = await door.evidence()
  const figures: FrozenFigure[] = []
  for (const { of, name, query } of numbersOffered(body)) {
    const text = Object.fromEntries(new URLSearchParams(query))
    const asked = parseAsked(text, evidence, context.today())
    if (of === 'measures') figures.push(disclose(ask(measureFor(request, name), evidence, asked), door.audience))
    else if (of === 'profiles') {
      const kind = name as ProfileKind
      const profiles = profilesOf(door, evidence, asked, kind)
      figures.push({ kind, asOf: asked.asOf, where: asked.where, profiles })
    } else {
      // Where the districts lie is known by the data version, and is not kept again.
      const { boundaries: _, ...map } = await districtMapOf(door, evidence, asked, text)
      figures.push(map)
    }
  }
  return { figures, dataVersion: evidence.dataVersion }
}
