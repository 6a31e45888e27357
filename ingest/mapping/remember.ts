import type { Kysely, Selectable } from 'kysely'
import type { MappingTable, Tables } from '../../migrations/tables.ts'
import type { Mapping } from './mapping.ts'
import { readMapping } from './read-mapping.ts'

/** A mapping that a person of a hub confirmed for files of one shape. The instants are in UTC. */
export interface RememberedMapping {
  readonly id: number
  readonly name: string
  readonly shape: string
  readonly mapping: Mapping
  readonly confirmedBy: string
  readonly confirmedAt: string
  /** How many loads used it, and when the last of them did; null for none. */
  readonly usedCount: number
  readonly lastUsedAt: string | null
}

/** A mapping as it is kept; `mapping` is null where no sheet of today knows its kind or columns any more. */
export type KeptMapping = Omit<RememberedMapping, 'mapping'> & {
  readonly kind: string
  readonly mapping: Mapping | null
}

/** A mapping to remember for a hub. `shape` is that of the tab it was confirmed for; `now` is an instant in UTC. */
export interface ConfirmedMapping {
  readonly hub: string
  readonly name: string
  readonly shape: string
  readonly mapping: Mapping
  readonly by: string
  readonly now: string
}

type Db = Kysely<Tables>

async function hubId(db: Db, name: string): Promise<number> {
  const { id } = await db
    .selectFrom('hub')
    .select('id')
    .where('name', '=', name)
    .executeTakeFirstOrThrow(() => new Error(`unknown hub: ${name}`))
  return id
}

function keptOf({ hubId: _hub, body, ...row }: Selectable<MappingTable>): KeptMapping {
  const read = readMapping(JSON.parse(body))
  return { ...row, mapping: 'wrong' in read ? null : read.mapping }
}

/** All mappings of a hub by name, those that can be used no more too: to be seen and deleted. */
export async function listKeptMappings(db: Db, hub: string): Promise<readonly KeptMapping[]> {
  const rows = await db
    .selectFrom('mapping')
    .selectAll()
    .where('hubId', '=', await hubId(db, hub))
    .orderBy('name')
    .execute()
  return rows.map(keptOf)
}

/** The mappings of a hub that files are read through, by name. */
export const listMappings = async (db: Db, hub: string): Promise<readonly RememberedMapping[]> =>
  (await listKeptMappings(db, hub)).flatMap(({ kind: _kind, mapping, ...kept }) =>
    mapping === null ? [] : [{ ...kept, mapping }],
  )

/** A name that no other shape of the hub has: `Audits`, else `Audits (2)`. */
function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name
  const number = Iterator.from({
    *[Symbol.iterator]() {
      for (let next = 2; ; next += 1) yield next
    },
  }).find((next) => !taken.has(`${name} (${next})`))
  return `${name} (${number})`
}

/**
 * Remembers for a hub what a person confirmed for one shape of file, in place of what was remembered for that shape;
 * returns it. A name that another shape has gets a number. Refuses a mapping that no sheet understands.
 */
export async function rememberMapping(db: Db, confirmed: ConfirmedMapping): Promise<RememberedMapping> {
  const { hub, shape, by, now } = confirmed
  const read = readMapping(confirmed.mapping)
  if ('wrong' in read) throw new Error(`the mapping cannot be used: ${read.wrong.join('; ')}`)
  const id = await hubId(db, hub)
  const others = await db
    .selectFrom('mapping')
    .select(['name', 'shape'])
    .where('hubId', '=', id)
    .where('shape', '<>', shape)
    .execute()
  const taken = new Set(others.map((other) => other.name))
  const { name: _name, ...mapping } = read.mapping
  const said = {
    name: freeName(confirmed.name.trim() === '' ? mapping.kind : confirmed.name.trim(), taken),
    kind: mapping.kind,
    body: JSON.stringify(mapping),
    confirmedBy: by,
    confirmedAt: now,
  }
  const row = await db
    .insertInto('mapping')
    .values((eb) => ({
      id: eb
        .selectFrom('mapping')
        .select((eb) => eb(eb.fn.coalesce(eb.fn.max('id'), eb.lit(0)), '+', eb.lit(1)).as('id')),
      hubId: id,
      shape,
      ...said,
      usedCount: 0,
      lastUsedAt: null,
    }))
    .onConflict((conflict) => conflict.columns(['hubId', 'shape']).doUpdateSet(said))
    .returningAll()
    .executeTakeFirstOrThrow()
  return { ...row, mapping }
}

/** Gives a remembered mapping of a hub another name. Refuses a blank one, one that is taken and an unknown id. */
export async function renameMapping(
  db: Db,
  { hub, id, name }: { readonly hub: string; readonly id: number; readonly name: string },
): Promise<void> {
  const wanted = name.trim()
  if (wanted === '') throw new Error('a mapping needs a name')
  const all = await db
    .selectFrom('mapping')
    .select(['id', 'name'])
    .where('hubId', '=', await hubId(db, hub))
    .execute()
  if (!all.some((each) => each.id === id)) throw new Error(`there is no mapping ${id}`)
  if (all.some((each) => each.id !== id && each.name === wanted))
    throw new Error(`there is a mapping of that name already: ${wanted}`)
  await db.updateTable('mapping').set({ name: wanted }).where('id', '=', id).execute()
}

/** Forgets a remembered mapping of a hub; what was loaded with it stays. Refuses an unknown id. */
export async function deleteMapping(db: Db, { hub, id }: { readonly hub: string; readonly id: number }): Promise<void> {
  const { numDeletedRows } = await db
    .deleteFrom('mapping')
    .where('hubId', '=', await hubId(db, hub))
    .where('id', '=', id)
    .executeTakeFirst()
  if (numDeletedRows === 0n) throw new Error(`there is no mapping ${id}`)
}

/** Counts one more load that used the mappings. */
export async function countUse(db: Db, ids: readonly number[], now: string): Promise<void> {
  if (ids.length === 0) return
  await db
    .updateTable('mapping')
    .set((eb) => ({ usedCount: eb('usedCount', '+', 1), lastUsedAt: now }))
    .where('id', 'in', ids)
    .execute()
}
