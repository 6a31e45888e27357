import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { auditLogPage } from '../../dashboards/pages/audit-log.ts'
import { actions } from '../access/action.ts'
import { audiences } from '../access/audience.ts'
import { operator } from '../access/person.ts'
import type { Context } from '../context.ts'
import { doorOf } from './ask.ts'
import { namedFrame } from './frame.ts'

const text = Type.Optional(Type.String({ maxLength: 64 }))
const querystring = Type.Object({
  action: text,
  person: text,
  from: text,
  to: text,
  page: Type.Optional(Type.Integer({ minimum: 1 })),
})

const others: Readonly<Record<string, string>> = {
  [operator.id]: 'Whoever runs the machine',
  unknown: 'Somebody not known',
}

/** What people of the hub did, for its data steward. */
export const auditLogRoutes: FastifyPluginAsyncTypebox<Context> = async (app, context) => {
  app.get(
    '/audit-log',
    { config: { audience: audiences.steward, scope: 'audit log' }, schema: { hide: true, querystring } as const },
    async (request, reply) => {
      const { action = '', person = '', from = '', to = '', page = 1 } = request.query
      const log = await doorOf(request, context).auditLog({ action, personId: person, from, to, page })
      const nameOf = new Map(log.people.map(({ id, name }) => [id, name]))
      const view = {
        frame: await namedFrame(request, context, '/audit-log'),
        actions,
        people: [...log.people, { id: operator.id, name: others[operator.id] ?? '' }],
        asked: { action, person, from, to },
        found: log.found,
        page,
        pages: log.pages,
        lines: log.rows.map(({ number, at, personId, action: done, detail }) => ({
          number,
          at,
          who: nameOf.get(personId) ?? others[personId] ?? 'Somebody not known here',
          action: done,
          detail: JSON.parse(detail) as Readonly<Record<string, unknown>>,
        })),
      }
      return reply
        .type('text/html; charset=utf-8')
        .header('cache-control', 'no-store')
        .send(String(auditLogPage(view)))
    },
  )
}
