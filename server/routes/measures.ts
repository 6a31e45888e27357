import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { audiences } from '../access/audience.ts'
import type { Context } from '../context.ts'
import { Mistake } from '../mistake.ts'
import { arrowOf } from '../wrapping/arrow.ts'
import { csvOf } from '../wrapping/csv.ts'
import { jsonOf } from '../wrapping/json.ts'
import { answerTo } from './ask.ts'
import { AskedQuery } from './asked-query.ts'
import { isNotModified } from './not-modified.ts'

const wrappings = {
  json: { type: 'application/json', wrap: (answer: Parameters<typeof jsonOf>[0]) => JSON.stringify(jsonOf(answer)) },
  csv: { type: 'text/csv', wrap: csvOf },
  arrow: {
    type: 'application/vnd.apache.arrow.stream',
    wrap: (answer: Parameters<typeof arrowOf>[0]) => Buffer.from(arrowOf(answer)),
  },
} as const

type Wrapping = keyof typeof wrappings

/** The wrapping that a name's extension or, without one, the Accept header asks for. */
function wrappingOf(extension: string | undefined, accept = ''): Wrapping {
  if (extension !== undefined && Object.hasOwn(wrappings, extension)) return extension as Wrapping
  if (extension !== undefined) throw new Mistake(`found ".${extension}"; use .json, .csv or .arrow`, 404)
  const wanted = Object.entries(wrappings).find(([, { type }]) => accept.includes(type))
  return (wanted?.[0] as Wrapping | undefined) ?? 'json'
}

/** `GET /api/measures/:id`, in JSON, CSV or Arrow by extension or Accept; and what the API offers. */
export const measureRoutes: FastifyPluginAsyncTypebox<Context> = async (app, context) => {
  app.get('/api/docs', { config: { audience: audiences.hub, scope: 'hub' }, schema: { hide: true } }, async () =>
    app.swagger(),
  )
  app.get(
    '/api/measures/:name',
    {
      config: { audience: audiences.hub, scope: 'hub' },
      schema: {
        summary: 'One measure: its rows, totals and notes',
        params: Type.Object({ name: Type.String({ description: 'A measure, and .json, .csv or .arrow if wished.' }) }),
        querystring: AskedQuery,
      },
    },
    async (request, reply) => {
      const { params, query, headers } = request
      const [id = '', extension] = params.name.split('.')
      const wrapping = wrappingOf(extension, headers.accept)
      const { type, wrap } = wrappings[wrapping]
      const { door, asked, kept } = await answerTo(request, context, { id, wrapping, text: query }, wrap)
      reply.header('vary', 'accept')
      if (isNotModified(request, reply, kept.etag)) return reply.send()
      await door.exported(`${id}.${extension ?? 'json'}`, asked, kept.rows)
      if (extension !== undefined && extension !== 'json')
        reply.header('content-disposition', `attachment; filename="${id}-${kept.asOf}.${extension}"`)
      return reply.type(type).send(kept.body)
    },
  )
}
