import type { FastifyInstance } from 'fastify'
import { Mistake } from '../mistake.ts'

/** The one address the server listens on while there is no sign-in. */
export const loopback = '127.0.0.1'

const names = new Set([loopback, 'localhost'])

/** Refuses to listen anywhere else. */
export function requireLoopback(host: string): void {
  if (host !== loopback)
    throw new Mistake(`there is no sign-in yet, so Crescendo listens on ${loopback} only: found ${host}`)
}

/** Refuses requests that came for another name, as a page elsewhere could send a browser here by a name of its own. */
export function refuseOtherNames(app: FastifyInstance): void {
  app.addHook('onRequest', async ({ hostname }) => {
    if (!names.has(hostname)) throw new Mistake(`Crescendo answers to ${loopback} and localhost only`)
  })
}
