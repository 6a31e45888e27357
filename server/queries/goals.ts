import type { Store } from '../../migrations/open.ts'
import type { GoalTable } from '../../migrations/tables.ts'

/** A goal as it was said from one data version until another, and by which file. */
export interface GoalTold extends Omit<GoalTable, 'hubId' | 'sourceSheet' | 'sourceRow'> {
  readonly fileName: string
  readonly loadedAt: string
}

/** All that was ever said of a hub's goals, by goal, the newest first. */
export const listGoalsTold = (store: Store, hubId: number): Promise<readonly GoalTold[]> =>
  store
    .selectFrom('goal')
    .innerJoin('receipt', 'receipt.id', 'goal.receiptId')
    .select([
      'goal.goal',
      'goal.title',
      'goal.function',
      'goal.measure',
      'goal.wanted',
      'goal.strand',
      'goal.population',
      'goal.baselinePercent',
      'goal.baselineYear',
      'goal.targetPercent',
      'goal.targetYear',
      'goal.receiptId',
      'goal.fromVersion',
      'goal.untilVersion',
      'receipt.fileName',
      'receipt.loadedAt',
    ])
    .where('goal.hubId', '=', hubId)
    .orderBy('goal.goal')
    .orderBy('goal.fromVersion', 'desc')
    .execute()
