import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { supportAsked } from '../../analytics/cohorts/support-asked.ts'
import { disclosePractice } from '../../analytics/disclosure/disclose-practice.ts'
import { disclose } from '../../analytics/disclosure/disclose.ts'
import { strands } from '../../analytics/framework/strand.ts'
import { ask } from '../../analytics/measures/ask.ts'
import { topicPage } from '../../dashboards/pages/topic.ts'
import { topics } from '../../dashboards/pages/topics.ts'
import { audiences } from '../access/audience.ts'
import { measureOf } from '../asked.ts'
import type { Context } from '../context.ts'
import { asOfADay } from './ask.ts'
import { districtMapOf, MapQuery } from './district-map.ts'
import { keptPage } from './kept-page.ts'

/** How advisers rate is for who leads them. */
const audienceOf = (slug: string) => (slug === 'advisers' ? audiences.leader : audiences.hub)

/** The pages that put figures of one subject together. */
export const topicRoutes: FastifyPluginAsyncTypebox<Context> = async (app, context) => {
  for (const topic of topics)
    app.get(
      `/${topic.slug}`,
      {
        config: { audience: audienceOf(topic.slug), scope: 'hub' },
        schema: { hide: true, querystring: MapQuery } as const,
      },
      (request, reply) => {
        const page = { path: `/${topic.slug}`, text: () => asOfADay(request.query) }
        return keptPage(request, reply, context, page, async ({ door, evidence, asked, frame }) => {
          const strand = topic.ofStrand === true ? (asked.where.strand ?? strands[0]) : null
          const { strand: _, award: __, school: ___, ...where } = asked.where
          const answers = topic.parts.map(({ measure, award }) => {
            const of = { ...where, ...(strand !== null && { strand }), ...(award !== undefined && { award }) }
            return disclose(ask(measureOf(measure), evidence, { ...asked, where: of }), door.audience)
          })
          const support =
            topic.slug === 'priorities' &&
            disclosePractice(supportAsked(evidence, asked.asOf, asked.where), door.audience)
          const map = topic.slug === 'districts' ? await districtMapOf(door, evidence, asked, request.query) : null
          return topicPage({ frame, topic, strand, answers, map, ...(support !== false && { support }) })
        })
      },
    )
}
