import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { mappingsPage } from '../../dashboards/pages/mappings.ts'
import type { FormError } from '../../dashboards/parts/form.ts'
import { deleteMapping, listMappings, renameMapping } from '../../ingest/mapping/remember.ts'
import { checkToken, formToken } from '../access/same-origin.ts'
import { patiently } from '../jobs/patiently.ts'
import type { Hub } from '../queries/hub.ts'
import { Mistake } from '../mistake.ts'
import { fileFrame, hubServed } from './file-frame.ts'
import type { FilesContext } from './import.ts'

const config = { audience: ['operator'] } as const
const params = Type.Object({ id: Type.Integer({ minimum: 1 }) })
const form = { hide: true, params, body: Type.Record(Type.String(), Type.Unknown()) } as const
const page = 'text/html; charset=utf-8'

/** What is remembered of how files are read: to see, to rename, to forget. */
export const mappingRoutes: FastifyPluginAsyncTypebox<FilesContext> = async (app, context) => {
  const { store } = context

  const pageOf = async (hub: Hub, errors: readonly FormError[]): Promise<string> => {
    const remembered = await listMappings(store, hub.name)
    const mappings = remembered.map(({ mapping: { kind, columns }, ...each }) => ({ ...each, kind, columns }))
    return String(mappingsPage({ frame: await fileFrame(context, '/mappings'), token: formToken, mappings, errors }))
  }

  /** The hub, where it has a mapping of that number. */
  const hubWith = async (id: number, body: Readonly<Record<string, unknown>>): Promise<Hub> => {
    checkToken(body['token'])
    const hub = await hubServed(context)
    if (!(await listMappings(store, hub.name)).some((each) => each.id === id))
      throw new Mistake(`there is no mapping ${id}`, 404)
    return hub
  }

  app.get('/mappings', { config, schema: { hide: true } as const }, async (_, reply) =>
    reply.type(page).send(await pageOf(await hubServed(context), [])),
  )

  app.post('/mappings/:id/name', { config, schema: form }, async ({ params: { id }, body }, reply) => {
    const hub = await hubWith(id, body)
    const name = typeof body['name'] === 'string' ? body['name'].slice(0, 100) : ''
    const taken = (await listMappings(store, hub.name)).some((each) => each.id !== id && each.name === name.trim())
    const text = name.trim() === '' ? 'Enter a name' : taken ? `There is a mapping “${name.trim()}” already` : null
    if (text !== null)
      return reply
        .code(400)
        .type(page)
        .send(await pageOf(hub, [{ at: `name-${id}`, text }]))
    await patiently(store, (free) => renameMapping(free, { hub: hub.name, id, name }))
    return reply.redirect('/mappings', 303)
  })

  app.post('/mappings/:id/forget', { config, schema: form }, async ({ params: { id }, body }, reply) => {
    const hub = await hubWith(id, body)
    await patiently(store, (free) => deleteMapping(free, { hub: hub.name, id }))
    return reply.redirect('/mappings', 303)
  })
}
