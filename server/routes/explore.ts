import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { stringify } from 'csv-stringify/sync'
import type { Evidence } from '../../analytics/evidence/evidence.ts'
import { isMark } from '../../analytics/framework/mark.ts'
import { levels } from '../../analytics/framework/level.ts'
import { coverage } from '../../analytics/measures/coverage.ts'
import type { Asked } from '../../analytics/measures/measure.ts'
import { exploreSpec, type ExploreRow } from '../../dashboards/charts/explore-spec.ts'
import { thanksFor } from '../../dashboards/charts/map/thanks.ts'
import { assets } from '../../dashboards/client/assets.ts'
import { explorePage } from '../../dashboards/pages/explore.ts'
import { mostDistricts } from '../../dashboards/pages/profiles.ts'
import { phases } from '../../analytics/framework/phase.ts'
import { audiences } from '../access/audience.ts'
import type { Scoped } from '../access/scoped.ts'
import { districtsOf } from '../asked.ts'
import type { Context } from '../context.ts'
import { asOfADay, evidenceAsked } from './ask.ts'
import { AskedQuery } from './asked-query.ts'
import { keptPage } from './kept-page.ts'
import { isNotModified, pageTag } from './not-modified.ts'
import { profilesOf } from './profiles.ts'

/** Disclosed counts by year, phase, district, strand and level; nothing where nobody is. */
function rowsOf(door: Scoped, evidence: Evidence, { asOf, where }: Asked): readonly ExploreRow[] {
  const names = districtsOf(evidence).filter((name) => where.district === undefined || name === where.district)
  const districts = names.length > mostDistricts ? [undefined] : names
  return districts
    .flatMap((district) =>
      phases
        .filter((phase) => where.phase === undefined || where.phase === phase)
        .flatMap((phase) => {
          const asked = { asOf, where: { ...where, phase, ...(district !== undefined && { district }) } }
          return profilesOf(door, evidence, asked, 'year').flatMap(({ name: year, answer }) =>
            answer.rows.flatMap((row) =>
              levels.flatMap((level): readonly ExploreRow[] => {
                const schools = row[level.toLowerCase() as 'focusing' | 'developing' | 'establishing' | 'enhancing']
                if (isMark(schools) || schools === 0) return []
                return [
                  {
                    year: year.replace('End of ', ''),
                    phase,
                    district: district ?? 'All districts',
                    strand: row.strand,
                    level,
                    schools,
                  },
                ]
              }),
            ),
          )
        }),
    )
    .toSorted((a, b) => yearOrder(a.year) - yearOrder(b.year))
}

/** Ends of years before the day itself. */
const yearOrder = (year: string): number => Number(/^(\d{4})\//.exec(year)?.[1] ?? 9999)

const config = { audience: audiences.hub, scope: 'hub' } as const
const columns = ['year', 'phase', 'district', 'strand', 'level', 'schools'] as const

/** Linked views to look around in, their numbers and their specification. Nobody's own specification is taken. */
export const exploreRoutes: FastifyPluginAsyncTypebox<Context> = async (app, context) => {
  app.get('/explore', { config, schema: { hide: true, querystring: AskedQuery } as const }, (request, reply) => {
    const page = { path: '/explore', text: () => asOfADay(request.query) }
    return keptPage(request, reply, context, page, async ({ door, evidence, asked, frame, told }) =>
      explorePage({
        frame,
        population: told(coverage).population,
        rows: rowsOf(door, evidence, asked),
        thanks: thanksFor(await door.boundaries(evidence.dataVersion)),
        script: assets.explore,
      }),
    )
  })

  app.get(
    '/api/explore.csv',
    { config, schema: { summary: 'Levels by year, phase, district and strand', querystring: AskedQuery } },
    async (request, reply) => {
      const { door, evidence, asked } = await evidenceAsked(request, context, asOfADay(request.query))
      if (isNotModified(request, reply, pageTag(request, context, evidence.dataVersion))) return reply.send()
      const rows = rowsOf(door, evidence, asked)
      await door.exported('explore.csv', asked, rows.length)
      return reply
        .type('text/csv')
        .header('content-disposition', `attachment; filename="explore-${asked.asOf}.csv"`)
        .send(stringify([columns, ...rows.map((row) => columns.map((column) => row[column]))]))
    },
  )

  app.get(
    '/api/explore.vl.json',
    { config, schema: { summary: 'The same as a Vega-Lite specification with its data', querystring: AskedQuery } },
    async (request, reply) => {
      const { door, evidence, asked } = await evidenceAsked(request, context, asOfADay(request.query))
      if (isNotModified(request, reply, pageTag(request, context, evidence.dataVersion))) return reply.send()
      const rows = rowsOf(door, evidence, asked)
      await door.exported('explore.vl.json', asked, rows.length)
      const description = `Levels of schools of ${evidence.hub} on ${asked.asOf}, data version ${evidence.dataVersion}.`
      const told = new Set(rows.map(({ district }) => district))
      const boundaries = (await door.boundaries(evidence.dataVersion)).filter(({ district }) => told.has(district))
      return reply.type('application/json').send(JSON.stringify(exploreSpec(rows, boundaries, description)))
    },
  )
}
