import type { Store } from '../migrations/open.ts'

/** A hub to make: its name, the LA codes of its area, and the instant. */
export interface NewHub {
  readonly name: string
  readonly area: readonly string[]
  readonly now: string
}

/** Adds a hub with the LA codes of its area; returns its id. Refuses a name that is taken. */
export async function addHub(store: Store, { name, area, now }: NewHub): Promise<number> {
  const wrong = area.filter((la) => !/^\d{3}$/.test(la))
  if (name.trim() === '') throw new Error('a hub needs a name')
  if (area.length === 0) throw new Error('a hub needs the LA codes of its area')
  if (wrong.length > 0) throw new Error(`LA codes have three digits: ${wrong.join(', ')}`)
  return store.transaction().execute(async (trx) => {
    const { id } = await trx
      .insertInto('hub')
      .values((eb) => ({
        id: eb
          .selectFrom('hub')
          .select((eb) => eb(eb.fn.coalesce(eb.fn.max('id'), eb.lit(0)), '+', eb.lit(1)).as('id')),
        name: name.trim(),
        dataVersion: 0,
        createdAt: now,
      }))
      .onConflict((conflict) => conflict.column('name').doNothing())
      .returning('id')
      .executeTakeFirstOrThrow(() => new Error(`the hub is already there: ${name.trim()}`))
    await trx
      .insertInto('hubArea')
      .values([...new Set(area)].map((la) => ({ hubId: id, la, fromOn: null, toOn: null })))
      .execute()
    return id
  })
}
