import type { FastifyRequest } from 'fastify'
import type { Evidence } from '../../analytics/evidence/evidence.ts'
import { phases } from '../../analytics/framework/phase.ts'
import type { Asked } from '../../analytics/measures/measure.ts'
import { assets } from '../../dashboards/client/assets.ts'
import type { Frame } from '../../dashboards/parts/frame.ts'
import { isOfHub, type Visitor } from '../../dashboards/parts/visitor.ts'
import { homeOf } from '../access/home.ts'
import { tokenOf } from '../access/same-origin.ts'
import { councilsOf, districtsOf, namedInAudits } from '../asked.ts'
import type { Context } from '../context.ts'

type Asking = Pick<FastifyRequest, 'login' | 'remarks' | 'url'>

/** Who looks at a page; null before anybody is signed in. */
function visitorOf(request: Asking): Visitor | null {
  if (request.login === null) return null
  const { person } = request.login
  return { name: person.name, role: person.role, home: homeOf(person), token: tokenOf(request) }
}

const noChoices: Frame['choices'] = { councils: [], districts: [], phases: [], frameworks: [], advisers: [] }

/** The frame of a page about what was asked of a hub. What else can be asked is told to the people of the hub only. */
export function frameOf(
  request: Asking,
  { today, sample, writeOds }: Context,
  path: string,
  evidence: Evidence,
  asked: Asked,
): Frame {
  const { strand: _, award: __, school: ___, ...where } = asked.where
  const visitor = visitorOf(request)
  const councils = councilsOf(evidence)
  return {
    hub: evidence.hub,
    sample: sample ? { today: today() } : null,
    assets,
    visitor,
    path,
    asOf: asked.asOf,
    today: today(),
    where,
    choices:
      visitor === null || !isOfHub(visitor)
        ? { ...noChoices, councils }
        : {
            councils,
            districts: districtsOf(evidence),
            phases,
            frameworks: namedInAudits(evidence, 'framework'),
            advisers: namedInAudits(evidence, 'adviser'),
          },
    extractOn: evidence.extractOn,
    dataVersion: evidence.dataVersion,
    openDocument: writeOds !== null,
    ...(request.remarks === null ? {} : { view: request.url, remarks: request.remarks }),
  }
}

/** The frame of a page that shows no figures; `hub` is the name of the hub that it is about. */
export const bareFrame = (
  request: Asking,
  { today, sample }: Pick<Context, 'today' | 'sample'>,
  path: string,
  hub: string | null = null,
): Frame => ({
  hub,
  sample: sample ? { today: today() } : null,
  assets,
  visitor: visitorOf(request),
  path,
  asOf: today(),
  today: today(),
  where: {},
  choices: noChoices,
  extractOn: null,
  dataVersion: null,
})

/** The same with the name of the hub of the person who asks, where somebody is signed in. */
export async function namedFrame(
  request: Asking,
  context: Pick<Context, 'today' | 'sample' | 'scoped'>,
  path: string,
): Promise<Frame> {
  const hub = request.login === null ? null : await context.scoped(request.login.person).hub()
  return bareFrame(request, context, path, hub?.name ?? null)
}
