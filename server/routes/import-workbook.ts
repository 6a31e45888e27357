import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { tellsOfPupils } from '../../dashboards/pages/tells-of-pupils.ts'
import { problemsFileName, writeProblemsWorkbook } from '../../dashboards/workbooks/problems-workbook.ts'
import { sheetKinds } from '../../ingest/load.ts'
import type { Mapping } from '../../ingest/mapping/mapping.ts'
import type { Context } from '../context.ts'
import { Mistake } from '../mistake.ts'
import { findImport, readImport } from '../queries/import-file.ts'
import { fileProblemsOf } from '../wrapping/problems-workbook.ts'
import { hubServed } from './file-frame.ts'

const config = { audience: ['operator'] } as const
const schema = { hide: true, params: Type.Object({ id: Type.String({ maxLength: 64 }) }) } as const

/** `GET /import/:id/problems.xlsx`: a file that was sent with its problems marked, to hand back to whoever made it. */
export const importWorkbookRoutes: FastifyPluginAsyncTypebox<Context> = async (app, context) => {
  app.get('/import/:id/problems.xlsx', { config, schema }, async ({ params }, reply) => {
    const { store, today } = context
    const hub = await hubServed(context)
    const file = await findImport(store, hub.id, params.id)
    if (file === undefined || file.findings === null) throw new Mistake('There is no such file.', 404)
    const { name, kind, year, mapping, findings } = file
    if (tellsOfPupils(findings)) throw new Mistake('This file tells of pupils, so nothing of it was kept.', 404)
    const described = await fileProblemsOf(store, {
      ...findings,
      hub: hub.name,
      fileName: name,
      bytes: await readImport(store, params.id),
      kind: sheetKinds.find((each) => each === kind),
      year: year ?? undefined,
      mappings: mapping === null ? undefined : (JSON.parse(mapping) as readonly Mapping[]),
      today: today(),
    })
    return reply
      .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename="${problemsFileName(name)}"`)
      .send(Buffer.from(await writeProblemsWorkbook(described)))
  })
}
