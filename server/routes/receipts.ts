import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { receiptPage } from '../../dashboards/pages/receipt.ts'
import { receiptsPage } from '../../dashboards/pages/receipts.ts'
import { Mistake } from '../mistake.ts'
import { listReceipts } from '../queries/receipt.ts'
import { fileFrame, hubServed } from './file-frame.ts'
import type { FilesContext } from './import.ts'

const config = { audience: ['operator'] } as const
const params = Type.Object({ id: Type.Integer({ minimum: 1 }) })
const page = 'text/html; charset=utf-8'

/** The pages of what was loaded. */
export const receiptRoutes: FastifyPluginAsyncTypebox<FilesContext> = async (app, context) => {
  app.get('/receipts', { config, schema: { hide: true } as const }, async (_, reply) => {
    const hub = await hubServed(context)
    const receipts = await listReceipts(context.store, hub.id)
    return reply.type(page).send(String(receiptsPage({ frame: await fileFrame(context, '/receipts'), receipts })))
  })

  app.get('/receipts/:id', { config, schema: { hide: true, params } as const }, async ({ params }, reply) => {
    const hub = await hubServed(context)
    const receipts = await listReceipts(context.store, hub.id)
    const receipt = receipts.find(({ id }) => id === params.id)
    if (receipt === undefined) throw new Mistake(`there is no receipt ${params.id}`, 404)
    const frame = await fileFrame(context, `/receipts/${params.id}`)
    return reply
      .type(page)
      .header('cache-control', 'no-store')
      .send(String(receiptPage({ frame, receipt })))
  })
}
