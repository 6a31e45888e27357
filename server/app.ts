import compress from '@fastify/compress'
import formbody from '@fastify/formbody'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import fastifyStatic from '@fastify/static'
import swagger from '@fastify/swagger'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import fastify, { type FastifyInstance } from 'fastify'
import { assets } from '../dashboards/client/assets.ts'
import { requireAudience } from './access/audience.ts'
import { refuseOtherNames } from './access/loopback.ts'
import { refuseForeignForms } from './access/same-origin.ts'
import type { Context } from './context.ts'
import { lineOf } from './jobs/line.ts'
import { quietLog } from './log.ts'
import { answerMistakes } from './routes/mistakes.ts'
import { chartRoutes } from './routes/charts.ts'
import { healthRoutes } from './routes/health.ts'
import { importFileRoutes } from './routes/import-file.ts'
import { importWorkbookRoutes } from './routes/import-workbook.ts'
import { importRoutes } from './routes/import.ts'
import { lineageRoutes } from './routes/lineage.ts'
import { mappingRoutes } from './routes/mappings.ts'
import { measureRoutes } from './routes/measures.ts'
import { pageRoutes } from './routes/pages.ts'
import { receiptRoutes } from './routes/receipts.ts'
import { workbookRoutes } from './routes/workbooks.ts'

/** The web application, ready to listen or to be asked without listening. */
export async function buildApp(context: Context, { logLevel = 'info' } = {}): Promise<FastifyInstance> {
  const app = fastify({ logger: quietLog(logLevel) }).withTypeProvider<TypeBoxTypeProvider>()
  requireAudience(app)
  refuseOtherNames(app)
  refuseForeignForms(app)
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
    // Without a referrer browsers would not say either that a form comes from here.
    referrerPolicy: { policy: 'same-origin' },
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
  await app.register(lineageRoutes, context)
  await app.register(chartRoutes, context)
  await app.register(workbookRoutes, context)
  await app.register(pageRoutes, context)
  await app.register(fileRoutes, context)
  return app
}

/** All about files that are sent, and the line in which they are worked on. */
async function fileRoutes(app: FastifyInstance, context: Context): Promise<void> {
  const line = lineOf({ ...context, logFault: (fault) => app.log.error(fault, 'fault in the work on a file') })
  await app.register(formbody, { bodyLimit: 2 ** 20 })
  await app.register(multipart, { throwFileSizeLimit: false, limits: formLimits })
  app.addHook('onReady', async () => {
    const hub = await context.hub()
    if (hub !== null) await line.resume(hub.id)
  })
  app.addHook('onClose', () => line.close())
  await app.register(importRoutes, { ...context, line })
  await app.register(importFileRoutes, { ...context, line })
  await app.register(importWorkbookRoutes, context)
  await app.register(mappingRoutes, { ...context, line })
  await app.register(receiptRoutes, { ...context, line })
}

/** What a form may have beside its files. */
const formLimits = { fields: 10, fieldNameSize: 100, fieldSize: 10_000, headerPairs: 100 }
