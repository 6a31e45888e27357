import type { FastifyInstance } from 'fastify'
import type { Context } from '../context.ts'
import { listHubs } from '../queries/hub.ts'

/** Whether the program lives, and whether its store answers. */
export async function healthRoutes(app: FastifyInstance, { store }: Context): Promise<void> {
  app.get('/health/live', { config: { audience: 'anyone' } }, async () => ({ live: true }))
  app.get('/health/ready', { config: { audience: 'anyone' } }, async () => {
    await listHubs(store)
    return { ready: true }
  })
}
