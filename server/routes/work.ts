import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { discloseSchools } from '../../analytics/disclosure/disclose-schools.ts'
import { dueList } from '../../analytics/measures/due-list.ts'
import { dueKinds } from '../../analytics/measures/due-spells.ts'
import { pipeline } from '../../analytics/measures/pipeline.ts'
import { itemsOnPage, workPage } from '../../dashboards/pages/work.ts'
import { audiences } from '../access/audience.ts'
import type { Context } from '../context.ts'
import { asOfADay } from './ask.ts'
import { AskedQuery } from './asked-query.ts'
import { keptPage } from './kept-page.ts'

const querystring = Type.Intersect([
  AskedQuery,
  Type.Object({
    when: Type.Optional(Type.String({ description: 'Overdue, Due now, a month such as July 2026, or Later.' })),
    kind: Type.Optional(Type.String({ description: dueKinds.join(', ') })),
    page: Type.Optional(Type.String()),
  }),
])

/** What is due and overdue, school by school. It names schools, and is kept by nobody on the way. */
export const workRoutes: FastifyPluginAsyncTypebox<Context> = async (app, context) => {
  app.get(
    '/pipeline',
    { config: { audience: audiences.hub, scope: 'hub' }, schema: { hide: true, querystring } as const },
    (request, reply) => {
      const kept = { path: '/pipeline', text: () => asOfADay(request.query), names: true }
      return keptPage(request, reply, context, kept, ({ door, evidence, asked, frame, told }) => {
        const answer = told(pipeline)
        const when = answer.rows.find((row) => row.when === request.query.when)?.when ?? 'Overdue'
        const kind = dueKinds.find((name) => name === request.query.kind) ?? null
        const due = discloseSchools(dueList(evidence, asked.asOf, asked.where), door.audience)
        const found = due.filter((item) => item.when === when && (kind === null || item.kind === kind))
        const last = Math.max(1, Math.ceil(found.length / itemsOnPage))
        const page = Math.min(last, Math.max(1, Math.trunc(Number(request.query.page)) || 1))
        const items = found.slice((page - 1) * itemsOnPage, page * itemsOnPage)
        return workPage({ frame, pipeline: answer, when, kind, page, found: found.length, items })
      })
    },
  )
}
