import type { Finding } from '../../analytics/returns/check.ts'
import type { ReturnFigure } from '../../analytics/returns/figures.ts'
import type { ReturnProfile } from '../../analytics/returns/profile.ts'
import type { Store } from '../../migrations/open.ts'
import type { ReturnIssueTable } from '../../migrations/tables.ts'

/** One issue of a return, with the profile it was drafted by and, once it is frozen, what it says for ever. */
export interface ReturnIssue extends Omit<ReturnIssueTable, 'body' | 'figures'> {
  readonly body: ReturnProfile
  readonly kept: Kept | null
}

/** What is kept of a return when it is frozen. */
export interface Kept {
  readonly figures: readonly ReturnFigure[]
  readonly findings: readonly Finding[]
  readonly commentary: readonly string[]
}

const issueOf = ({ body, figures, ...row }: ReturnIssueTable): ReturnIssue => ({
  ...row,
  body: JSON.parse(body) as ReturnProfile,
  kept: figures === null ? null : (JSON.parse(figures) as Kept),
})

/** The returns of a hub, the newest year and issue first. */
export async function listReturns(store: Store, hubId: number): Promise<readonly ReturnIssue[]> {
  const rows = await store
    .selectFrom('returnIssue')
    .selectAll()
    .where('hubId', '=', hubId)
    .orderBy('academicYear', 'desc')
    .orderBy('profile')
    .orderBy('issue', 'desc')
    .execute()
  return rows.map(issueOf)
}

/** A return of a hub by its number; null where there is none. */
export async function findReturn(store: Store, hubId: number, id: number): Promise<ReturnIssue | null> {
  const row = await store
    .selectFrom('returnIssue')
    .selectAll()
    .where('hubId', '=', hubId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined ? null : issueOf(row)
}

/** What somebody wrote for a narrative. */
export interface TextWritten {
  readonly narrative: string
  readonly number: number
  readonly text: string
  readonly writtenAt: string
  readonly writtenBy: string
}

/** All that was written for the narratives of a return, each in the order in which it was written. */
export const listTexts = (store: Store, returnId: number): Promise<readonly TextWritten[]> =>
  store
    .selectFrom('returnText')
    .select(['narrative', 'number', 'text', 'writtenAt', 'writtenBy'])
    .where('returnId', '=', returnId)
    .orderBy('narrative')
    .orderBy('number')
    .execute()

/** The files of a frozen return, without their bytes. */
export const listFiles = (store: Store, returnId: number): Promise<readonly { name: string; hash: string }[]> =>
  store.selectFrom('returnFile').select(['name', 'hash']).where('returnId', '=', returnId).orderBy('name').execute()

/** The bytes of a file of a frozen return. */
export const findFile = (store: Store, returnId: number, name: string): Promise<{ bytes: Uint8Array } | undefined> =>
  store
    .selectFrom('returnFile')
    .select('bytes')
    .where('returnId', '=', returnId)
    .where('name', '=', name)
    .executeTakeFirst()
