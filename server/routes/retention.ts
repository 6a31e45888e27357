import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { retentionPage } from '../../dashboards/pages/retention.ts'
import { audiences } from '../access/audience.ts'
import { personOf } from '../access/identify.ts'
import type { Person } from '../access/person.ts'
import { checkToken, tokenOf } from '../access/same-origin.ts'
import type { Context } from '../context.ts'
import type { Retention } from '../retention/retention-of.ts'
import { namedFrame } from './frame.ts'

const config = { audience: audiences.steward, scope: 'people' } as const
const body = Type.Record(Type.String(), Type.Unknown())

/** The retention schedule, for the data steward: what would go and when, and the way to let it go. */
export const retentionRoutes: FastifyPluginAsyncTypebox<
  Context & { readonly retentionFor: (person: Person) => Retention }
> = async (app, context) => {
  app.addHook('onSend', async (_, reply) => void reply.header('cache-control', 'no-store'))

  const pageOf = async (request: FastifyRequest, gone: number | null): Promise<string> => {
    const rules = await context.retentionFor(personOf(request)).list()
    const frame = await namedFrame(request, context, '/retention')
    return String(retentionPage({ frame, token: tokenOf(request), rules, gone }))
  }

  app.get('/retention', { config, schema: { hide: true } }, async (request, reply) =>
    reply.type('text/html; charset=utf-8').send(await pageOf(request, null)),
  )

  app.post('/retention', { config, schema: { hide: true, body } }, async (request, reply) => {
    checkToken(request, request.body['token'])
    const gone = await context.retentionFor(personOf(request)).apply()
    return reply.type('text/html; charset=utf-8').send(await pageOf(request, gone))
  })
}
