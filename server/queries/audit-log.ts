import type { Store } from '../../migrations/open.ts'
import type { AuditLogTable } from '../../migrations/tables.ts'

/** Which rows of a hub's log are wanted: blank for all. */
export interface LogWanted {
  readonly action: string
  readonly personId: string
  /** The first and the last day, in UTC. */
  readonly from: string
  readonly to: string
  readonly page: number
}

/** How many rows of the log stand on one page. */
export const rowsOnPage = 50

/** One page of a hub's log, the newest first, and how many rows there are in all. */
export async function listLog(
  store: Store,
  hubId: number,
  { action, personId, from, to, page }: LogWanted,
): Promise<{ readonly found: number; readonly rows: readonly AuditLogTable[] }> {
  const wanted = store
    .selectFrom('auditLog')
    .where('hubId', '=', hubId)
    .$if(action !== '', (query) => query.where('action', '=', action))
    .$if(personId !== '', (query) => query.where('personId', '=', personId))
    .$if(from !== '', (query) => query.where('at', '>=', from))
    .$if(to !== '', (query) => query.where('at', '<=', `${to}T23:59:59.999Z`))
  const { found } = await wanted.select((eb) => eb.fn.countAll<number>().as('found')).executeTakeFirstOrThrow()
  const rows = await wanted
    .selectAll()
    .orderBy('number', 'desc')
    .limit(rowsOnPage)
    .offset((page - 1) * rowsOnPage)
    .execute()
  return { found, rows }
}
