import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { disclose } from '../../analytics/disclosure/disclose.ts'
import { ask } from '../../analytics/measures/ask.ts'
import { awardLadder } from '../../analytics/measures/award-ladder.ts'
import { coverage } from '../../analytics/measures/coverage.ts'
import type { Measure } from '../../analytics/measures/measure.ts'
import { strandProfile } from '../../analytics/measures/strand-profile.ts'
import { strandProgress } from '../../analytics/measures/strand-progress.ts'
import { councilPage } from '../../dashboards/pages/council.ts'
import { audiences } from '../access/audience.ts'
import type { Context } from '../context.ts'
import { doorOf } from './ask.ts'
import { frameOf } from './frame.ts'

/** What a council's officers begin at: whole-council totals of the last term. No part of the address asks for others. */
export const councilRoutes: FastifyPluginAsyncTypebox<Context> = async (app, context) => {
  app.get(
    '/council',
    { config: { audience: audiences.council, scope: 'council' }, schema: { hide: true } },
    async (request, reply) => {
      const door = doorOf(request, context)
      const { evidence, term, frozenAt, council } = await door.snapshot()
      const asked = { asOf: term.lastOn, where: { council } }
      const told = <R extends object, T extends object>(measure: Measure<R, T>) =>
        disclose(ask(measure, evidence, asked), door.audience)
      const view = {
        frame: frameOf(request, context, '/council', evidence, asked),
        council: evidence.councilNames.get(council) ?? council,
        term: term.name,
        frozenAt,
        answers: [told(coverage), told(strandProfile), told(strandProgress), told(awardLadder)],
      }
      return reply
        .type('text/html; charset=utf-8')
        .header('cache-control', 'no-store')
        .send(String(councilPage(view)))
    },
  )
}
