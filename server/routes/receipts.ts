import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { receiptPage } from '../../dashboards/pages/receipt.ts'
import { receiptsPage } from '../../dashboards/pages/receipts.ts'
import { undoPage } from '../../dashboards/pages/undo.ts'
import { checkToken, formToken } from '../access/same-origin.ts'
import { Mistake } from '../mistake.ts'
import type { Hub } from '../queries/hub.ts'
import { listReceipts, type Receipt } from '../queries/receipt.ts'
import { fileFrame, hubServed } from './file-frame.ts'
import type { FilesContext } from './import.ts'

const config = { audience: ['operator'] } as const
const params = Type.Object({ id: Type.Integer({ minimum: 1 }) })
const page = 'text/html; charset=utf-8'

const form = { hide: true, params, body: Type.Record(Type.String(), Type.Unknown()) } as const

/** The pages of what was loaded, and the way to undo it. */
export const receiptRoutes: FastifyPluginAsyncTypebox<FilesContext> = async (app, context) => {
  const receiptOf = async (hub: Hub, id: number): Promise<Receipt> => {
    const found = (await listReceipts(context.store, hub.id)).find((receipt) => receipt.id === id)
    if (found === undefined) throw new Mistake(`there is no receipt ${id}`, 404)
    return found
  }

  app.get('/receipts', { config, schema: { hide: true } as const }, async (_, reply) => {
    const hub = await hubServed(context)
    const receipts = await listReceipts(context.store, hub.id)
    return reply.type(page).send(String(receiptsPage({ frame: await fileFrame(context, '/receipts'), receipts })))
  })

  app.get('/receipts/:id', { config, schema: { hide: true, params } as const }, async ({ params }, reply) => {
    const hub = await hubServed(context)
    const receipt = await receiptOf(hub, params.id)
    const frame = await fileFrame(context, `/receipts/${params.id}`)
    return reply
      .type(page)
      .header('cache-control', 'no-store')
      .send(String(receiptPage({ frame, receipt })))
  })

  app.get('/receipts/:id/undo', { config, schema: { hide: true, params } as const }, async ({ params }, reply) => {
    const hub = await hubServed(context)
    const receipt = await receiptOf(hub, params.id)
    const outcome = await context.line.undo(hub, receipt.id, true)
    const frame = await fileFrame(context, `/receipts/${receipt.id}/undo`)
    return reply
      .type(page)
      .header('cache-control', 'no-store')
      .send(String(undoPage({ ...outcome, frame, token: formToken, receipt })))
  })

  app.post('/receipts/:id/undo', { config, schema: form }, async ({ params, body }, reply) => {
    checkToken(body['token'])
    const hub = await hubServed(context)
    const receipt = await receiptOf(hub, params.id)
    const { receiptId } = await context.line.undo(hub, receipt.id, false)
    // Where it was undone already, or cannot be, the page to undo it says why.
    return reply.redirect(receiptId === null ? `/receipts/${receipt.id}/undo` : `/receipts/${receiptId}`, 303)
  })
}
