import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { Mistake } from '../mistake.ts'

/** The token that every form carries: only pages of this server can know it. It lasts as long as the server runs. */
export const formToken: string = randomBytes(24).toString('base64url')

const stale =
  'This form is from before Crescendo was last started. Nothing was changed: open the page again and send it once more.'

/** Refuses a form without the token. */
export function checkToken(token: unknown): void {
  const [given, wanted] = [Buffer.from(typeof token === 'string' ? token : ''), Buffer.from(formToken)]
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) throw new Mistake(stale, 403)
}

const reading = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Refuses whatever would change something and was sent from a page elsewhere: browsers say where from. */
export function refuseForeignForms(app: FastifyInstance): void {
  app.addHook('onRequest', async ({ method, headers, host }) => {
    if (reading.has(method)) return
    const { origin, 'sec-fetch-site': site = 'same-origin' } = headers
    if (site !== 'same-origin' || (origin !== undefined && origin !== `http://${host}`))
      throw new Mistake('This was sent from another site, so nothing was changed.', 403)
  })
}
