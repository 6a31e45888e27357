import type { FastifyInstance } from 'fastify'

/** Whether the program lives, and whether its store answers. */
export async function healthRoutes(
  app: FastifyInstance,
  { isReady }: { readonly isReady: () => Promise<unknown> },
): Promise<void> {
  const config = { audience: 'anyone', scope: 'nothing' } as const
  app.get('/health/live', { config }, async () => ({ live: true }))
  app.get('/health/ready', { config }, async () => {
    await isReady()
    return { ready: true }
  })
}
