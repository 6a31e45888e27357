import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import type { OpenImport } from '../../dashboards/pages/import-view.ts'
import { importsPage } from '../../dashboards/pages/import.ts'
import type { FormError } from '../../dashboards/parts/form.ts'
import { audiences } from '../access/audience.ts'
import { personOf } from '../access/identify.ts'
import type { Person } from '../access/person.ts'
import { tokenOf } from '../access/same-origin.ts'
import type { Context } from '../context.ts'
import type { Files } from '../jobs/files.ts'
import type { ImportFile } from '../queries/import-file.ts'
import { doorOf } from './ask.ts'
import { fileFrame } from './file-frame.ts'
import { limits, takeIn } from './upload.ts'

const config = { audience: audiences.steward, scope: 'files' } as const
const schema = { hide: true } as const

/** What the routes of files work with. */
export type FilesContext = Context & {
  readonly filesFor: (person: Person) => Files
  /** Makes ready for files that are about to come. */
  readonly warm: () => void
}

/** A file as its page and the list of files show it. */
export const openImportOf = ({ id, name, size, state, kind, findings, createdAt }: ImportFile): OpenImport => ({
  id,
  name,
  size,
  state,
  kind: findings?.kind ?? kind,
  createdAt,
})

/** The page to load files from. */
async function pageOf(request: FastifyRequest, context: FilesContext, errors: readonly FormError[]): Promise<string> {
  const receipts = await doorOf(request, context).receipts()
  return String(
    importsPage({
      frame: await fileFrame(request, context, '/import'),
      token: tokenOf(request),
      open: (await context.filesFor(personOf(request)).listOpen()).map(openImportOf),
      receipts: receipts.slice(0, 5),
      errors,
      limits,
    }),
  )
}

/** `GET /import` and `POST /import`: the page to load files from, and the files. */
export const importRoutes: FastifyPluginAsyncTypebox<FilesContext> = async (app, context) => {
  app.get('/import', { config, schema }, async (request, reply) => {
    context.warm()
    return reply.type('text/html; charset=utf-8').send(await pageOf(request, context, []))
  })

  app.post('/import', { config: { ...config, rated: 'upload' }, schema }, async (request, reply) => {
    const files = context.filesFor(personOf(request))
    const { ids, errors, instead } = await takeIn(request, files)
    for (const id of ids)
      if ((await files.find(id)).state === 'checking' && files.progressOf(id) === null) files.check(id)
    if (instead !== null && ids.length > 0 && !ids.includes(instead)) await files.leaveOut(instead)
    if (errors.length > 0)
      return reply
        .code(400)
        .type('text/html; charset=utf-8')
        .send(await pageOf(request, context, errors))
    const [only] = ids
    return reply.redirect(ids.length === 1 ? `/import/${only}` : '/import', 303)
  })
}
