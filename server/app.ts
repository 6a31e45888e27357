import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import fastifyStatic from '@fastify/static'
import swagger from '@fastify/swagger'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import fastify, { type FastifyInstance } from 'fastify'
import { assets } from '../dashboards/client/assets.ts'
import { requireAudience } from './access/audience.ts'
import { challengesOf } from './access/challenges.ts'
import { sealCodes } from './access/codes-kept.ts'
import { contactsOf } from './access/contacts-of.ts'
import { commentaryOf } from './access/commentary-of.ts'
import { frozenOf } from './access/frozen-of.ts'
import { gateOf } from './access/gate.ts'
import { heldOf } from './access/held-of.ts'
import { identify } from './access/identify.ts'
import { loopback, refuseOtherNames } from './access/loopback.ts'
import { ownHubOf } from './access/own-hub.ts'
import { peopleOf } from './access/people-of.ts'
import type { Person } from './access/person.ts'
import { formsLeadTo, providersOf } from './access/provider/providers.ts'
import { keepRates, usualRates } from './access/rates.ts'
import { readRemarks } from './access/remarks.ts'
import { refuseForeignForms } from './access/same-origin.ts'
import { scoped } from './access/scoped.ts'
import { sealOf } from './access/seal.ts'
import type { Context, Serving } from './context.ts'
import { filesOf } from './jobs/files.ts'
import { lineOf } from './jobs/line.ts'
import { answerKeeper } from './wrapping/kept-answers.ts'
import { pageKeeper } from './wrapping/kept-pages.ts'
import { quietLog } from './log.ts'
import { listHubs } from './queries/hub.ts'
import { returnsOf } from './returns/returns-of.ts'
import { retentionOf } from './retention/retention-of.ts'
import { answerMistakes } from './routes/mistakes.ts'
import { accountRoutes } from './routes/account.ts'
import { changePasswordRoutes } from './routes/change-password.ts'
import { auditLogRoutes } from './routes/audit-log.ts'
import { chartRoutes } from './routes/charts.ts'
import { comparatorRoutes } from './routes/comparators.ts'
import { contactRoutes } from './routes/contacts.ts'
import { councilReportRoutes } from './routes/council-reports.ts'
import { commentaryRoutes } from './routes/commentary.ts'
import { councilRoutes } from './routes/council.ts'
import { districtMapRoutes } from './routes/district-map.ts'
import { exploreRoutes } from './routes/explore.ts'
import { evidenceRoutes } from './routes/evidence.ts'
import { frozenRoutes } from './routes/frozen.ts'
import { heldRoutes } from './routes/held.ts'
import { healthRoutes } from './routes/health.ts'
import { hubFrameworkRoutes } from './routes/hub-framework.ts'
import { hubGoalRoutes } from './routes/hub-goals.ts'
import { hubRoutes } from './routes/hub.ts'
import { importFileRoutes } from './routes/import-file.ts'
import { importWorkbookRoutes } from './routes/import-workbook.ts'
import { importRoutes } from './routes/import.ts'
import { invitationRoutes } from './routes/invitation.ts'
import { lineageRoutes } from './routes/lineage.ts'
import { mappingRoutes } from './routes/mappings.ts'
import { meetingPackRoutes } from './routes/meeting-pack.ts'
import { measureRoutes } from './routes/measures.ts'
import { pageRoutes } from './routes/pages.ts'
import { peopleRoutes } from './routes/people.ts'
import { receiptRoutes } from './routes/receipts.ts'
import { profileRoutes } from './routes/profiles.ts'
import { returnRoutes } from './routes/returns.ts'
import { retentionRoutes } from './routes/retention.ts'
import { schoolMapRoutes } from './routes/school-map.ts'
import { schoolRoutes } from './routes/school.ts'
import { sampleSignInRoutes } from './routes/sign-in-sample.ts'
import { signInWithRoutes } from './routes/sign-in-with.ts'
import { signInRoutes } from './routes/sign-in.ts'
import { statementRoutes } from './routes/statements.ts'
import { topicRoutes } from './routes/topics.ts'
import { workRoutes } from './routes/work.ts'
import { workbookRoutes } from './routes/workbooks.ts'

/** The web application, ready to listen or to be asked without listening. */
export async function buildApp(serving: Serving, { logLevel = 'info' } = {}): Promise<FastifyInstance> {
  const { store, today, sample, origin = null, rates = usualRates, contact = null, providers = [] } = serving
  const { writeOds = null } = serving
  const door = (person: Person) => scoped(serving, person)
  const kept = { keep: answerKeeper(), keepPage: pageKeeper() }
  const context: Context = { scoped: door, ...kept, today, sample, contact, writeOds }
  const seal = sealOf(serving.storeFile)
  const app = fastify({
    logger: quietLog(logLevel),
    trustProxy: origin === null ? false : loopback,
  }).withTypeProvider<TypeBoxTypeProvider>()
  app.decorate('origin', origin)
  requireAudience(app)
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        scriptSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        formAction: ["'self'", ...formsLeadTo(providers)],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        objectSrc: ["'none'"],
      },
    },
    // There is no certificate on the loopback address.
    strictTransportSecurity: origin === null ? false : { maxAge: 31_536_000, includeSubDomains: false },
    // Without a referrer browsers would not say either that a form comes from here.
    referrerPolicy: { policy: 'same-origin' },
  })
  refuseOtherNames(app, origin)
  refuseForeignForms(app, origin)
  answerMistakes(app, context)
  await app.register(compress)
  await app.register(cookie)
  await app.register(formbody, { bodyLimit: 2 ** 20 })
  identify(app, store)
  readRemarks(app, store)
  await keepRates(app, rates)
  await app.register(async (files) => {
    files.addHook('onRoute', (route) => void (route.config = { ...route.config, audience: 'anyone', scope: 'nothing' }))
    const forEver = { immutable: true, maxAge: '365d' }
    await files.register(fastifyStatic, { root: assets.folder, prefix: assets.prefix, index: false, ...forEver })
  })
  await app.register(swagger, { openapi: { info: { title: 'Crescendo', version: '1' } } })
  await app.register(healthRoutes, { isReady: () => listHubs(store) })
  app.addHook('onReady', async () => void (await sealCodes(store, seal)))
  const gate = gateOf(store, seal)
  const way = {
    ...context,
    gate,
    providers: providersOf({ store, seal, gate }, sample ? [] : providers),
    challenges: challengesOf(store, 'passkey'),
    isHub: async () => (await listHubs(store)).length > 0,
  }
  await app.register(accountRoutes, way)
  await app.register(changePasswordRoutes, way)
  await app.register(sample ? sampleSignInRoutes : signInRoutes, way)
  if (!sample) await app.register(signInWithRoutes, way)
  await app.register(invitationRoutes, way)
  await app.register(statementRoutes, context)
  await app.register(measureRoutes, context)
  await app.register(evidenceRoutes, context)
  await app.register(lineageRoutes, context)
  await app.register(chartRoutes, context)
  await app.register(workbookRoutes, context)
  await app.register(pageRoutes, context)
  await app.register(profileRoutes, context)
  await app.register(districtMapRoutes, context)
  await app.register(schoolMapRoutes, context)
  await app.register(exploreRoutes, context)
  await app.register(topicRoutes, context)
  await app.register(workRoutes, context)
  await app.register(schoolRoutes, context)
  await app.register(comparatorRoutes, context)
  await app.register(meetingPackRoutes, context)
  await app.register(councilRoutes, context)
  await app.register(auditLogRoutes, context)
  await app.register(commentaryRoutes, { ...context, commentaryFor: (person: Person) => commentaryOf(serving, person) })
  await app.register(frozenRoutes, { ...context, frozenFor: (person: Person) => frozenOf(serving, person) })
  await app.register(async (returns) => {
    await returns.register(multipart, { throwFileSizeLimit: false, limits: formLimits })
    await returns.register(returnRoutes, { ...context, returnsFor: (person: Person) => returnsOf(serving, person) })
  })
  await app.register(peopleRoutes, { ...context, peopleFor: (person: Person) => peopleOf(store, person) })
  await app.register(async (contacts) => {
    await contacts.register(multipart, { throwFileSizeLimit: false, limits: formLimits })
    const contactsFor = (person: Person) => contactsOf(serving, person)
    await contacts.register(contactRoutes, { ...context, contactsFor })
  })
  const heldFor = (person: Person) => heldOf(serving, person)
  await app.register(heldRoutes, { ...context, heldFor })
  const retentionFor = (person: Person) => retentionOf(serving, person)
  await app.register(retentionRoutes, { ...context, retentionFor })
  await app.register(councilReportRoutes, context)
  await app.register(async (files) => fileRoutes(files, serving, context))
  return app
}

/** All about files that are sent, and the line in which they are worked on. */
async function fileRoutes(app: FastifyInstance, serving: Serving, context: Context): Promise<void> {
  const { store } = serving
  const line = lineOf({ ...serving, logFault: (fault) => app.log.error(fault, 'fault in the work on a file') })
  await app.register(multipart, { throwFileSizeLimit: false, limits: formLimits })
  app.addHook('onReady', async () => {
    for (const { id } of await listHubs(store)) await line.resume(id)
  })
  app.addHook('onClose', () => line.close())
  const files = { ...context, filesFor: (person: Person) => filesOf({ store, line }, person), warm: line.warm }
  await app.register(importRoutes, files)
  await app.register(importFileRoutes, files)
  await app.register(importWorkbookRoutes, files)
  await app.register(mappingRoutes, files)
  await app.register(receiptRoutes, files)
  const hub = { ...files, ownHubFor: (person: Person) => ownHubOf(serving, person) }
  await app.register(hubRoutes, hub)
  await app.register(hubGoalRoutes, hub)
  await app.register(hubFrameworkRoutes, hub)
}

/** What a form may have beside its files. */
const formLimits = { fields: 10, fieldNameSize: 100, fieldSize: 10_000, headerPairs: 100 }
