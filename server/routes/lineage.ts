import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { lineagePage } from '../../dashboards/pages/lineage.ts'
import { audiences } from '../access/audience.ts'
import type { Context } from '../context.ts'
import { lineageJson } from '../wrapping/lineage-json.ts'
import { AskedQuery } from './asked-query.ts'
import { lineageOf } from './figure-lineage.ts'
import { frameOf } from './frame.ts'

const params = Type.Object({ id: Type.String({ description: 'A measure.' }) })
const querystring = Type.Intersect([
  AskedQuery,
  Type.Object({
    row: Type.Optional(
      Type.String({
        description: 'The words that name its row, joined by "; "; totals; blank where there is one row.',
      }),
    ),
    column: Type.String({ description: 'The key of its column.' }),
    page: Type.Optional(Type.Integer({ minimum: 1, description: 'Which page of the schools it counts.' })),
    version: Type.Optional(
      Type.Integer({ minimum: 1, description: 'The data version at which it is told; the newest, if none is given.' }),
    ),
  }),
])
const config = { audience: audiences.hub, scope: 'hub' } as const

/** Where a figure comes from, as a page and as JSON. It names schools, and is kept by nobody on the way. */
export const lineageRoutes: FastifyPluginAsyncTypebox<Context> = async (app, context) => {
  app.addHook('onSend', async (_, reply) => void reply.header('cache-control', 'no-store'))

  app.get(
    '/measures/:id/lineage',
    { config, schema: { hide: true, params, querystring } as const },
    async (request, reply) => {
      const { evidence, asked, measure, lineage } = await lineageOf(request, context, request.params.id, request.query)
      const frame = frameOf(request, context, `/measures/${measure.id}/lineage`, evidence, asked)
      return reply.type('text/html; charset=utf-8').send(String(lineagePage({ frame, ...lineage })))
    },
  )

  app.get(
    '/api/measures/:id/lineage',
    {
      config,
      schema: {
        summary: 'The schools that a figure counts, and the rows and files behind it',
        params,
        querystring,
      } as const,
    },
    async (request) => lineageJson((await lineageOf(request, context, request.params.id, request.query)).lineage),
  )
}
