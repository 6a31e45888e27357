import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { councilReportsPage } from '../../dashboards/pages/council-reports.ts'
import { audiences } from '../access/audience.ts'
import { checkToken, tokenOf } from '../access/same-origin.ts'
import type { Context } from '../context.ts'
import { Mistake } from '../mistake.ts'
import { councilTold } from '../wrapping/council-told.ts'
import { doorOf } from './ask.ts'
import { frameOf } from './frame.ts'

const config = { audience: audiences.steward, scope: 'hub' } as const
const body = Type.Record(Type.String(), Type.Unknown())

/** What councils are shown once a term, for the data steward to look over and approve. */
export const councilReportRoutes: FastifyPluginAsyncTypebox<Context> = async (app, context) => {
  app.addHook('onSend', async (_, reply) => void reply.header('cache-control', 'no-store'))

  app.get('/council-reports', { config, schema: { hide: true } }, async (request, reply) => {
    const { term, evidence, approvedAt } = await doorOf(request, context).snapshotDraft()
    const asOf = term.lastOn
    const view = {
      frame: frameOf(request, context, '/council-reports', evidence, { asOf, where: {} }),
      token: tokenOf(request),
      term: term.name,
      approvedAt,
      dataVersion: evidence.dataVersion,
      councils: evidence.area.map(({ la }) => councilTold(evidence, { asOf, where: { council: la } })),
    }
    return reply.type('text/html; charset=utf-8').send(String(councilReportsPage(view)))
  })

  app.post('/council-reports', { config, schema: { hide: true, body } }, async (request, reply) => {
    checkToken(request, request.body['token'])
    const version = Number(request.body['version'])
    if (!Number.isInteger(version)) throw new Mistake('Look at the reports first, and approve them there.')
    await doorOf(request, context).approveSnapshot(version)
    return reply.redirect('/council-reports', 303)
  })
}
