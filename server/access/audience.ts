import type { FastifyInstance, RouteOptions } from 'fastify'
import type { Person } from './person.ts'

/** Who may use a route: anybody, or people of these roles. */
export type RouteAudience = 'anyone' | readonly Person['role'][]

declare module 'fastify' {
  interface FastifyContextConfig {
    audience?: RouteAudience
  }
}

/** Makes the server refuse to start when a route does not say who may use it. */
export function requireAudience(app: FastifyInstance): void {
  const routes: RouteOptions[] = []
  app.addHook('onRoute', (route) => void routes.push(route))
  app.addHook('onReady', async () => {
    const silent = routes.filter(({ config }) => config?.audience === undefined)
    if (silent.length > 0)
      throw new Error(
        `routes without an audience: ${silent.map(({ method, url }) => `${String(method)} ${url}`).join(', ')}`,
      )
  })
}
