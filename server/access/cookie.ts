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

/** The cookie of a browser that was led to a provider, until it comes back. */
const askedName = (origin: string | null): string => (origin === null ? 'crescendo-asked' : '__Host-crescendo-asked')

const optionsFor = (origin: string | null) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure: origin !== null }) as const

/** The secret that a browser showed, if it has one. */
export const secretIn = ({ cookies, server }: FastifyRequest): string | undefined => cookies[cookieName(server.origin)]

export const giveCookie = (reply: FastifyReply, secret: string): FastifyReply =>
  reply.setCookie(cookieName(reply.server.origin), secret, optionsFor(reply.server.origin))

/** Takes the cookie of a login session back, with the pages that the browser kept of it. */
export const takeCookie = (reply: FastifyReply): FastifyReply =>
  reply
    .clearCookie(cookieName(reply.server.origin), optionsFor(reply.server.origin))
    .header('clear-site-data', '"cache", "storage"')

/** The secret by which a browser that was led to a provider is known again, if it has one. */
export const askedIn = ({ cookies, server }: FastifyRequest): string | undefined => cookies[askedName(server.origin)]

export const giveAsked = (reply: FastifyReply, secret: string): FastifyReply =>
  reply.setCookie(askedName(reply.server.origin), secret, { ...optionsFor(reply.server.origin), maxAge: 15 * 60 })

export const takeAsked = (reply: FastifyReply): FastifyReply =>
  reply.clearCookie(askedName(reply.server.origin), optionsFor(reply.server.origin))
