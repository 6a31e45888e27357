import type { Store } from '../../migrations/open.ts'
import type { CriterionTable } from '../../migrations/tables.ts'

/** One criterion of a framework, with what is said of the framework beside it. */
export type CriterionTold = Omit<CriterionTable, 'hubId' | 'receiptId' | 'sourceSheet' | 'fromVersion' | 'untilVersion'>

/** The criteria of a hub's frameworks as they stand, in the order in which they were written. */
export const listCriteria = (store: Store, hubId: number): Promise<readonly CriterionTold[]> =>
  store
    .selectFrom('criterion')
    .select([
      'framework',
      'strand',
      'theme',
      'level',
      'number',
      'criterion',
      'phases',
      'alignedTo',
      'inUseFrom',
      'comparableWith',
      'sourceRow',
    ])
    .where('hubId', '=', hubId)
    .where('untilVersion', 'is', null)
    .orderBy('framework')
    .orderBy('sourceRow')
    .execute()

/** How many audits name each framework; those that name none under a blank. */
export async function countAuditsBy(store: Store, hubId: number): Promise<ReadonlyMap<string, number>> {
  const rows = await store
    .selectFrom('audit')
    .select((eb) => ['framework', eb.fn.countAll<number>().as('count')])
    .where('hubId', '=', hubId)
    .where('untilVersion', 'is', null)
    .groupBy('framework')
    .execute()
  return new Map(rows.map(({ framework, count }) => [framework ?? '', count]))
}
