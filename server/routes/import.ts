import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { emptyPage } from '../../dashboards/pages/empty.ts'
import type { OpenImport } from '../../dashboards/pages/import-view.ts'
import { importsPage } from '../../dashboards/pages/import.ts'
import type { FormError } from '../../dashboards/parts/form.ts'
import { formToken } from '../access/same-origin.ts'
import type { Context } from '../context.ts'
import type { Line } from '../jobs/line.ts'
import type { Hub } from '../queries/hub.ts'
import { findImport, listOpenImports, type ImportFile } from '../queries/import-file.ts'
import { listReceipts } from '../queries/receipt.ts'
import { fileFrame, hubServed } from './file-frame.ts'
import { bareFrame } from './frame.ts'
import { limits, takeIn } from './upload.ts'

const config = { audience: ['operator'] } as const
const schema = { hide: true } as const

/** What the routes of files work with. */
export type FilesContext = Context & { readonly line: Line }

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
async function pageOf(context: FilesContext, hub: Hub, errors: readonly FormError[]): Promise<string> {
  const receipts = await listReceipts(context.store, hub.id)
  return String(
    importsPage({
      frame: await fileFrame(context, '/import'),
      token: formToken,
      open: (await listOpenImports(context.store, hub.id)).map(openImportOf),
      receipts: receipts.slice(0, 5),
      errors,
      limits,
    }),
  )
}

/** `GET /import` and `POST /import`: the page to load files from, and the files. */
export const importRoutes: FastifyPluginAsyncTypebox<FilesContext> = async (app, context) => {
  const { store, line } = context

  app.get('/import', { config, schema }, async (_, reply) => {
    reply.type('text/html; charset=utf-8')
    const hub = await context.hub()
    if (hub !== null) line.warm()
    return hub === null ? String(emptyPage({ frame: bareFrame(context, '/import') })) : pageOf(context, hub, [])
  })

  app.post('/import', { config, schema }, async (request, reply) => {
    const hub = await hubServed(context)
    const { ids, errors, instead } = await takeIn(request, store, hub.id)
    for (const id of ids) {
      const file = await findImport(store, hub.id, id)
      if (file?.state === 'checking' && line.progressOf(id) === null) line.check(hub.id, id)
    }
    if (instead !== null && ids.length > 0 && !ids.includes(instead)) await line.leaveOut(hub.id, instead)
    if (errors.length > 0)
      return reply
        .code(400)
        .type('text/html; charset=utf-8')
        .send(await pageOf(context, hub, errors))
    const [only] = ids
    return reply.redirect(ids.length === 1 ? `/import/${only}` : '/import', 303)
  })
}
