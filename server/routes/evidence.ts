import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { audiences } from '../access/audience.ts'
import type { Context } from '../context.ts'
import { Mistake } from '../mistake.ts'
import { evidenceArrow } from '../wrapping/evidence-arrow.ts'
import { evidenceTableNames } from '../wrapping/evidence-tables.ts'
import { doorOf } from './ask.ts'
import { isNotModified, pageTag } from './not-modified.ts'

/** `GET /api/evidence/:table.arrow`: what is known of the whole hub, a table at a time, for analysts. */
export const evidenceRoutes: FastifyPluginAsyncTypebox<Context> = async (app, context) => {
  app.get(
    '/api/evidence/:table.arrow',
    {
      config: { audience: audiences.hub, scope: 'hub', rated: 'export' },
      schema: {
        summary: 'One table of the evidence, as an Arrow file',
        params: Type.Object({ table: Type.String({ description: evidenceTableNames.join(', ') }) }),
      },
    },
    async (request, reply) => {
      const table = evidenceTableNames.find((name) => name === request.params.table)
      if (table === undefined)
        throw new Mistake(`there is no table "${request.params.table}": use ${evidenceTableNames.join(', ')}`, 404)
      const door = doorOf(request, context)
      const evidence = await door.evidence()
      if (isNotModified(request, reply, pageTag(request, context, evidence.dataVersion))) return reply.send()
      const { bytes, rows } = evidenceArrow(evidence, table)
      await door.exported(`evidence ${table}`, { asOf: context.today(), where: {} }, rows)
      return reply
        .type('application/vnd.apache.arrow.file')
        .header('content-disposition', `attachment; filename="${table}-version-${evidence.dataVersion}.arrow"`)
        .send(Buffer.from(bytes))
    },
  )
}
