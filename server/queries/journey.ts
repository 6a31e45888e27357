import type { Store } from '../../migrations/open.ts'
import type { FactTable, Tables } from '../../migrations/tables.ts'

/** All that is known of some URNs of a hub, free text included: for those entitled to it only. */
export interface JourneyRows {
  readonly register: readonly Tables['registerSchool'][]
  readonly audits: readonly Tables['audit'][]
  readonly ratings: readonly Tables['rating'][]
  readonly awards: readonly Tables['award'][]
  readonly priorities: readonly Tables['priority'][]
  readonly reflections: readonly Tables['reflection'][]
  readonly answers: readonly Tables['reflectionPriority'][]
  readonly years: readonly Tables['schoolYear'][]
  readonly fsm: readonly Tables['schoolFsm'][]
}

/** The rows that hold now for the URNs of one school. */
export async function findJourney(store: Store, hubId: number, urns: readonly number[]): Promise<JourneyRows> {
  const of = <T extends Exclude<FactTable, 'criterion' | 'goal'>>(table: T) =>
    store
      .selectFrom(table as 'audit')
      .where('hubId', '=', hubId)
      .where('urn', 'in', [...urns])
      .where('untilVersion', 'is', null)
      .selectAll()
      .execute() as unknown as Promise<readonly Tables[T][]>
  return {
    register: await of('registerSchool'),
    audits: await of('audit'),
    ratings: await of('rating'),
    awards: await of('award'),
    priorities: await of('priority'),
    reflections: await of('reflection'),
    answers: await of('reflectionPriority'),
    years: await of('schoolYear'),
    fsm: await of('schoolFsm'),
  }
}
