import type { FastifyInstance, RouteOptions } from 'fastify'
import { Mistake } from '../mistake.ts'
import { operator, type Person } from './person.ts'

/** Who may use a route: anybody, or people of these roles. */
export type RouteAudience = 'anyone' | readonly Person['role'][]

declare module 'fastify' {
  interface FastifyContextConfig {
    audience?: RouteAudience
  }
}

/** Whether a person may use a route. */
export const mayUse = ({ role }: Person, audience: RouteAudience | undefined): boolean =>
  audience === 'anyone' || audience?.includes(role) === true

/**
 * Makes the server refuse to start when a route does not say who may use it, and answer those who may not as if there
 * were no such route.
 */
export function requireAudience(app: FastifyInstance, person: Person = operator): void {
  const routes: RouteOptions[] = []
  app.addHook('onRoute', (route) => void routes.push(route))
  app.addHook('onRequest', async ({ is404, routeOptions }) => {
    if (!is404 && !mayUse(person, routeOptions.config.audience)) throw new Mistake('there is no such page', 404)
  })
  app.addHook('onReady', async () => {
    const silent = routes.filter(({ config }) => config?.audience === undefined)
    if (silent.length > 0)
      throw new Error(
        `routes without an audience: ${silent.map(({ method, url }) => `${String(method)} ${url}`).join(', ')}`,
      )
  })
}
