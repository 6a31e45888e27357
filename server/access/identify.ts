import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Store } from '../../migrations/open.ts'
import { mayUse } from './audience.ts'
import { note } from './audit-log.ts'
import { secretIn } from './cookie.ts'
import { findLoginSession, type LoginSession } from './login-session.ts'
import type { Person } from './person.ts'
import { notThere } from './not-there.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** The sign-in behind the request; null where nobody is signed in. */
    login: LoginSession | null
  }
}

/**
 * Finds out who asks before anything is answered. Whoever is not signed in is led to where they can; to somebody whom
 * a route is not for it is not there.
 */
export function identify(app: FastifyInstance, store: Store): void {
  app.decorateRequest('login', null)
  app.addHook('onRequest', async (request, reply) => {
    const secret = secretIn(request)
    request.login = secret === undefined ? null : await findLoginSession(store, secret, new Date())
    if (request.is404) return undefined
    const { audience } = request.routeOptions.config
    if (mayUse(request.login?.person ?? null, audience)) return undefined
    if (request.login !== null) {
      const { hubId, id: personId } = request.login.person
      const detail = { method: request.method, route: request.routeOptions.url }
      await note(store, { hubId, personId, action: 'access refused', detail })
      return reply.callNotFound()
    }
    if (request.url.startsWith('/api/')) return reply.code(401).send({ status: 401, detail: 'Sign in first.' })
    const to = request.method === 'GET' ? `?to=${encodeURIComponent(request.url)}` : ''
    return reply.redirect(`/sign-in${to}`, 303)
  })
}

/** The person behind a request to a route that is not for anyone. */
export function personOf({ login }: FastifyRequest): Person {
  if (login === null) throw notThere()
  return login.person
}
