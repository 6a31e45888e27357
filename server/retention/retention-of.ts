import type { Day } from '../../analytics/framework/day.ts'
import type { Store } from '../../migrations/open.ts'
import { keepErasures } from '../access/erasures-file.ts'
import { maySee } from '../access/may-see.ts'
import { notThere } from '../access/not-there.ts'
import type { Person } from '../access/person.ts'
import { applySchedule, listHeldByRule, type RuleHeld } from './retain.ts'

/** The retention schedule of a hub as its data steward looks after it. */
export interface Retention {
  readonly list: () => Promise<readonly RuleHeld[]>
  /** Lets go all that is due; gives how many things that were. */
  readonly apply: () => Promise<number>
}

/** What the schedule is asked of. */
interface Sources {
  readonly store: Store
  readonly storeFile: string
  readonly today: () => Day
}

/** The schedule of a steward's hub; to anybody else there is none. */
export function retentionOf({ store, storeFile, today }: Sources, steward: Person): Retention {
  const { hubId, id: by } = steward
  if (!maySee(steward, { is: 'people', hubId })) throw notThere()
  return {
    list: () => listHeldByRule(store, hubId, today()),
    apply: async () => {
      const gone = await applySchedule(store, { hubId, today: today(), by })
      await keepErasures(store, storeFile)
      return Object.values(gone).reduce((sum, count) => sum + count, 0)
    },
  }
}
