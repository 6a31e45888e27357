import type { FastifyServerOptions } from 'fastify'

/**
 * Structured log lines without personal data: the route's pattern, never the address asked for (a search may hold a
 * name), and no network address.
 */
export const quietLog = (level: string): NonNullable<FastifyServerOptions['logger']> => ({
  level,
  base: null,
  serializers: {
    req: (request: { method: string; routeOptions?: { url?: string | undefined } }) => ({
      method: request.method,
      route: request.routeOptions?.url ?? 'none',
    }),
    res: (reply: { statusCode?: number }) => ({ status: reply.statusCode }),
  },
})
