import { frameworkAt } from '../../analytics/evidence/comparable.ts'
import type { Day } from '../../analytics/framework/day.ts'
import { phases } from '../../analytics/framework/phase.ts'
import { frameworksOf } from '../../ingest/sheets/frameworks-of.ts'
import type { Store } from '../../migrations/open.ts'
import { countAuditsBy, listCriteria, type CriterionTold } from '../queries/frameworks.ts'

/** A version of the framework, with its wording in the order in which it was written. */
export interface FrameworkHeld {
  readonly framework: string
  readonly inUseFrom: Day | null
  readonly alignedTo: string | null
  /** The versions that it names itself as comparable. */
  readonly names: readonly string[]
  /** How many audits name it. */
  readonly audits: number
  /** Whether audits held today that name none are of it, in some phase. */
  readonly isCurrent: boolean
  readonly criteria: readonly CriterionTold[]
}

/** The versions of a hub's framework, the newest first. */
export async function listFrameworks(store: Store, hubId: number, today: Day): Promise<readonly FrameworkHeld[]> {
  const criteria = await listCriteria(store, hubId)
  const audits = await countAuditsBy(store, hubId)
  const frameworks = frameworksOf(criteria)
  const current = new Set(phases.map((phase) => frameworkAt(frameworks, today, phase)))
  return frameworks
    .map(({ framework, inUseFrom, comparableWith }) => {
      const own = criteria.filter((each) => each.framework === framework)
      const [alignedTo = null] = own.map((each) => each.alignedTo)
      const names = comparableWith
      const isCurrent = current.has(framework)
      return { framework, inUseFrom, alignedTo, names, audits: audits.get(framework) ?? 0, isCurrent, criteria: own }
    })
    .toSorted((a, b) => (b.inUseFrom ?? '').localeCompare(a.inUseFrom ?? ''))
}
