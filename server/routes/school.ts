import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { schoolPage } from '../../dashboards/pages/school.ts'
import { trustPage } from '../../dashboards/pages/trust.ts'
import { audiences } from '../access/audience.ts'
import { parseDay } from '../asked.ts'
import type { Context } from '../context.ts'
import { doorOf } from './ask.ts'
import { frameOf } from './frame.ts'
import { journeyOf } from './school-journey.ts'

const params = Type.Object({ urn: Type.String() })
const querystring = Type.Object({ asOf: Type.Optional(Type.String()) })
const page = 'text/html; charset=utf-8'

/** A school's own page, and the schools of a trust: for the hub, for the school itself and for its trust. */
export const schoolRoutes: FastifyPluginAsyncTypebox<Context> = async (app, context) => {
  app.addHook('onSend', async (_, reply) => void reply.header('cache-control', 'no-store'))

  app.get(
    '/schools/:urn',
    { config: { audience: audiences.school, scope: 'school' }, schema: { hide: true, params, querystring } as const },
    async (request, reply) => {
      const asOf = parseDay(request.query.asOf, context.today())
      const { school, rows, evidence, freeText } = await doorOf(request, context).school(
        Number(request.params.urn),
        asOf,
      )
      const frame = frameOf(request, context, `/schools/${request.params.urn}`, evidence, { asOf, where: {} })
      return reply.type(page).send(String(schoolPage({ frame, freeText, ...journeyOf(rows, school, evidence, asOf) })))
    },
  )

  app.get(
    '/trust',
    { config: { audience: audiences.trust, scope: 'trust' }, schema: { hide: true } },
    async (request, reply) => {
      const asOf = context.today()
      const { evidence, schools } = await doorOf(request, context).schoolsOfTrust(asOf)
      const frame = frameOf(request, context, '/trust', evidence, { asOf, where: {} })
      return reply.type(page).send(String(trustPage({ frame, schools })))
    },
  )
}
