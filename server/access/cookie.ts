import type { FastifyReply, FastifyRequest } from 'fastify'

declare module 'fastify' {
  interface FastifyInstance {
    /** The address by which browsers know this server, such as `https://hub.example`; null on the machine's own. */
    origin: string | null
  }
}

/**
 * The cookie with the secret of a login session. Where the connection is encrypted its name has the prefix that
 * browsers let nobody else set; on the machine's own address there is no certificate, and it goes without.
 */
export const cookieName = (origin: string | null): string =>
  origin === null ? 'crescendo-session' : '__Host-crescendo-session'

const optionsFor = (origin: string | null) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure: origin !== null }) as const

/** The secret that a browser showed, if it has one. */
export const secretIn = ({ cookies, server }: FastifyRequest): string | undefined => cookies[cookieName(server.origin)]

export const giveCookie = (reply: FastifyReply, secret: string): FastifyReply =>
  reply.setCookie(cookieName(reply.server.origin), secret, optionsFor(reply.server.origin))

export const takeCookie = (reply: FastifyReply): FastifyReply =>
  reply.clearCookie(cookieName(reply.server.origin), optionsFor(reply.server.origin))
