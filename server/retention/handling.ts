import type { Day } from '../../analytics/framework/day.ts'
import type { Store } from '../../migrations/open.ts'
import type { Entry } from '../access/audit-log.ts'

/** Something that is kept for a time, and the day from which that runs. */
interface Kept {
  readonly id: string
  /** The school, of meetings: these are looked over school by school. */
  readonly school?: string
  /** What it is, for the steward who looks it over. */
  readonly about: string
  readonly from: Day
}

/** Which of a kind are kept, and how they go. */
export interface Handling {
  readonly list: (store: Store, hubId: number) => Promise<readonly Kept[]>
  /** Lets them go, within a transaction; gives how many there were. */
  readonly letGo: (trx: Store, going: Going) => Promise<number>
}

interface Going {
  readonly hubId: number
  readonly ids: readonly string[]
  readonly by: string
  readonly log: (entry: Entry) => Promise<void>
}
