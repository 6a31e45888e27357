import type { FastifyInstance } from 'fastify'
import { Mistake } from '../mistake.ts'

/** The one address the server listens on: before others it stands behind a server that encrypts. */
export const loopback = '127.0.0.1'

/** Refuses to listen anywhere else. */
export function requireLoopback(host: string): void {
  if (host !== loopback)
    throw new Mistake(
      `Crescendo listens on ${loopback} only: found ${host}. To serve others, put a server that encrypts before it and name its address with --origin`,
    )
}

/** The address by which browsers know the server, as it is told; null for none. Only encrypted ones are taken. */
export function originOf(text: string | undefined): string | null {
  if (text === undefined || text === '') return null
  const url = URL.parse(text)
  if (url?.protocol !== 'https:' || url.origin !== text.replace(/\/$/, ''))
    throw new Mistake(`--origin: found "${text}"; use an address such as https://hub.example`)
  return url.origin
}

/** Refuses requests that came for another name, as a page elsewhere could send a browser here by a name of its own. */
export function refuseOtherNames(app: FastifyInstance, origin: string | null): void {
  const names = origin === null ? [loopback, 'localhost'] : [new URL(origin).hostname]
  app.addHook('onRequest', async ({ hostname }) => {
    if (!names.includes(hostname)) throw new Mistake(`Crescendo answers to ${names.join(' and ')} only`)
  })
}
