import compress from '@fastify/compress'
import helmet from '@fastify/helmet'
import fastifyStatic from '@fastify/static'
import swagger from '@fastify/swagger'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import fastify, { type FastifyInstance } from 'fastify'
import { assets } from '../dashboards/client/assets.ts'
import { requireAudience } from './access/audience.ts'
import { refuseOtherNames } from './access/loopback.ts'
import type { Context } from './context.ts'
import { quietLog } from './log.ts'
import { answerMistakes } from './routes/mistakes.ts'
import { chartRoutes } from './routes/charts.ts'
import { healthRoutes } from './routes/health.ts'
import { measureRoutes } from './routes/measures.ts'
import { pageRoutes } from './routes/pages.ts'
import { workbookRoutes } from './routes/workbooks.ts'

/** The web application, ready to listen or to be asked without listening. */
export async function buildApp(context: Context, { logLevel = 'info' } = {}): Promise<FastifyInstance> {
  const app = fastify({ logger: quietLog(logLevel) }).withTypeProvider<TypeBoxTypeProvider>()
  requireAudience(app)
  refuseOtherNames(app)
  answerMistakes(app, context)
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        scriptSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    // There is no certificate on the loopback address.
    strictTransportSecurity: false,
  })
  await app.register(compress)
  await app.register(async (files) => {
    files.addHook('onRoute', (route) => void (route.config = { ...route.config, audience: 'anyone' }))
    const forEver = { immutable: true, maxAge: '365d' }
    await files.register(fastifyStatic, { root: assets.folder, prefix: assets.prefix, index: false, ...forEver })
  })
  await app.register(swagger, { openapi: { info: { title: 'Crescendo', version: '1' } } })
  await app.register(healthRoutes, context)
  await app.register(measureRoutes, context)
  await app.register(chartRoutes, context)
  await app.register(workbookRoutes, context)
  await app.register(pageRoutes, context)
  return app
}
