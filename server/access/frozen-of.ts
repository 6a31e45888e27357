import { keptAnswer, type Disclosed } from '../../analytics/disclosure/disclose.ts'
import type { RemarkShown } from '../../dashboards/parts/remarks.ts'
import type { Store } from '../../migrations/open.ts'
import type { FrozenViewTable } from '../../migrations/tables.ts'
import { findFrozenView, listFrozenViews } from '../queries/frozen-view.ts'
import { findDataVersion } from '../queries/hub.ts'
import { namesOf } from '../queries/person.ts'
import { logged } from './audit-log.ts'
import { maySee } from './may-see.ts'
import { notThere } from './not-there.ts'
import type { Person } from './person.ts'
import { newId } from './secret.ts'

/** A page as it stood when it was frozen. */
export interface FrozenView extends Omit<FrozenViewTable, 'answers' | 'remarks'> {
  readonly answers: readonly Disclosed<object, object>[]
  readonly remarks: readonly RemarkShown[]
  readonly by: string
  /** The newest data version there is. */
  readonly newest: number
}

/** What is to be frozen of a page. */
export type NewView = Pick<FrozenView, 'title' | 'address' | 'dataVersion' | 'answers' | 'remarks'>

/** The frozen views of a hub, for its people. */
export interface Frozen {
  readonly list: () => Promise<readonly (FrozenViewTable & { readonly by: string })[]>
  readonly find: (id: string) => Promise<FrozenView>
  /** Freezes a view; gives the id that its permanent address ends in. */
  readonly freeze: (view: NewView) => Promise<string>
}

/** The frozen views of somebody's hub; to those who are not of it there are none. */
export function frozenOf({ store }: { readonly store: Store }, person: Person): Frozen {
  const { hubId, id: frozenBy } = person
  if (!maySee(person, { is: 'hub', hubId })) throw notThere()
  return {
    list: async () => {
      const nameOf = await namesOf(store, hubId)
      return (await listFrozenViews(store, hubId)).map((view) => ({ ...view, by: nameOf(view.frozenBy) }))
    },
    find: async (id) => {
      const found = await findFrozenView(store, hubId, id)
      if (found === undefined) throw notThere()
      return {
        ...found,
        answers: (JSON.parse(found.answers) as object[]).map(keptAnswer),
        remarks: JSON.parse(found.remarks) as readonly RemarkShown[],
        by: (await namesOf(store, hubId))(found.frozenBy),
        newest: await findDataVersion(store, hubId),
      }
    },
    freeze: ({ title, address, dataVersion, answers, remarks }) =>
      logged(store, async (trx, log) => {
        const id = newId()
        const kept = { answers: JSON.stringify(answers), remarks: JSON.stringify(remarks) }
        const row = { id, hubId, title, address, dataVersion, ...kept, frozenAt: new Date().toISOString(), frozenBy }
        await trx.insertInto('frozenView').values(row).execute()
        await log({ hubId, personId: frozenBy, action: 'froze a view', detail: { view: id, address, dataVersion } })
        return id
      }),
  }
}
