import { factsIn, type Trx } from '../load/known.ts'
import { leans } from './leans.ts'
import type { Undoing } from './take-back.ts'

type Lean = (typeof leans)[number]

/** Facts that would be left leaning on nothing. `since` is the version that last took away what they lean on. */
export interface Unsupported {
  /** What they are, to people. */
  readonly words: string
  readonly receiptId: number
  readonly isGivenBack: boolean
  readonly since: number
}

/**
 * The later facts that lean on what an undo has just taken out, and those it has given back though what they leaned on
 * has gone since. Facts that stood before with nothing to lean on are left in peace.
 */
export async function findUnsupported(trx: Trx, undoing: Undoing): Promise<readonly Unsupported[]> {
  const found: Unsupported[] = []
  for (const lean of leans) found.push(...(await unsupportedBy(trx, undoing, lean)))
  return found
}

async function unsupportedBy(trx: Trx, { hubId, version, newVersion }: Undoing, { table, on, by, words }: Lean) {
  const rows = await factsIn(trx)
    .selectFrom(`${table} as fact`)
    .innerJoin(`${on} as gone`, (join) =>
      by.reduce((query, field) => query.onRef(`gone.${field}`, '=', `fact.${field}`), join),
    )
    .where('fact.hubId', '=', hubId)
    .where('fact.untilVersion', 'is', null)
    .where('gone.hubId', '=', hubId)
    .where((eb) =>
      eb.or([
        eb.and([
          eb('gone.untilVersion', '=', newVersion),
          eb('fact.fromVersion', '>', version),
          eb('fact.fromVersion', '<', newVersion),
        ]),
        eb.and([
          eb('fact.fromVersion', '=', newVersion),
          eb('gone.fromVersion', '<', version),
          eb('gone.untilVersion', '>', version),
        ]),
      ]),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          by.reduce(
            (query, field) => query.whereRef(`there.${field}`, '=', `fact.${field}`),
            eb
              .selectFrom(`${on} as there`)
              .select('there.hubId')
              .where('there.hubId', '=', hubId)
              .where('there.untilVersion', 'is', null),
          ),
        ),
      ),
    )
    .select((eb) => ['fact.receiptId', 'fact.fromVersion', eb.fn.max('gone.untilVersion').as('since')])
    .groupBy(['fact.receiptId', 'fact.fromVersion'])
    .execute()
  return rows.map(({ receiptId, fromVersion, since }) => ({
    words,
    receiptId: Number(receiptId),
    isGivenBack: fromVersion === newVersion,
    since: Number(since),
  }))
}
