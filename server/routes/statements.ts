import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { accessibilityPage } from '../../dashboards/pages/accessibility.ts'
import { privacyPage } from '../../dashboards/pages/privacy.ts'
import type { Context } from '../context.ts'
import { schedule } from '../retention/schedule.ts'
import { namedFrame } from './frame.ts'

const config = { audience: 'anyone', scope: 'nothing' } as const

/** What is said to everybody, signed in or not: how people's data is kept, and how accessible the pages are. */
export const statementRoutes: FastifyPluginAsyncTypebox<Context> = async (app, context) => {
  const { contact } = context
  app.addHook('onSend', async (_, reply) => void reply.header('cache-control', 'no-store'))

  app.get('/privacy', { config, schema: { hide: true } }, async (request, reply) => {
    const frame = await namedFrame(request, context, '/privacy')
    return reply
      .type('text/html; charset=utf-8')
      .send(String(privacyPage({ frame, contact, kept: Object.values(schedule) })))
  })

  app.get('/accessibility', { config, schema: { hide: true } }, async (request, reply) => {
    const frame = await namedFrame(request, context, '/accessibility')
    return reply.type('text/html; charset=utf-8').send(String(accessibilityPage({ frame, contact })))
  })
}
