import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { parseAcademicYear } from '../../analytics/framework/academic-year.ts'
import { importFilePage } from '../../dashboards/pages/import-file.ts'
import { isWorking } from '../../dashboards/pages/import-words.ts'
import { progressText } from '../../dashboards/pages/import-working.ts'
import type { FormError } from '../../dashboards/parts/form.ts'
import { sheetKinds } from '../../ingest/load.ts'
import { checkToken, formToken } from '../access/same-origin.ts'
import { outdated } from '../jobs/perform.ts'
import { move } from '../jobs/stage.ts'
import { Mistake } from '../mistake.ts'
import { findImport, listOpenImports, type ImportFile } from '../queries/import-file.ts'
import { problemsCsv } from '../wrapping/problems-csv.ts'
import { choicesOf } from './choices.ts'
import { fileFrame, hubServed } from './file-frame.ts'
import { mappingTold } from './mapping-told.ts'
import { openImportOf, type FilesContext } from './import.ts'

const config = { audience: ['operator'] } as const
const params = Type.Object({ id: Type.String({ maxLength: 64 }) })
const schema = { hide: true, params } as const
const form = { hide: true, params, body: Type.Record(Type.String(), Type.Unknown()) } as const
const page = 'text/html; charset=utf-8'

/** The pages and forms of one file that was sent. */
export const importFileRoutes: FastifyPluginAsyncTypebox<FilesContext> = async (app, context) => {
  const { store, line } = context

  const fileOf = async (id: string): Promise<ImportFile> => {
    const file = await findImport(store, (await hubServed(context)).id, id)
    if (file === undefined)
      throw new Mistake('There is no such file. It may have been cleared away; send it again under “Load files”.', 404)
    return file
  }

  const pageOf = async (file: ImportFile, errors: readonly FormError[]): Promise<string> => {
    const others = (await listOpenImports(store, file.hubId)).filter(({ id }) => id !== file.id)
    return String(
      importFilePage({
        frame: await fileFrame(context, `/import/${file.id}`),
        token: formToken,
        file: openImportOf(file),
        version: file.version,
        findings: file.findings,
        said: file.said,
        progress: line.progressOf(file.id),
        errors,
        others: others.map(openImportOf),
      }),
    )
  }

  /** A form of a file: what it is about and what it says, once its token is known. */
  const sent = async (id: string, body: Readonly<Record<string, unknown>>) => {
    checkToken(body['token'])
    return fileOf(id)
  }

  app.get('/import/:id', { config, schema }, async ({ params }, reply) => {
    const file = await fileOf(params.id)
    if (file.state === 'loaded') return reply.redirect(`/receipts/${file.receiptId}`, 303)
    return reply
      .type(page)
      .header('cache-control', 'no-store')
      .send(await pageOf(file, []))
  })

  app.get('/import/:id/progress', { config, schema }, async ({ params }, reply) => {
    const { id, state } = await fileOf(params.id)
    const progress = line.progressOf(id)
    reply.header('cache-control', 'no-store')
    return { working: isWorking(state), done: progress?.done ?? 0, of: progress?.of ?? 0, text: progressText(progress) }
  })

  app.get('/import/:id/problems.csv', { config, schema }, async ({ params }, reply) => {
    const { findings } = await fileOf(params.id)
    return reply
      .type('text/csv; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('content-disposition', 'attachment; filename="problems.csv"')
      .send(problemsCsv(findings?.problems ?? []))
  })

  app.post('/import/:id/load', { config, schema: form }, async ({ params, body }, reply) => {
    const file = await sent(params.id, body)
    const version = Number(body['version'])
    const isTaken = await line.load(file.hubId, file.id, version)
    if (!isTaken && file.state === 'ready') {
      if (await move(store, file.id, ['ready'], { state: 'checking', said: outdated })) line.check(file.hubId, file.id)
    }
    return reply.redirect(`/import/${file.id}`, 303)
  })

  app.post('/import/:id/leave-out', { config, schema: form }, async ({ params, body }, reply) => {
    const file = await sent(params.id, body)
    await line.leaveOut(file.hubId, file.id)
    return reply.redirect('/import', 303)
  })

  app.post('/import/:id/check', { config, schema: form }, async ({ params, body }, reply) => {
    const file = await sent(params.id, body)
    if (await move(store, file.id, ['stopped'], { state: 'checking', said: null })) line.check(file.hubId, file.id)
    return reply.redirect(`/import/${file.id}`, 303)
  })

  app.post('/import/:id/schools', { config, schema: form }, async ({ params, body }, reply) => {
    const file = await sent(params.id, body)
    const choices = choicesOf(body)
    if (choices.length > 0 || file.state !== 'doubtful') {
      await line.settle(file.hubId, file.id, choices)
      return reply.redirect(`/import/${file.id}`, 303)
    }
    const errors = [{ at: 'school-0', text: 'Choose the school that is meant, for one name at least' }]
    return reply
      .code(400)
      .type(page)
      .send(await pageOf(file, errors))
  })

  app.post('/import/:id/mapping', { config, schema: form }, async ({ params, body }, reply) => {
    const file = await sent(params.id, body)
    const guess = file.findings?.guess ?? null
    if (file.state !== 'asking' || guess === null) return reply.redirect(`/import/${file.id}`, 303)
    const told = mappingTold(body, guess)
    if ('wrong' in told) {
      const errors = told.wrong.map((text) => ({ at: 'columns', text }))
      return reply
        .code(400)
        .type(page)
        .send(await pageOf(file, errors))
    }
    const mapping = JSON.stringify([told.mapping])
    const to = { state: 'checking' as const, kind: told.mapping.kind, mapping, said: null }
    if (await move(store, file.id, ['asking'], to)) line.check(file.hubId, file.id)
    return reply.redirect(`/import/${file.id}`, 303)
  })

  app.post('/import/:id/told', { config, schema: form }, async ({ params, body }, reply) => {
    const file = await sent(params.id, body)
    const kind = sheetKinds.find((each) => each === body['kind'])
    const year = typeof body['year'] === 'string' ? parseAcademicYear(body['year']) : null
    if (file.state === 'asking' && kind === undefined && year === null) {
      const isYear = 'year' in body
      const text = isYear ? 'Enter an academic year, such as 2025/26' : 'Choose what the file holds'
      return reply
        .code(400)
        .type(page)
        .send(await pageOf(file, [{ at: isYear ? 'year' : 'kind', text }]))
    }
    // What another kind was mapped to does not hold for this one.
    const told = { ...(kind === undefined ? {} : { kind, mapping: null }), ...(year === null ? {} : { year }) }
    if (await move(store, file.id, ['asking'], { ...told, state: 'checking', said: null }))
      line.check(file.hubId, file.id)
    return reply.redirect(`/import/${file.id}`, 303)
  })
}
