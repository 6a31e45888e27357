import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { disclose } from '../../analytics/disclosure/disclose.ts'
import { ask } from '../../analytics/measures/ask.ts'
import { schoolStanding } from '../../analytics/measures/school-standing.ts'
import { meetingPackPage } from '../../dashboards/pages/meeting-pack.ts'
import { audiences } from '../access/audience.ts'
import { parseDay } from '../asked.ts'
import type { Context } from '../context.ts'
import { doorOf } from './ask.ts'
import { frameOf } from './frame.ts'
import { journeyOf } from './school-journey.ts'

const params = Type.Object({ urn: Type.String() })
const querystring = Type.Object({ asOf: Type.Optional(Type.String()) })

/** What an adviser takes to a meeting with one school, on one page of paper: for the hub alone. */
export const meetingPackRoutes: FastifyPluginAsyncTypebox<Context> = async (app, context) => {
  app.get(
    '/schools/:urn/meeting-pack',
    { config: { audience: audiences.hub, scope: 'school' }, schema: { hide: true, params, querystring } as const },
    async (request, reply) => {
      const [asOf, door] = [parseDay(request.query.asOf, context.today()), doorOf(request, context)]
      const { school, rows, evidence, freeText } = await door.school(Number(request.params.urn), asOf)
      const frame = frameOf(request, context, `/schools/${school.speaker}/meeting-pack`, evidence, { asOf, where: {} })
      const journey = journeyOf(rows, school, evidence, asOf)
      const standing =
        journey.audits.length === 0 || journey.school.closedOn !== null
          ? null
          : disclose(ask(schoolStanding, evidence, { asOf, where: { school: school.speaker } }), door.audience)
      return reply
        .type('text/html; charset=utf-8')
        .header('cache-control', 'no-store')
        .send(String(meetingPackPage({ frame, freeText, ...journey, standing })))
    },
  )
}
