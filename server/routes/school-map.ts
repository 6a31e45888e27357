import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { stringify } from 'csv-stringify/sync'
import { schoolLines } from '../../analytics/cohorts/school-lines.ts'
import { disclose } from '../../analytics/disclosure/disclose.ts'
import { discloseSchools } from '../../analytics/disclosure/disclose-schools.ts'
import type { Evidence } from '../../analytics/evidence/evidence.ts'
import { ask } from '../../analytics/measures/ask.ts'
import { coverage } from '../../analytics/measures/coverage.ts'
import type { Asked } from '../../analytics/measures/measure.ts'
import { thanksFor } from '../../dashboards/charts/map/thanks.ts'
import { schoolMapChart, type SchoolMap } from '../../dashboards/charts/school-map.ts'
import { standAlone } from '../../dashboards/charts/stand-alone.ts'
import { mapHeadings, mapRows, mostDots, schoolMapPage } from '../../dashboards/pages/school-map.ts'
import { audiences } from '../access/audience.ts'
import type { Scoped } from '../access/scoped.ts'
import type { Context } from '../context.ts'
import { Mistake } from '../mistake.ts'
import { asOfADay, evidenceAsked } from './ask.ts'
import { AskedQuery } from './asked-query.ts'
import { frameOf } from './frame.ts'

/** The schools of a hub with where they lie, for those entitled to names. */
async function schoolMapOf(door: Scoped, evidence: Evidence, { asOf, where }: Asked): Promise<SchoolMap> {
  return {
    answer: disclose(ask(coverage, evidence, { asOf, where }), door.audience),
    schools: discloseSchools(schoolLines(evidence, asOf, where), door.audience),
    boundaries: await door.boundaries(evidence.dataVersion),
    places: await door.places(evidence.dataVersion),
  }
}

const config = { audience: audiences.leader, scope: 'hub' } as const

/** The map of schools, for who leads the hub: its page, its picture and its numbers. It names schools, so nobody keeps it. */
export const schoolMapRoutes: FastifyPluginAsyncTypebox<Context> = async (app, context) => {
  app.addHook('onSend', async (_, reply) => void reply.header('cache-control', 'no-store'))

  app.get(
    '/schools/map',
    { config, schema: { hide: true, querystring: AskedQuery } as const },
    async (request, reply) => {
      const { door, evidence, asked } = await evidenceAsked(request, context, asOfADay(request.query))
      // A frozen view keeps figures of measures, and this page has none.
      const { view: _, ...frame } = frameOf(request, context, '/schools/map', evidence, asked)
      const map = await schoolMapOf(door, evidence, asked)
      return reply.type('text/html; charset=utf-8').send(String(schoolMapPage(frame, map)))
    },
  )

  app.get(
    '/charts/school-map.svg',
    { config, schema: { summary: 'The map of schools', querystring: AskedQuery } },
    async (request, reply) => {
      const { door, evidence, asked } = await evidenceAsked(request, context, asOfADay(request.query))
      const map = await schoolMapOf(door, evidence, asked)
      if (map.schools.length > mostDots) throw new Mistake(`a map shows up to ${mostDots} schools: choose a district`)
      const frame = frameOf(request, context, '/', evidence, asked)
      const answer = { ...map.answer, title: 'Map of schools' }
      await door.exported('school-map.svg', asked, map.schools.length)
      return reply.type('image/svg+xml').send(standAlone(schoolMapChart(map), answer, frame, thanksFor(map.boundaries)))
    },
  )

  app.get(
    '/api/school-map.csv',
    { config, schema: { summary: 'The numbers of the map of schools', querystring: AskedQuery } },
    async (request, reply) => {
      const { door, evidence, asked } = await evidenceAsked(request, context, asOfADay(request.query))
      const rows = mapRows(await schoolMapOf(door, evidence, asked))
      await door.exported('school-map.csv', asked, rows.length)
      return reply
        .type('text/csv')
        .header('content-disposition', `attachment; filename="school-map-${asked.asOf}.csv"`)
        .send(stringify([mapHeadings, ...rows]))
    },
  )
}
