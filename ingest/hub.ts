import type { Day } from '../analytics/framework/day.ts'
import type { Store } from '../migrations/open.ts'

/** A hub to make: its name, the LA codes of its area, and the instant. */
export interface NewHub {
  readonly name: string
  readonly area: readonly string[]
  readonly now: string
}

/** A council of a hub by its LA code, with the first and the last day that it is one; null for no end. */
export interface CouncilOfHub {
  readonly la: string
  readonly fromOn: Day | null
  readonly toOn: Day | null
}

/** What a hub is called until somebody names it. */
const notNamed = 'Your music hub'

/** Adds a hub without a name or councils of its own, for its steward to name in the browser; returns its id. */
export const beginHub = (store: Store, now: string): Promise<number> =>
  store.transaction().execute((trx) => insertHub(trx, notNamed, now))

/**
 * Adds a hub with the LA codes of its area; returns its id. A hub that was begun and has no councils yet becomes this
 * one. Refuses a name that is taken.
 */
export async function addHub(store: Store, { name, area, now }: NewHub): Promise<number> {
  const wrong = area.filter((la) => !/^\d{3}$/.test(la))
  if (name.trim() === '') throw new Error('a hub needs a name')
  if (area.length === 0) throw new Error('a hub needs the LA codes of its area')
  if (wrong.length > 0) throw new Error(`LA codes have three digits: ${wrong.join(', ')}`)
  return store.transaction().execute(async (trx) => {
    const begun = await findBegun(trx)
    const id = begun ?? (await insertHub(trx, name.trim(), now))
    const councils = [...new Set(area)].map((la) => ({ la, fromOn: null, toOn: null }))
    if (begun === undefined)
      await trx
        .insertInto('hubArea')
        .values(councils.map((council) => ({ hubId: id, ...council })))
        .execute()
    else await changeHub(trx, id, { name, councils })
    return id
  })
}

/** The id of a hub that was begun and of which nothing is known yet, or undefined. */
async function findBegun(trx: Store): Promise<number | undefined> {
  const row = await trx
    .selectFrom('hub')
    .select('id')
    .where('name', '=', notNamed)
    .where('dataVersion', '=', 0)
    .where((eb) => eb.not(eb.exists(eb.selectFrom('hubArea').select('la').whereRef('hubArea.hubId', '=', 'hub.id'))))
    .executeTakeFirst()
  return row?.id
}

async function insertHub(trx: Store, name: string, now: string): Promise<number> {
  const { id } = await trx
    .insertInto('hub')
    .values((eb) => ({
      id: eb.selectFrom('hub').select((eb) => eb(eb.fn.coalesce(eb.fn.max('id'), eb.lit(0)), '+', eb.lit(1)).as('id')),
      name,
      dataVersion: 0,
      createdAt: now,
    }))
    .onConflict((conflict) => conflict.column('name').doNothing())
    .returning('id')
    .executeTakeFirstOrThrow(() => new Error(`the hub is already there: ${name}`))
  return id
}

/** What a hub is called and which councils are of it. */
export interface HubTold {
  readonly name: string
  readonly councils: readonly CouncilOfHub[]
}

const isSame = (one: CouncilOfHub, other: CouncilOfHub): boolean =>
  one.la === other.la && one.fromOn === other.fromOn && one.toOn === other.toOn

/**
 * Gives a hub its name and its councils, as a data version of its own: what was known before stands at those before it.
 * Whether anything changed. Refuses a name that is taken.
 */
export async function changeHub(trx: Store, hubId: number, { name, councils }: HubTold): Promise<boolean> {
  const hub = await trx
    .selectFrom('hub')
    .select(['name', 'dataVersion'])
    .where('id', '=', hubId)
    .executeTakeFirstOrThrow()
  const known = await trx
    .selectFrom('hubArea')
    .select(['la', 'fromOn', 'toOn'])
    .where('hubId', '=', hubId)
    .where('untilVersion', 'is', null)
    .execute()
  const gone = known.filter((one) => !councils.some((other) => isSame(one, other)))
  const come = councils.filter((one) => !known.some((other) => isSame(one, other)))
  if (gone.length + come.length === 0 && hub.name === name.trim()) return false
  const taken = await trx.selectFrom('hub').select('id').where('name', '=', name.trim()).executeTakeFirst()
  if (taken !== undefined && taken.id !== hubId) throw new Error(`the hub is already there: ${name.trim()}`)
  const version = hub.dataVersion + 1
  await trx.updateTable('hub').set({ name: name.trim(), dataVersion: version }).where('id', '=', hubId).execute()
  for (const { la } of gone)
    await trx
      .updateTable('hubArea')
      .set({ untilVersion: version })
      .where('hubId', '=', hubId)
      .where('la', '=', la)
      .where('untilVersion', 'is', null)
      .execute()
  for (const council of come)
    await trx
      .insertInto('hubArea')
      .values({ hubId, ...council, fromVersion: version })
      .execute()
  return true
}
