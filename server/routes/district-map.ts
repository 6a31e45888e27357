import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { stringify } from 'csv-stringify/sync'
import { Type, type Static } from 'typebox'
import { disclose } from '../../analytics/disclosure/disclose.ts'
import type { Evidence } from '../../analytics/evidence/evidence.ts'
import { strands } from '../../analytics/framework/strand.ts'
import { ask } from '../../analytics/measures/ask.ts'
import { coverage } from '../../analytics/measures/coverage.ts'
import { districtFunnel } from '../../analytics/measures/district-funnel.ts'
import type { Asked } from '../../analytics/measures/measure.ts'
import { cellsOf, districtMapChart, headingsOf, type DistrictMap } from '../../dashboards/charts/district-map.ts'
import {
  districtForms,
  districtShows,
  shareOfCoverage,
  sharesOfFunnel,
} from '../../dashboards/charts/map/district-share.ts'
import { thanksFor } from '../../dashboards/charts/map/thanks.ts'
import { standAlone } from '../../dashboards/charts/stand-alone.ts'
import { audiences } from '../access/audience.ts'
import type { Scoped } from '../access/scoped.ts'
import type { Context } from '../context.ts'
import { asOfADay, evidenceAsked } from './ask.ts'
import { AskedQuery } from './asked-query.ts'
import { frameOf } from './frame.ts'
import { isNotModified, pageTag } from './not-modified.ts'

/** What a page with a map of districts can be asked by besides. */
export const MapQuery = Type.Intersect([
  AskedQuery,
  Type.Object({
    show: Type.Optional(Type.String({ description: 'What the map shows: establishing, audited or engaged.' })),
    map: Type.Optional(Type.String({ description: 'How it is drawn: map or hexes.' })),
  }),
])

/** What the districts of a hub show, as it is disclosed to the person who asks, with where they lie. */
export async function districtMapOf(
  door: Scoped,
  evidence: Evidence,
  { asOf, where: asked }: Asked,
  query: Static<typeof MapQuery>,
): Promise<DistrictMap> {
  const { strand = strands[0], award: _, school: __, ...where } = asked
  const show = oneOf(districtShows, query.show) ?? 'establishing'
  const form = oneOf(districtForms, query.map) ?? 'map'
  const boundaries = await door.boundaries(evidence.dataVersion)
  const funnel = disclose(ask(districtFunnel, evidence, { asOf, where: { ...where, strand } }), door.audience)
  if (show === 'establishing') return { answer: funnel, show, form, boundaries, shares: sharesOfFunnel(funnel) }
  const told = (of: Asked['where']) => disclose(ask(coverage, evidence, { asOf, where: of }), door.audience)
  const shares = funnel.rows.map(({ district }) => shareOfCoverage(district, told({ ...where, district }), show))
  return { answer: told(where), show, form, boundaries, shares }
}

/** The one of some names that was asked for; nothing where it was none of them. */
const oneOf = <Name extends string>(names: Readonly<Record<Name, unknown>>, asked = ''): Name | undefined =>
  Object.hasOwn(names, asked) ? (asked as Name) : undefined

const config = { audience: audiences.hub, scope: 'hub' } as const

/** The map of districts to keep by itself: its picture and its numbers. */
export const districtMapRoutes: FastifyPluginAsyncTypebox<Context> = async (app, context) => {
  app.get(
    '/charts/district-map.svg',
    { config, schema: { summary: 'The map of districts', querystring: MapQuery } },
    async (request, reply) => {
      const { door, evidence, asked } = await evidenceAsked(request, context, asOfADay(request.query))
      if (isNotModified(request, reply, pageTag(request, context, evidence.dataVersion))) return reply.send()
      const map = await districtMapOf(door, evidence, asked, request.query)
      const frame = frameOf(request, context, '/', evidence, asked)
      const answer = { ...map.answer, title: 'Map of districts' }
      return reply
        .type('image/svg+xml')
        .send(standAlone(districtMapChart(map), answer, frame, thanksFor(map.boundaries)))
    },
  )

  app.get(
    '/api/district-map.csv',
    { config, schema: { summary: 'The numbers of the map of districts', querystring: MapQuery } },
    async (request, reply) => {
      const { door, evidence, asked } = await evidenceAsked(request, context, asOfADay(request.query))
      if (isNotModified(request, reply, pageTag(request, context, evidence.dataVersion))) return reply.send()
      const map = await districtMapOf(door, evidence, asked, request.query)
      await door.exported('district-map.csv', asked, map.shares.length)
      return reply
        .type('text/csv')
        .header('content-disposition', `attachment; filename="district-map-${asked.asOf}.csv"`)
        .send(stringify([headingsOf(map), ...map.shares.map(cellsOf)]))
    },
  )
}
