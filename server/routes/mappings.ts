import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { mappingsPage } from '../../dashboards/pages/mappings.ts'
import type { FormError } from '../../dashboards/parts/form.ts'
import { audiences } from '../access/audience.ts'
import { personOf } from '../access/identify.ts'
import { notThere } from '../access/not-there.ts'
import { checkToken, tokenOf } from '../access/same-origin.ts'
import type { Files } from '../jobs/files.ts'
import { fileFrame } from './file-frame.ts'
import type { FilesContext } from './import.ts'

const config = { audience: audiences.steward, scope: 'files' } as const
const params = Type.Object({ id: Type.Integer({ minimum: 1 }) })
const form = { hide: true, params, body: Type.Record(Type.String(), Type.Unknown()) } as const
const page = 'text/html; charset=utf-8'

/** What is remembered of how files are read: to see, to rename, to forget. */
export const mappingRoutes: FastifyPluginAsyncTypebox<FilesContext> = async (app, context) => {
  const filesFor = (request: FastifyRequest): Files => context.filesFor(personOf(request))

  const pageOf = async (request: FastifyRequest, errors: readonly FormError[]): Promise<string> => {
    const remembered = await filesFor(request).mappings()
    const mappings = remembered.map(({ mapping, ...each }) => ({ ...each, columns: mapping?.columns ?? null }))
    const frame = await fileFrame(request, context, '/mappings')
    return String(mappingsPage({ frame, token: tokenOf(request), mappings, errors }))
  }

  /** The files of a hub that has a mapping of that number. */
  const filesWith = async (request: FastifyRequest<{ Params: { id: number }; Body: Record<string, unknown> }>) => {
    checkToken(request, request.body['token'])
    const files = filesFor(request)
    if (!(await files.mappings()).some((each) => each.id === request.params.id)) throw notThere()
    return files
  }

  app.get('/mappings', { config, schema: { hide: true } as const }, async (request, reply) =>
    reply.type(page).send(await pageOf(request, [])),
  )

  app.post('/mappings/:id/name', { config, schema: form }, async (request, reply) => {
    const files = await filesWith(request)
    const {
      params: { id },
      body,
    } = request
    const name = typeof body['name'] === 'string' ? body['name'].slice(0, 100) : ''
    const taken = (await files.mappings()).some((each) => each.id !== id && each.name === name.trim())
    const text = name.trim() === '' ? 'Enter a name' : taken ? `There is a mapping “${name.trim()}” already` : null
    if (text !== null)
      return reply
        .code(400)
        .type(page)
        .send(await pageOf(request, [{ at: `name-${id}`, text }]))
    await files.renameMapping(id, name)
    return reply.redirect('/mappings', 303)
  })

  app.post('/mappings/:id/forget', { config, schema: form }, async (request, reply) => {
    const files = await filesWith(request)
    await files.forgetMapping(request.params.id)
    return reply.redirect('/mappings', 303)
  })
}
