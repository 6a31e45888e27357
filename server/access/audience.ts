import type { FastifyInstance, RouteOptions } from 'fastify'
import { roles, type Role } from '../../analytics/framework/role.ts'
import type { Person } from './person.ts'

/** Who may use a route: anybody, signed in or not, or people of these roles. */
export type RouteAudience = 'anyone' | readonly Role[]

/**
 * What a route is about: nothing of any hub, the person who asks, the whole hub, one council, one school, the schools of
 * one trust, files and what was loaded, the hub's people, the audit log, or how the hub is set up.
 */
export type RouteScope =
  | 'nothing'
  | 'self'
  | 'hub'
  | 'council'
  | 'school'
  | 'trust'
  | 'files'
  | 'people'
  | 'audit log'
  | 'set-up'
  | 'returns'

declare module 'fastify' {
  interface FastifyInstance {
    /** Every route there is, with who may use it and what it is about. */
    routeTable: readonly RouteOptions[]
  }
  interface FastifyContextConfig {
    audience?: RouteAudience
    scope?: RouteScope
  }
}

/** The people of each kind of page. */
export const audiences = {
  everyone: roles,
  hub: ['hub leader', 'adviser', 'data steward'],
  leader: ['hub leader'],
  school: ['hub leader', 'adviser', 'data steward', 'school user', 'trust user'],
  council: ['council officer'],
  trust: ['trust user'],
  returns: ['hub leader', 'data steward'],
  steward: ['data steward'],
} as const satisfies Readonly<Record<string, readonly Role[]>>

/** Whether somebody, or nobody known, may use a route. */
export const mayUse = (person: Pick<Person, 'role'> | null, audience: RouteAudience | undefined): boolean =>
  audience === 'anyone' || (person !== null && audience?.includes(person.role) === true)

/** Makes the server refuse to start when a route does not say who may use it and what it is about. */
export function requireAudience(app: FastifyInstance): void {
  const routes: RouteOptions[] = []
  app.decorate('routeTable', routes)
  app.addHook('onRoute', (route) => void routes.push(route))
  app.addHook('onReady', async () => {
    const silent = routes.filter(({ config }) => config?.audience === undefined || config.scope === undefined)
    if (silent.length > 0)
      throw new Error(
        `routes without an audience and a scope: ${silent.map(({ method, url }) => `${String(method)} ${url}`).join(', ')}`,
      )
  })
}
