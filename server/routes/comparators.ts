import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { comparatorsOf } from '../../analytics/cohorts/comparators.ts'
import { findSchool } from '../../analytics/cohorts/find-school.ts'
import { schoolLines } from '../../analytics/cohorts/school-lines.ts'
import { discloseSchools } from '../../analytics/disclosure/disclose-schools.ts'
import { comparatorsPage } from '../../dashboards/pages/comparators.ts'
import { audiences } from '../access/audience.ts'
import { notThere } from '../access/not-there.ts'
import { parseDay } from '../asked.ts'
import type { Context } from '../context.ts'
import { Mistake } from '../mistake.ts'
import { doorOf } from './ask.ts'
import { frameOf } from './frame.ts'

const params = Type.Object({ urn: Type.String() })
const querystring = Type.Object({ asOf: Type.Optional(Type.String()) })

/** The schools most like one school, by name: for the hub alone. */
export const comparatorRoutes: FastifyPluginAsyncTypebox<Context> = async (app, context) => {
  app.get(
    '/schools/:urn/comparators',
    { config: { audience: audiences.hub, scope: 'hub' }, schema: { hide: true, params, querystring } as const },
    async (request, reply) => {
      const [asOf, door] = [parseDay(request.query.asOf, context.today()), doorOf(request, context)]
      const evidence = await door.evidence()
      const lines = discloseSchools(schoolLines(evidence, asOf, {}), door.audience)
      const found = findSchool(evidence, Number(request.params.urn), asOf)
      const school = lines.find(({ urn }) => urn === found?.speaker)
      if (found === null) throw notThere()
      if (school === undefined) throw new Mistake('this school is not counted on that day: it has no comparators', 404)
      const frame = frameOf(request, context, `/schools/${school.urn}/comparators`, evidence, { asOf, where: {} })
      const comparators = comparatorsOf(evidence, school.urn, asOf)
      return reply
        .type('text/html; charset=utf-8')
        .header('cache-control', 'no-store')
        .send(String(comparatorsPage({ frame, school, found: comparators, lines })))
    },
  )
}
