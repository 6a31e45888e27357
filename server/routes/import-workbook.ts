import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { problemsFileName, writeProblemsWorkbook } from '../../dashboards/workbooks/problems-workbook.ts'
import { audiences } from '../access/audience.ts'
import { personOf } from '../access/identify.ts'
import type { FilesContext } from './import.ts'

const config = { audience: audiences.steward, scope: 'files', rated: 'export' } as const
const schema = { hide: true, params: Type.Object({ id: Type.String({ maxLength: 64 }) }) } as const

/** `GET /import/:id/problems.xlsx`: a file that was sent with its problems marked, to hand back to whoever made it. */
export const importWorkbookRoutes: FastifyPluginAsyncTypebox<FilesContext> = async (app, { filesFor, today }) => {
  app.get('/import/:id/problems.xlsx', { config, schema }, async (request, reply) => {
    const described = await filesFor(personOf(request)).problemsOf(request.params.id, today())
    return reply
      .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename="${problemsFileName(described.fileName)}"`)
      .send(Buffer.from(await writeProblemsWorkbook(described)))
  })
}
