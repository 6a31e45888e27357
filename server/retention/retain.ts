import type { Day } from '../../analytics/framework/day.ts'
import type { Store } from '../../migrations/open.ts'
import { logged } from '../access/audit-log.ts'
import { handlings } from './handlings.ts'
import { endOf } from './period.ts'
import { schedule, type Rule, type RuleId } from './schedule.ts'

/** Something whose time ends on a day. */
export interface Ending {
  readonly id: string
  readonly school?: string
  readonly about: string
  readonly endsOn: Day
}

/** A rule of the schedule with what it holds for: what goes today, and when the next goes. */
export interface RuleHeld extends Rule {
  readonly id: RuleId
  /** Null where nothing goes by itself. */
  readonly due: readonly Ending[] | null
  readonly nextOn: Day | null
}

const ids = Object.keys(schedule) as readonly RuleId[]

/** What the schedule means for a hub on a day. */
export async function listHeldByRule(store: Store, hubId: number, today: Day): Promise<readonly RuleHeld[]> {
  const held: RuleHeld[] = []
  for (const id of ids) {
    const rule: Rule = schedule[id]
    const { period } = rule
    const handling = handlings[id]
    if (period === null || handling === undefined) {
      held.push({ id, ...rule, due: null, nextOn: null })
      continue
    }
    const endings = (await handling.list(store, hubId)).map(({ from, ...kept }) => ({
      ...kept,
      endsOn: endOf(period, from),
    }))
    const [nextOn = null] = endings.flatMap(({ endsOn }) => (endsOn > today ? [endsOn] : [])).toSorted()
    held.push({ id, ...rule, due: endings.filter(({ endsOn }) => endsOn <= today), nextOn })
  }
  return held
}

/** Lets go what is due on a day by some rules, all in one transaction and logged; gives how many by rule. */
export const applySchedule = (
  store: Store,
  {
    hubId,
    today,
    by,
    rules = ids,
  }: { readonly hubId: number; readonly today: Day; readonly by: string; readonly rules?: readonly RuleId[] },
): Promise<Readonly<Partial<Record<RuleId, number>>>> =>
  logged(store, async (trx, log) => {
    const gone: Partial<Record<RuleId, number>> = {}
    for (const { id, due } of await listHeldByRule(trx, hubId, today)) {
      const handling = handlings[id]
      if (due === null || due.length === 0 || handling === undefined || !rules.includes(id)) continue
      gone[id] = await handling.letGo(trx, { hubId, ids: due.map((ending) => ending.id), by, log })
    }
    if (Object.keys(gone).length > 0)
      await log({ hubId, personId: by, action: 'applied the retention schedule', detail: { gone } })
    return gone
  })

/** What goes by itself every day while Crescendo is served: what was promised, and what serves nobody any more. */
const daily = ['withdrawn-contacts', 'sign-ins', 'invitations', 'files-sent'] as const satisfies readonly RuleId[]

/** Applies to every hub what goes by itself. */
export async function applyDaily(store: Store, today: Day, by: string): Promise<void> {
  const hubs = await store.selectFrom('hub').select('id').execute()
  for (const { id: hubId } of hubs) await applySchedule(store, { hubId, today, by, rules: daily })
}
