import type { FastifyReply } from 'fastify'

/**
 * The cookie with the secret of a login session. On the machine's own address there is no certificate, so the name is
 * without the prefix that browsers keep for encrypted connections.
 */
export const cookieName = 'crescendo-session'

const options = { path: '/', httpOnly: true, sameSite: 'lax', secure: false } as const

export const giveCookie = (reply: FastifyReply, secret: string): FastifyReply =>
  reply.setCookie(cookieName, secret, options)

export const takeCookie = (reply: FastifyReply): FastifyReply => reply.clearCookie(cookieName, options)
