import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { receiptPage } from '../../dashboards/pages/receipt.ts'
import { receiptsPage } from '../../dashboards/pages/receipts.ts'
import { undoPage } from '../../dashboards/pages/undo.ts'
import { audiences } from '../access/audience.ts'
import { personOf } from '../access/identify.ts'
import { notThere } from '../access/not-there.ts'
import { checkToken, tokenOf } from '../access/same-origin.ts'
import type { Receipt } from '../queries/receipt.ts'
import { doorOf } from './ask.ts'
import { fileFrame } from './file-frame.ts'
import type { FilesContext } from './import.ts'

const config = { audience: audiences.steward, scope: 'files' } as const
const params = Type.Object({ id: Type.Integer({ minimum: 1 }) })
const page = 'text/html; charset=utf-8'

const form = { hide: true, params, body: Type.Record(Type.String(), Type.Unknown()) } as const

/** The pages of what was loaded, and the way to undo it. */
export const receiptRoutes: FastifyPluginAsyncTypebox<FilesContext> = async (app, context) => {
  const receiptOf = async (request: FastifyRequest<{ Params: { id: number } }>): Promise<Receipt> => {
    const found = (await doorOf(request, context).receipts()).find(({ id }) => id === request.params.id)
    if (found === undefined) throw notThere()
    return found
  }

  app.get('/receipts', { config, schema: { hide: true } as const }, async (request, reply) => {
    const receipts = await doorOf(request, context).receipts()
    const frame = await fileFrame(request, context, '/receipts')
    return reply.type(page).send(String(receiptsPage({ frame, receipts })))
  })

  app.get('/receipts/:id', { config, schema: { hide: true, params } as const }, async (request, reply) => {
    const receipt = await receiptOf(request)
    const frame = await fileFrame(request, context, `/receipts/${receipt.id}`)
    return reply
      .type(page)
      .header('cache-control', 'no-store')
      .send(String(receiptPage({ frame, receipt })))
  })

  app.get('/receipts/:id/undo', { config, schema: { hide: true, params } as const }, async (request, reply) => {
    const receipt = await receiptOf(request)
    const outcome = await context.filesFor(personOf(request)).undo(receipt.id, true)
    const frame = await fileFrame(request, context, `/receipts/${receipt.id}/undo`)
    return reply
      .type(page)
      .header('cache-control', 'no-store')
      .send(String(undoPage({ ...outcome, frame, token: tokenOf(request), receipt })))
  })

  app.post('/receipts/:id/undo', { config, schema: form }, async (request, reply) => {
    checkToken(request, request.body['token'])
    const receipt = await receiptOf(request)
    const { receiptId } = await context.filesFor(personOf(request)).undo(receipt.id, false)
    // Where it was undone already, or cannot be, the page to undo it says why.
    return reply.redirect(receiptId === null ? `/receipts/${receipt.id}/undo` : `/receipts/${receiptId}`, 303)
  })
}
