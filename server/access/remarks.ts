import type { FastifyInstance } from 'fastify'
import type { RemarkShown } from '../../dashboards/parts/remarks.ts'
import type { Store } from '../../migrations/open.ts'
import { namesOf } from '../queries/person.ts'
import { listRemarks, standing } from '../queries/remark.ts'
import { mayKnow } from './may-ask.ts'
import type { Person } from './person.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** What was remarked that the one who asks may read; null where the page is none of figures. */
    remarks: readonly RemarkShown[] | null
  }
}

const scopes: ReadonlySet<string> = new Set(['hub', 'council', 'self'])

/** Reads, before a page of figures is made, what was remarked that its reader may see. */
export function readRemarks(app: FastifyInstance, store: Store): void {
  app.decorateRequest('remarks', null)
  app.addHook('preHandler', async (request) => {
    const { scope = '' } = request.routeOptions.config
    if (request.login === null || request.method !== 'GET' || !scopes.has(scope) || request.url.startsWith('/api/'))
      return
    request.remarks = await remarksFor(store, request.login.person)
  })
}

/**
 * The remarks that stand, on what their reader may ask: all to the people of the hub; to a council those on its figures
 * that are approved for it.
 */
export async function remarksFor(store: Store, person: Person): Promise<readonly RemarkShown[]> {
  const { hubId, role, organisation } = person
  const isCouncil = role === 'council officer'
  if (!isCouncil && role !== 'hub leader' && role !== 'adviser' && role !== 'data steward') return []
  const rows = standing(await listRemarks(store, hubId)).filter((remark) => mayKnow(person, remark))
  if (rows.length === 0) return []
  const nameOf = await namesOf(store, hubId)
  const told = rows.filter(
    ({ meantFor, approvedAt, scope }) =>
      !isCouncil || (meantFor === 'council' && approvedAt !== null && scope === `council=${organisation}`),
  )
  return told.map(({ id, page, measure, scope, text, writtenBy, writtenAt, dataVersion, meantFor, approvedAt }) => ({
    id,
    page,
    measure,
    scope,
    text,
    by: isCouncil ? 'The hub' : nameOf(writtenBy),
    writtenAt,
    dataVersion,
    meantFor,
    isApproved: approvedAt !== null,
  }))
}
