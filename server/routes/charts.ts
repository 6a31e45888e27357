import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { chartOf } from '../../dashboards/charts/index.ts'
import { standAlone } from '../../dashboards/charts/stand-alone.ts'
import { audiences } from '../access/audience.ts'
import type { Context } from '../context.ts'
import { answerTo } from './ask.ts'
import { AskedQuery } from './asked-query.ts'
import { frameOf } from './frame.ts'
import { isNotModified } from './not-modified.ts'

/** `GET /charts/:measure.svg`: the picture of a measure, to keep by itself. */
export const chartRoutes: FastifyPluginAsyncTypebox<Context> = async (app, context) => {
  app.get(
    '/charts/:id.svg',
    {
      config: { audience: audiences.hub, scope: 'hub' },
      schema: {
        summary: 'The chart of one measure',
        params: Type.Object({ id: Type.String() }),
        querystring: AskedQuery,
      },
    },
    async (request, reply) => {
      const { params, query } = request
      const wanted = { id: params.id, wrapping: 'svg', text: query }
      const { kept } = await answerTo(request, context, wanted, (answer, evidence, asked) =>
        standAlone(chartOf(answer), answer, frameOf(request, context, '/', evidence, asked)),
      )
      if (isNotModified(request, reply, kept.etag)) return reply.send()
      return reply.type('image/svg+xml').send(kept.body)
    },
  )
}
