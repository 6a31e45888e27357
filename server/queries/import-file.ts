import type { DoubtfulFile } from '../../dashboards/pages/county-home-view.ts'
import type { Findings } from '../../dashboards/pages/import-view.ts'
import type { Store } from '../../migrations/open.ts'
import type { ImportFileTable, ImportState } from '../../migrations/tables.ts'

/** A file sent by the browser, with what was found in it. */
export interface ImportFile extends Omit<ImportFileTable, 'findings'> {
  readonly findings: Findings | null
}

/** States in which a file waits for a person or for its turn. */
const open: readonly ImportState[] = [
  'checking',
  'asking',
  'doubtful',
  'problems',
  'ready',
  'known',
  'loading',
  'stopped',
]

const withFindings = ({ findings, ...row }: ImportFileTable): ImportFile => ({
  ...row,
  findings: findings === null ? null : (JSON.parse(findings) as Findings),
})

/** A hub's file of that id, or undefined. */
export async function findImport(store: Store, hubId: number, id: string): Promise<ImportFile | undefined> {
  const row = await store
    .selectFrom('importFile')
    .selectAll()
    .where('hubId', '=', hubId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined ? undefined : withFindings(row)
}

/** A hub's files that are neither loaded nor left out, in the order in which they came. */
export async function listOpenImports(store: Store, hubId: number): Promise<readonly ImportFile[]> {
  const rows = await store
    .selectFrom('importFile')
    .selectAll()
    .where('hubId', '=', hubId)
    .where('state', 'in', open)
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
  return rows.map(withFindings)
}

/** The files of a hub that wait for somebody to say which schools are meant, with how many names each has. */
export const listDoubtful = async (store: Store, hubId: number): Promise<readonly DoubtfulFile[]> =>
  (
    await store
      .selectFrom('importFile')
      .selectAll()
      .where('hubId', '=', hubId)
      .where('state', '=', 'doubtful')
      .execute()
  )
    .map(withFindings)
    .map(({ id, findings }) => ({ id, names: findings?.doubtful.length ?? 0 }))

/** The bytes of a file, as they were sent. */
export async function readImport(store: Store, id: string): Promise<Uint8Array> {
  const parts = await store
    .selectFrom('importPart')
    .select('bytes')
    .where('importId', '=', id)
    .orderBy('number')
    .execute()
  return Buffer.concat(parts.map(({ bytes }) => bytes))
}
