import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { goodPractice } from '../../analytics/cohorts/good-practice.ts'
import { dataGapName, dataGapNamed, dataGaps, urnsWithGap } from '../../analytics/cohorts/data-gaps.ts'
import { schoolLines } from '../../analytics/cohorts/school-lines.ts'
import { discloseSchools } from '../../analytics/disclosure/disclose-schools.ts'
import { discloseGaps } from '../../analytics/disclosure/disclose-gaps.ts'
import { discloseMovements } from '../../analytics/disclosure/disclose-movements.ts'
import { disclosePractice } from '../../analytics/disclosure/disclose-practice.ts'
import type { Evidence } from '../../analytics/evidence/evidence.ts'
import { strandSlug, strands } from '../../analytics/framework/strand.ts'
import { awardLadder } from '../../analytics/measures/award-ladder.ts'
import { coverage } from '../../analytics/measures/coverage.ts'
import { criteriaGaps } from '../../analytics/measures/criteria-gaps.ts'
import { goalAttainment } from '../../analytics/measures/goal-attainment.ts'
import { yearBefore } from '../../analytics/measures/movement.ts'
import { movements } from '../../analytics/measures/movements.ts'
import { pipeline } from '../../analytics/measures/pipeline.ts'
import { priorityThemes } from '../../analytics/measures/priority-themes.ts'
import { reflectionsDue } from '../../analytics/measures/reflections-due.ts'
import type { Asked } from '../../analytics/measures/measure.ts'
import { strandProfile } from '../../analytics/measures/strand-profile.ts'
import { strandProgress } from '../../analytics/measures/strand-progress.ts'
import { transitionMatrix } from '../../analytics/measures/transition-matrix.ts'
import { countyHomePage } from '../../dashboards/pages/county-home.ts'
import { dataQualityPage } from '../../dashboards/pages/data-quality.ts'
import { definitionsPage } from '../../dashboards/pages/definitions.ts'
import { emptyPage } from '../../dashboards/pages/empty.ts'
import { measurePage } from '../../dashboards/pages/measure.ts'
import { mostDistricts } from '../../dashboards/pages/profiles.ts'
import { schoolsPage } from '../../dashboards/pages/schools.ts'
import { strandPage } from '../../dashboards/pages/strand.ts'
import { strandsPage } from '../../dashboards/pages/strands.ts'
import { audiences } from '../access/audience.ts'
import { notAskedBy } from '../access/may-ask.ts'
import { homeOf } from '../access/home.ts'
import { personOf } from '../access/identify.ts'
import type { Scoped } from '../access/scoped.ts'
import type { Context } from '../context.ts'
import { Mistake } from '../mistake.ts'
import { checkAsked } from '../asked.ts'
import { asOfADay, doorOf, measureFor } from './ask.ts'
import { AskedQuery } from './asked-query.ts'
import { keptPage } from './kept-page.ts'
import { withNeeded } from './needed.ts'
import { profilesOf } from './profiles.ts'
import { listOf } from './school-list.ts'

const ListQuery = Type.Intersect([
  AskedQuery,
  Type.Object({
    q: Type.Optional(Type.String()),
    sort: Type.Optional(Type.String()),
    order: Type.Optional(Type.String()),
    page: Type.Optional(Type.String()),
    gap: Type.Optional(Type.String({ description: 'A gap of the page of data quality.' })),
    met: Type.Optional(Type.String({ description: 'never, or audited.' })),
  }),
])

const config = { audience: audiences.hub, scope: 'hub' } as const

/** The pages. Each shows what its address asks for, and nothing but what is disclosed to the person who asks. */
export const pageRoutes: FastifyPluginAsyncTypebox<Context> = async (app, context) => {
  app.addHook('onSend', async (_, reply) => {
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'private, no-cache')
  })

  const first = { config: { audience: audiences.everyone, scope: 'self' } as const }
  app.get('/', { ...first, schema: { hide: true, querystring: AskedQuery } as const }, async (request, reply) => {
    const home = homeOf(personOf(request))
    if (home !== '/') return reply.redirect(home, 303)
    const door = doorOf(request, context)
    if (personOf(request).role === 'data steward' && (await door.evidence()).schools.numRows === 0)
      return reply.redirect('/hub', 303)
    const doubtful = await door.doubtful()
    const page = { path: '/', text: () => asOfADay(request.query), beside: doubtful }
    return keptPage(request, reply, context, page, async ({ door, evidence, asked, frame, told }) => {
      if (evidence.schools.numRows === 0) return emptyPage({ frame })
      const since = yearBefore(asked.asOf)
      return countyHomePage({
        frame,
        coverage: told(coverage),
        strandProfile: told(strandProfile),
        strandProgress: told(strandProgress),
        awardLadder: told(awardLadder),
        reflectionsDue: told(reflectionsDue),
        priorityThemes: told(priorityThemes),
        pipeline: told(pipeline),
        doubtful,
        goalAttainment: told(goalAttainment),
        movements: discloseMovements(movements(evidence, await door.evidenceKnownOn(since), asked), door.audience),
        since,
      })
    })
  })

  app.get('/strands', { config, schema: { hide: true, querystring: AskedQuery } as const }, (request, reply) => {
    const page = { path: '/strands', text: () => asOfADay(request.query) }
    return keptPage(request, reply, context, page, ({ door, evidence, asked, frame, told }) =>
      strandsPage({
        frame,
        strandProfile: told(strandProfile),
        strandProgress: told(strandProgress),
        profiles: profilesIn(door, evidence, asked),
      }),
    )
  })

  app.get(
    '/strands/:slug',
    { config, schema: { hide: true, params: Type.Object({ slug: Type.String() }), querystring: AskedQuery } as const },
    (request, reply) => {
      const { params, query } = request
      const strand = strands.find((name) => strandSlug(name) === params.slug)
      if (strand === undefined) throw new Mistake(`there is no strand "${params.slug}"`, 404)
      const page = { path: `/strands/${params.slug}`, text: () => asOfADay({ ...query, strand }) }
      return keptPage(request, reply, context, page, ({ door, evidence, asked, frame, told }) =>
        strandPage({
          frame,
          strand,
          strandProfile: told(strandProfile),
          strandProgress: told(strandProgress),
          transitionMatrix: told(transitionMatrix),
          criteriaGaps: told(criteriaGaps),
          profiles: profilesIn(door, evidence, asked),
          practice: disclosePractice(goodPractice(evidence, asked.asOf, asked.where, strand), door.audience),
        }),
      )
    },
  )

  app.get(
    '/measures/:id',
    { config, schema: { hide: true, params: Type.Object({ id: Type.String() }), querystring: AskedQuery } as const },
    (request, reply) => {
      const measure = measureFor(request, request.params.id)
      const page = { path: `/measures/${measure.id}`, text: () => withNeeded(measure, request.query) }
      return keptPage(request, reply, context, page, ({ asked, frame, told }) => {
        checkAsked(measure, asked)
        return measurePage({ frame, measure, answer: told(measure) })
      })
    },
  )

  app.get('/definitions', { config, schema: { hide: true, querystring: AskedQuery } as const }, (request, reply) => {
    const page = { path: '/definitions', text: () => asOfADay(request.query) }
    return keptPage(request, reply, context, page, ({ frame }) => definitionsPage(frame, notAskedBy(personOf(request))))
  })

  app.get('/data-quality', { config, schema: { hide: true, querystring: AskedQuery } as const }, (request, reply) => {
    const page = { path: '/data-quality', text: () => asOfADay(request.query) }
    return keptPage(request, reply, context, page, ({ door, evidence, asked, frame, told }) =>
      dataQualityPage({
        frame,
        population: told(coverage).population,
        gaps: discloseGaps(dataGaps(evidence, asked.asOf, asked.where), door.audience),
        splits: evidence.splits,
      }),
    )
  })

  app.get('/schools', { config, schema: { hide: true, querystring: ListQuery } as const }, (request, reply) => {
    const page = { path: '/schools', text: () => asOfADay(request.query), names: true }
    return keptPage(request, reply, context, page, ({ door, evidence, asked, frame }) => {
      const lines = discloseSchools(schoolLines(evidence, asked.asOf, asked.where), door.audience)
      const key = dataGapNamed(request.query.gap)
      const within = key === undefined ? null : urnsWithGap(evidence, asked.asOf, asked.where, key)
      const list = listOf(within === null ? lines : lines.filter(({ urn }) => within.has(urn)), request.query)
      return schoolsPage({ frame, gap: key === undefined ? null : { key, name: dataGapName(key) }, ...list })
    })
  })
}

/** Strand profiles told apart in every way. */
const profilesIn = (door: Scoped, evidence: Evidence, asked: Asked) => ({
  year: profilesOf(door, evidence, asked, 'year'),
  phase: profilesOf(door, evidence, asked, 'phase'),
  district: profilesOf(door, evidence, asked, 'district', mostDistricts),
})
