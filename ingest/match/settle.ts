import type { Store } from '../../migrations/open.ts'
import { lockHub } from '../lock-hub.ts'
import { readDecisions } from './decision.ts'
import { foldNaming, namingKey, type Naming } from './naming.ts'

/** What a person settles: which school of the hub's register a naming means. `now` is an instant in UTC. */
export interface Settlement {
  readonly hub: string
  readonly naming: Naming
  readonly urn: number
  readonly by: string
  readonly now: string
  /** Does something more in the same transaction, where anything changes: both are kept, or neither. */
  readonly beside?: (trx: Store, settled: Settled) => Promise<void>
}

export interface Settled {
  readonly urn: number
  /** The name of that school in the register. */
  readonly school: string
  /** False where the same had been settled before. */
  readonly isNew: boolean
}

/**
 * Remembers for a hub which school a name and place mean, in place of what was settled for them before; that is kept.
 * Refuses a naming that says nothing and a URN that the register does not have.
 */
export async function settle(store: Store, { hub, naming, urn, by, now, beside }: Settlement): Promise<Settled> {
  const folded = foldNaming(naming)
  if (folded.name === '' && folded.number === '') throw new Error('the row names no school')
  return store.transaction().execute(async (trx) => {
    const { id: hubId } = await lockHub(trx, hub)
    const { name: school } = await trx
      .selectFrom('registerSchool')
      .select('name')
      .where('hubId', '=', hubId)
      .where('urn', '=', urn)
      .where('untilVersion', 'is', null)
      .executeTakeFirstOrThrow(() => new Error(`the register has no URN ${urn}`))
    const known = (await readDecisions(trx, hubId)).get(namingKey(folded))
    if (known?.urn === urn) return { urn, school, isNew: false }
    await trx
      .insertInto('matchDecision')
      .values((eb) => ({
        id: eb
          .selectFrom('matchDecision')
          .select((eb) => eb(eb.fn.coalesce(eb.fn.max('id'), eb.lit(0)), '+', eb.lit(1)).as('id')),
        hubId,
        ...folded,
        urn,
        decidedBy: by,
        decidedAt: now,
      }))
      .execute()
    const settled = { urn, school, isNew: true }
    await beside?.(trx, settled)
    return settled
  })
}
