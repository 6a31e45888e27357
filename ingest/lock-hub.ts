import type { Transaction } from 'kysely'
import type { Tables } from '../migrations/tables.ts'

/** The hub of a name, written to without a change: this takes the store's write lock before anything is read. */
export async function lockHub(
  trx: Transaction<Tables>,
  name: string,
): Promise<{ readonly id: number; readonly dataVersion: number }> {
  const hub = await trx
    .updateTable('hub')
    .set((eb) => ({ dataVersion: eb.ref('dataVersion') }))
    .where('name', '=', name)
    .returning(['id', 'dataVersion'])
    .executeTakeFirst()
  if (hub === undefined) throw new Error(`unknown hub: ${name}`)
  return hub
}
