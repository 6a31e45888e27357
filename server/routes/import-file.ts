import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { parseAcademicYear } from '../../analytics/framework/academic-year.ts'
import { importFilePage } from '../../dashboards/pages/import-file.ts'
import { isWorking } from '../../dashboards/pages/import-words.ts'
import { progressText } from '../../dashboards/pages/import-working.ts'
import type { FormError } from '../../dashboards/parts/form.ts'
import { sheetKinds } from '../../ingest/load.ts'
import { audiences } from '../access/audience.ts'
import { personOf } from '../access/identify.ts'
import { checkToken, tokenOf } from '../access/same-origin.ts'
import type { Files } from '../jobs/files.ts'
import { outdated } from '../jobs/perform.ts'
import type { ImportFile } from '../queries/import-file.ts'
import { problemsCsv } from '../wrapping/problems-csv.ts'
import { choicesOf } from './choices.ts'
import { fileFrame } from './file-frame.ts'
import { textIn } from './sign-in.ts'
import { mappingTold } from './mapping-told.ts'
import { openImportOf, type FilesContext } from './import.ts'

const config = { audience: audiences.steward, scope: 'files' } as const
const params = Type.Object({ id: Type.String({ maxLength: 64 }) })
const schema = { hide: true, params } as const
const form = { hide: true, params, body: Type.Record(Type.String(), Type.Unknown()) } as const
const page = 'text/html; charset=utf-8'

/** More than this nobody reads below a map. */
const mostAttribution = 300

/** The pages and forms of one file that was sent. */
export const importFileRoutes: FastifyPluginAsyncTypebox<FilesContext> = async (app, context) => {
  const filesFor = (request: FastifyRequest): Files => context.filesFor(personOf(request))

  const pageOf = async (request: FastifyRequest, file: ImportFile, errors: readonly FormError[]): Promise<string> => {
    const files = filesFor(request)
    const others = (await files.listOpen()).filter(({ id }) => id !== file.id)
    return String(
      importFilePage({
        frame: await fileFrame(request, context, `/import/${file.id}`),
        token: tokenOf(request),
        file: openImportOf(file),
        version: file.version,
        findings: file.findings,
        said: file.said,
        progress: files.progressOf(file.id),
        errors,
        others: others.map(openImportOf),
      }),
    )
  }

  /** A form of a file: the files it is among and the file it is about, once its token is known. */
  const sent = async (request: FastifyRequest<{ Params: { id: string }; Body: Record<string, unknown> }>) => {
    checkToken(request, request.body['token'])
    const files = filesFor(request)
    return { files, file: await files.find(request.params.id), body: request.body }
  }

  app.get('/import/:id', { config, schema }, async (request, reply) => {
    const file = await filesFor(request).find(request.params.id)
    if (file.state === 'loaded') return reply.redirect(`/receipts/${file.receiptId}`, 303)
    return reply
      .type(page)
      .header('cache-control', 'no-store')
      .send(await pageOf(request, file, []))
  })

  app.get('/import/:id/progress', { config, schema }, async (request, reply) => {
    const files = filesFor(request)
    const { id, state } = await files.find(request.params.id)
    const progress = files.progressOf(id)
    reply.header('cache-control', 'no-store')
    return { working: isWorking(state), done: progress?.done ?? 0, of: progress?.of ?? 0, text: progressText(progress) }
  })

  app.get('/import/:id/problems.csv', { config, schema }, async (request, reply) => {
    const { findings } = await filesFor(request).find(request.params.id)
    return reply
      .type('text/csv; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('content-disposition', 'attachment; filename="problems.csv"')
      .send(problemsCsv(findings?.problems ?? []))
  })

  app.post('/import/:id/load', { config, schema: form }, async (request, reply) => {
    const { files, file, body } = await sent(request)
    const version = Number(body['version'])
    const isTaken = await files.load(file.id, version)
    if (!isTaken && file.state === 'ready') await files.checkAgain(file.id, ['ready'], { said: outdated })
    return reply.redirect(`/import/${file.id}`, 303)
  })

  app.post('/import/:id/leave-out', { config, schema: form }, async (request, reply) => {
    const { files, file } = await sent(request)
    await files.leaveOut(file.id)
    return reply.redirect('/import', 303)
  })

  app.post('/import/:id/check', { config, schema: form }, async (request, reply) => {
    const { files, file } = await sent(request)
    await files.checkAgain(file.id, ['stopped'], { said: null })
    return reply.redirect(`/import/${file.id}`, 303)
  })

  app.post('/import/:id/schools', { config, schema: form }, async (request, reply) => {
    const { files, file, body } = await sent(request)
    const choices = choicesOf(body)
    if (choices.length > 0 || file.state !== 'doubtful') {
      await files.settle(file.id, choices)
      return reply.redirect(`/import/${file.id}`, 303)
    }
    const errors = [{ at: 'school-0', text: 'Choose the school that is meant, for one name at least' }]
    return reply
      .code(400)
      .type(page)
      .send(await pageOf(request, file, errors))
  })

  app.post('/import/:id/mapping', { config, schema: form }, async (request, reply) => {
    const { files, file, body } = await sent(request)
    const guess = file.findings?.guess ?? null
    if (file.state !== 'asking' || guess === null) return reply.redirect(`/import/${file.id}`, 303)
    const told = mappingTold(body, guess)
    if ('wrong' in told) {
      const errors = told.wrong.map((text) => ({ at: 'columns', text }))
      return reply
        .code(400)
        .type(page)
        .send(await pageOf(request, file, errors))
    }
    const mapping = JSON.stringify([told.mapping])
    await files.checkAgain(file.id, ['asking'], { kind: told.mapping.kind, mapping, said: null })
    return reply.redirect(`/import/${file.id}`, 303)
  })

  app.post('/import/:id/attribution', { config, schema: form }, async (request, reply) => {
    const { files, file, body } = await sent(request)
    const attribution = textIn(body, 'attribution').trim()
    if (attribution.length > mostAttribution) {
      const errors = [{ at: 'attribution', text: `What maps say must be ${mostAttribution} characters or less` }]
      return reply
        .code(400)
        .type(page)
        .send(await pageOf(request, file, errors))
    }
    const findings = JSON.stringify({ ...file.findings, attribution: attribution === '' ? null : attribution })
    await files.checkAgain(file.id, ['ready', 'known'], { findings, said: null })
    return reply.redirect(`/import/${file.id}`, 303)
  })

  app.post('/import/:id/told', { config, schema: form }, async (request, reply) => {
    const { files, file, body } = await sent(request)
    const kind = sheetKinds.find((each) => each === body['kind'])
    const year = typeof body['year'] === 'string' ? parseAcademicYear(body['year']) : null
    if (file.state === 'asking' && kind === undefined && year === null) {
      const isYear = 'year' in body
      const text = isYear ? 'Enter an academic year, such as 2025/26' : 'Choose what the file holds'
      return reply
        .code(400)
        .type(page)
        .send(await pageOf(request, file, [{ at: isYear ? 'year' : 'kind', text }]))
    }
    // What another kind was mapped to does not hold for this one.
    const told = { ...(kind === undefined ? {} : { kind, mapping: null }), ...(year === null ? {} : { year }) }
    await files.checkAgain(file.id, ['asking'], { ...told, said: null })
    return reply.redirect(`/import/${file.id}`, 303)
  })
}
