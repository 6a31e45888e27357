import { changeHub, type HubTold } from '../../ingest/hub.ts'
import { Mistake } from '../mistake.ts'
import { readCouncilNames } from '../queries/council-names.ts'
import { getHub, listCouncils, type Council } from '../queries/hub.ts'
import { listGoalsTold, type GoalTold } from '../queries/goals.ts'
import { countSetUp, type SetUp } from '../queries/set-up.ts'
import { logged } from './audit-log.ts'
import { councilsIn, type CouncilsRead } from './councils-in.ts'
import { maySee } from './may-see.ts'
import { notThere } from './not-there.ts'
import { listFrameworks, type FrameworkHeld } from './own-frameworks.ts'
import type { Person } from './person.ts'
import type { Sources } from './scoped.ts'

/** A council of the hub with its name; null where nobody has named that code. */
export type CouncilNamed = Council & { readonly name: string | null }

/** A hub as its data steward sets it up and looks after it. */
export interface OwnHub {
  readonly name: () => Promise<string>
  readonly councils: () => Promise<readonly CouncilNamed[]>
  /** The councils that a text names, by code or name. */
  readonly councilsIn: (text: string) => Promise<CouncilsRead>
  /** Gives the hub its name and its councils; a mistake where another has the name. */
  readonly change: (told: HubTold) => Promise<void>
  readonly setUp: () => Promise<SetUp>
  /** All that was ever said of the hub's goals, by goal, the newest first. */
  readonly goalsTold: () => Promise<readonly GoalTold[]>
  /** The versions of the framework, the newest first. */
  readonly frameworks: () => Promise<readonly FrameworkHeld[]>
}

const inWords = (councils: readonly Council[]): string =>
  councils
    .map(({ la, fromOn, toOn }) =>
      [la, fromOn === null ? '' : `from ${fromOn}`, toOn === null ? '' : `until ${toOn}`]
        .filter((text) => text !== '')
        .join(' '),
    )
    .join(', ')

/** The hub of a steward; to anybody else there is none to look after. */
export function ownHubOf({ store, today }: Pick<Sources, 'store' | 'today'>, steward: Person): OwnHub {
  const { hubId, id: personId } = steward
  if (!maySee(steward, { is: 'set-up', hubId })) throw notThere()
  const councils = async (): Promise<readonly Council[]> =>
    listCouncils(store, hubId, (await getHub(store, hubId)).dataVersion)
  return {
    name: async () => (await getHub(store, hubId)).name,
    councils: async () => {
      const names = await readCouncilNames(store, hubId)
      return (await councils()).map((council) => ({ ...council, name: names.get(council.la) ?? null }))
    },
    councilsIn: async (text) => councilsIn(text, await readCouncilNames(store, hubId)),
    change: async (told) => {
      try {
        await logged(store, async (trx, log) => {
          const before = await listCouncils(trx, hubId, (await getHub(trx, hubId)).dataVersion)
          if (!(await changeHub(trx, hubId, told))) return
          const detail = { councilsBefore: inWords(before), councils: inWords(told.councils) }
          await log({ hubId, personId, action: 'changed the hub', detail })
        })
      } catch (error) {
        if (error instanceof Error && error.message.startsWith('the hub is already there'))
          throw new Mistake('Another hub here has that name: choose another')
        throw error
      }
    },
    setUp: () => countSetUp(store, hubId),
    goalsTold: () => listGoalsTold(store, hubId),
    frameworks: () => listFrameworks(store, hubId, today()),
  }
}
