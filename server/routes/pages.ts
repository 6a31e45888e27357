import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { findSchool } from '../../analytics/cohorts/find-school.ts'
import { schoolLines } from '../../analytics/cohorts/school-lines.ts'
import { discloseSchools } from '../../analytics/disclosure/disclose-schools.ts'
import { disclose } from '../../analytics/disclosure/disclose.ts'
import type { Evidence } from '../../analytics/evidence/evidence.ts'
import { strandSlug, strands } from '../../analytics/framework/strand.ts'
import { ask } from '../../analytics/measures/ask.ts'
import { awardLadder } from '../../analytics/measures/award-ladder.ts'
import { coverage } from '../../analytics/measures/coverage.ts'
import type { Asked, Measure } from '../../analytics/measures/measure.ts'
import { strandProfile } from '../../analytics/measures/strand-profile.ts'
import { strandProgress } from '../../analytics/measures/strand-progress.ts'
import { transitionMatrix } from '../../analytics/measures/transition-matrix.ts'
import { countyHomePage } from '../../dashboards/pages/county-home.ts'
import { emptyPage } from '../../dashboards/pages/empty.ts'
import { measurePage } from '../../dashboards/pages/measure.ts'
import { schoolPage } from '../../dashboards/pages/school.ts'
import { schoolsPage } from '../../dashboards/pages/schools.ts'
import { strandPage } from '../../dashboards/pages/strand.ts'
import { operator } from '../access/person.ts'
import type { Context } from '../context.ts'
import { Mistake } from '../mistake.ts'
import { checkAsked, measureOf } from '../asked.ts'
import { findJourney } from '../queries/journey.ts'
import { asOfADay, evidenceAsked } from './ask.ts'
import { AskedQuery } from './asked-query.ts'
import { bareFrame, frameOf } from './frame.ts'
import { withNeeded } from './needed.ts'
import { journeyOf } from './school-journey.ts'
import { listOf } from './school-list.ts'

const ListQuery = Type.Intersect([
  AskedQuery,
  Type.Object({
    q: Type.Optional(Type.String()),
    sort: Type.Optional(Type.String()),
    order: Type.Optional(Type.String()),
    page: Type.Optional(Type.String()),
  }),
])

const config = { audience: ['operator'] } as const

/** The pages. Each shows what its address asks for, and nothing but what is disclosed to the person who asks. */
export const pageRoutes: FastifyPluginAsyncTypebox<Context> = async (app, context) => {
  app.addHook('onSend', async (_, reply) => void reply.header('cache-control', 'private, no-cache'))

  app.get('/', { config, schema: { hide: true, querystring: AskedQuery } as const }, async ({ query }, reply) => {
    reply.type('text/html; charset=utf-8')
    if ((await context.hub()) === null) return String(emptyPage({ frame: bareFrame(context, '/') }))
    const { evidence, asked } = await evidenceAsked(context, asOfADay(query))
    const frame = frameOf(context, '/', evidence, asked)
    if (evidence.schools.numRows === 0) return String(emptyPage({ frame }))
    const answers = {
      coverage: told(coverage, evidence, asked),
      strandProfile: told(strandProfile, evidence, asked),
      strandProgress: told(strandProgress, evidence, asked),
      awardLadder: told(awardLadder, evidence, asked),
    }
    return String(countyHomePage({ frame, ...answers }))
  })

  app.get(
    '/strands/:slug',
    { config, schema: { hide: true, params: Type.Object({ slug: Type.String() }), querystring: AskedQuery } as const },
    async ({ params, query }, reply) => {
      const strand = strands.find((name) => strandSlug(name) === params.slug)
      if (strand === undefined) throw new Mistake(`there is no strand "${params.slug}"`, 404)
      const { evidence, asked } = await evidenceAsked(context, asOfADay({ ...query, strand }))
      const answers = {
        strandProfile: told(strandProfile, evidence, asked),
        strandProgress: told(strandProgress, evidence, asked),
        transitionMatrix: told(transitionMatrix, evidence, asked),
      }
      const frame = frameOf(context, `/strands/${params.slug}`, evidence, asked)
      return reply.type('text/html; charset=utf-8').send(String(strandPage({ frame, strand, ...answers })))
    },
  )

  app.get(
    '/measures/:id',
    { config, schema: { hide: true, params: Type.Object({ id: Type.String() }), querystring: AskedQuery } as const },
    async ({ params, query }, reply) => {
      const measure = measureOf(params.id)
      const { evidence, asked } = await evidenceAsked(context, withNeeded(measure, query))
      checkAsked(measure, asked)
      const frame = frameOf(context, `/measures/${measure.id}`, evidence, asked)
      const page = measurePage({ frame, measure, answer: told(measure, evidence, asked) })
      return reply.type('text/html; charset=utf-8').send(String(page))
    },
  )

  app.get('/schools', { config, schema: { hide: true, querystring: ListQuery } as const }, async ({ query }, reply) => {
    const { evidence, asked } = await evidenceAsked(context, asOfADay(query))
    const list = listOf(discloseSchools(schoolLines(evidence, asked.asOf, asked.where), operator.audience), query)
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(String(schoolsPage({ frame: frameOf(context, '/schools', evidence, asked), ...list })))
  })

  app.get(
    '/schools/:urn',
    { config, schema: { hide: true, params: Type.Object({ urn: Type.String() }), querystring: AskedQuery } as const },
    async ({ params, query }, reply) => {
      const { evidence, asked } = await evidenceAsked(context, asOfADay(query))
      const [hub, school] = [await context.hub(), findSchool(evidence, Number(params.urn), asked.asOf)]
      if (hub === null || school === null) throw new Mistake('there is no school with this URN here', 404)
      const rows = await findJourney(context.store, hub.id, school.urns)
      const frame = frameOf(context, `/schools/${params.urn}`, evidence, asked)
      return reply
        .type('text/html; charset=utf-8')
        .header('cache-control', 'no-store')
        .send(String(schoolPage({ frame, ...journeyOf(rows, school, evidence, asked.asOf) })))
    },
  )
}

const told = <R extends object, T extends object>(measure: Measure<R, T>, evidence: Evidence, asked: Asked) =>
  disclose(ask(measure, evidence, asked), operator.audience)
