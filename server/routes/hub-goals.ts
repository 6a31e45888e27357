import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { academicYearText } from '../../analytics/framework/academic-year.ts'
import { goalFields, goalPage, type GoalField, type GoalView } from '../../dashboards/pages/hub-goal.ts'
import { goalsTable } from '../../dashboards/pages/hub-goals.ts'
import { stepPage } from '../../dashboards/pages/hub-step.ts'
import { audiences } from '../access/audience.ts'
import { personOf } from '../access/identify.ts'
import { notThere } from '../access/not-there.ts'
import { checkToken, tokenOf } from '../access/same-origin.ts'
import type { GoalTold } from '../queries/goals.ts'
import { correctionCsv } from '../wrapping/correction.ts'
import { fileFrame } from './file-frame.ts'
import { stepOf, type HubContext } from './hub-step.ts'
import { textIn } from './sign-in.ts'

const config = { audience: audiences.steward, scope: 'set-up' } as const
const querystring = Type.Object({ of: Type.Optional(Type.String({ maxLength: 200 })) })
const page = 'text/html; charset=utf-8'

const fields = Object.keys(goalFields) as readonly GoalField[]

/** What the form of a new goal begins with. */
const blank: GoalView['typed'] = {
  ...(Object.fromEntries(fields.map((field) => [field, ''])) as Record<GoalField, string>),
  measure: 'strand-profile',
  wanted: 'Establishing',
  population: 'All',
}

const yearText = (year: number | null): string => (year === null ? '' : academicYearText(year))

const typedOf = (goal: GoalTold): GoalView['typed'] => ({
  ...(Object.fromEntries(fields.map((field) => [field, String(goal[field] ?? '')])) as Record<GoalField, string>),
  baselineYear: yearText(goal.baselineYear),
  targetYear: yearText(goal.targetYear),
})

/** The goals of the plan, one by one. What is changed is a file of one row, reviewed and loaded like any other. */
export const hubGoalRoutes: FastifyPluginAsyncTypebox<HubContext> = async (app, context) => {
  app.addHook('onSend', async (_, reply) => void reply.header('cache-control', 'no-store'))
  const goalsTold = (request: FastifyRequest) => context.ownHubFor(personOf(request)).goalsTold()

  app.get('/hub/goals', { config, schema: { hide: true } }, async (request, reply) => {
    const goals = (await goalsTold(request)).filter(({ untilVersion }) => untilVersion === null)
    return reply.type(page).send(String(stepPage(await stepOf(request, context, 'goals'), goalsTable(goals))))
  })

  const goalPageOf = async (request: FastifyRequest, of: string, shown: Partial<GoalView> = {}): Promise<string> => {
    const told = (await goalsTold(request)).filter(({ goal }) => goal === of)
    const [newest] = told
    if (of !== '' && newest === undefined) throw notThere()
    return String(
      goalPage({
        frame: await fileFrame(request, context, '/hub/goal'),
        token: tokenOf(request),
        of: of === '' ? null : of,
        typed: newest === undefined ? blank : typedOf(newest),
        errors: [],
        told: told.map((goal) => ({ ...goal, stands: goal.untilVersion === null })),
        ...shown,
      }),
    )
  }

  app.get('/hub/goal', { config, schema: { hide: true, querystring } as const }, async (request, reply) =>
    reply.type(page).send(await goalPageOf(request, request.query.of ?? '')),
  )

  app.post(
    '/hub/goal',
    { config, schema: { hide: true, body: Type.Record(Type.String(), Type.Unknown()) } as const },
    async (request, reply) => {
      const { body } = request
      checkToken(request, body['token'])
      const of = textIn(body, 'of')
      const given = Object.fromEntries(fields.map((field) => [field, textIn(body, field).trim()])) as GoalView['typed']
      const typed = of === '' ? given : { ...given, goal: of }
      const corrected = await context.filesFor(personOf(request)).correct({
        name: `Goal ${typed.goal}.csv`,
        kind: 'goals',
        bytes: correctionCsv(Object.values(goalFields), [fields.map((field) => typed[field])]),
        today: context.today(),
      })
      if ('id' in corrected) return reply.redirect(`/import/${corrected.id}`, 303)
      const errors = corrected.problems.map(({ column, found, accepted }) => ({
        at: fields.find((field) => goalFields[field] === column) ?? 'title',
        text: `${found === '' ? 'This is blank' : `Found “${found}”`}: ${accepted}`,
      }))
      return reply
        .code(400)
        .type(page)
        .send(await goalPageOf(request, of, { typed, errors }))
    },
  )
}
