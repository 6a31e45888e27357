import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Mistake } from '../mistake.ts'
import { isSame, newSecret } from './secret.ts'

/** The token of forms before anybody is signed in. It lasts as long as the server runs. */
const tokenForAll = newSecret()

/** The token that every form of a person's pages carries: it goes with their login session, and nobody else has it. */
export const tokenOf = ({ login }: Pick<FastifyRequest, 'login'>): string =>
  login === null ? tokenForAll : createHash('sha256').update(`form ${login.secret}`).digest('base64url')

const stale =
  'This form is from before you last signed in, or from before Crescendo was last started. Nothing was changed: open the page again and send it once more.'

/** Refuses a form without the token. */
export function checkToken(request: Pick<FastifyRequest, 'login'>, token: unknown): void {
  if (!isSame(token, tokenOf(request))) throw new Mistake(stale, 403)
}

const reading = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Refuses whatever would change something and was sent from a page elsewhere: browsers say where from. */
export function refuseForeignForms(app: FastifyInstance, own: string | null): void {
  app.addHook('onRequest', async ({ method, headers, host }) => {
    if (reading.has(method)) return
    const { origin, 'sec-fetch-site': site = 'same-origin' } = headers
    if (site !== 'same-origin' || (origin !== undefined && origin !== (own ?? `http://${host}`)))
      throw new Mistake('This was sent from another site, so nothing was changed.', 403)
  })
}
