import type { FactTable } from '../../migrations/tables.ts'
import type { Store } from '../../migrations/open.ts'

/** How much of what a hub needs is there, counted now. */
export interface SetUp {
  /** Schools of the hub's councils in the register, whatever their status. */
  readonly schools: number
  readonly links: number
  readonly criteria: number
  readonly goals: number
  readonly audits: number
  readonly awards: number
  readonly priorities: number
  readonly reflections: number
  readonly dataForms: number
  /** People who may sign in, or are invited to. */
  readonly people: number
}

/** What is there of a hub. */
export async function countSetUp(store: Store, hubId: number): Promise<SetUp> {
  const rowsOf = (table: FactTable) =>
    store
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('hubId', '=', hubId)
      .where('untilVersion', 'is', null)
  const count = async (table: FactTable): Promise<number> => (await rowsOf(table).executeTakeFirstOrThrow()).count
  const { schools } = await store
    .selectFrom('registerSchool')
    .innerJoin('hubArea', (join) =>
      join.onRef('hubArea.hubId', '=', 'registerSchool.hubId').onRef('hubArea.la', '=', 'registerSchool.la'),
    )
    .select((eb) => eb.fn.countAll<number>().as('schools'))
    .where('registerSchool.hubId', '=', hubId)
    .where('registerSchool.untilVersion', 'is', null)
    .where('hubArea.untilVersion', 'is', null)
    .executeTakeFirstOrThrow()
  const { people } = await store
    .selectFrom('person')
    .select((eb) => eb.fn.countAll<number>().as('people'))
    .where('hubId', '=', hubId)
    .where('disabledAt', 'is', null)
    .executeTakeFirstOrThrow()
  return {
    schools,
    people,
    links: await count('registerLink'),
    criteria: await count('criterion'),
    goals: await count('goal'),
    audits: await count('audit'),
    awards: await count('award'),
    priorities: await count('priority'),
    reflections: await count('reflection'),
    dataForms: await count('dataFormFigure'),
  }
}
