import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { councilPage } from '../../dashboards/pages/council.ts'
import { audiences } from '../access/audience.ts'
import type { Snapshot } from '../access/scoped.ts'
import type { Context } from '../context.ts'
import { councilTold } from '../wrapping/council-told.ts'
import { doorOf } from './ask.ts'
import { frameOf, namedFrame } from './frame.ts'

const askedOf = ({ term, council }: Snapshot) => ({ asOf: term.lastOn, where: { council } })

/** What a council's officers begin at: whole-council totals of the last term. No part of the address asks for others. */
export const councilRoutes: FastifyPluginAsyncTypebox<Context> = async (app, context) => {
  app.get(
    '/council',
    { config: { audience: audiences.council, scope: 'council' }, schema: { hide: true } },
    async (request, reply) => {
      const door = doorOf(request, context)
      const snapshot = await door.snapshot()
      const view =
        snapshot === null
          ? { frame: await namedFrame(request, context, '/council'), shown: null }
          : {
              frame: frameOf(request, context, '/council', snapshot.evidence, askedOf(snapshot)),
              shown: {
                term: snapshot.term.name,
                approvedAt: snapshot.approvedAt,
                council: councilTold(snapshot.evidence, askedOf(snapshot)),
              },
            }
      return reply
        .type('text/html; charset=utf-8')
        .header('cache-control', 'no-store')
        .send(String(councilPage(view)))
    },
  )
}
