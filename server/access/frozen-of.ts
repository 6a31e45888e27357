import { keptAnswer } from '../../analytics/disclosure/disclose.ts'
import type { FrozenFigure, FrozenMap, FrozenProfiles } from '../../dashboards/pages/frozen-figures.ts'
import type { RemarkShown } from '../../dashboards/parts/remarks.ts'
import type { Store } from '../../migrations/open.ts'
import type { FrozenViewTable } from '../../migrations/tables.ts'
import { findFrozenView, listFrozenViews } from '../queries/frozen-view.ts'
import { findDataVersion } from '../queries/hub.ts'
import { namesOf } from '../queries/person.ts'
import { logged } from './audit-log.ts'
import { notAskedBy } from './may-ask.ts'
import { maySee } from './may-see.ts'
import { notThere } from './not-there.ts'
import type { Person } from './person.ts'
import { newId } from './secret.ts'

/** A page as it stood when it was frozen. */
export interface FrozenView extends Omit<FrozenViewTable, 'answers' | 'remarks'> {
  readonly figures: readonly FrozenFigure[]
  readonly remarks: readonly RemarkShown[]
  readonly by: string
  /** The newest data version there is. */
  readonly newest: number
}

/** What is to be frozen of a page. */
export type NewView = Pick<FrozenView, 'title' | 'address' | 'dataVersion' | 'figures' | 'remarks'>

/** The frozen views of a hub, for its people. */
export interface Frozen {
  readonly list: () => Promise<readonly (FrozenViewTable & { readonly by: string })[]>
  readonly find: (id: string) => Promise<FrozenView>
  /** Freezes a view; gives the id that its permanent address ends in. */
  readonly freeze: (view: NewView) => Promise<string>
}

/** A figure as it was kept: what was disclosed then stays so. */
const keptFigure = (kept: object): FrozenFigure =>
  'shares' in kept
    ? keptMap(kept as FrozenMap)
    : 'profiles' in kept
      ? keptProfiles(kept as FrozenProfiles)
      : keptAnswer(kept)

const keptMap = (kept: FrozenMap): FrozenMap => ({ ...kept, answer: keptAnswer(kept.answer) })

const keptProfiles = ({ profiles, ...kept }: FrozenProfiles): FrozenProfiles => ({
  ...kept,
  profiles: profiles.map((profile) => ({ ...profile, answer: keptAnswer(profile.answer) as typeof profile.answer })),
})

/**
 * Whether somebody may see every figure that was frozen, as they may ask for it now. Measures are looked for in the text
 * that was kept: a list of views would else be read whole for their titles.
 */
const mayRead = (person: Person, { answers }: Pick<FrozenViewTable, 'answers'>): boolean =>
  !notAskedBy(person).some((measure) => answers.includes(JSON.stringify({ measure }).slice(1, -1)))

/** The frozen views of somebody's hub; to those who are not of it there are none. */
export function frozenOf({ store }: { readonly store: Store }, person: Person): Frozen {
  const { hubId, id: frozenBy } = person
  if (!maySee(person, { is: 'hub', hubId })) throw notThere()
  return {
    list: async () => {
      const nameOf = await namesOf(store, hubId)
      const views = await listFrozenViews(store, hubId)
      return views.filter((view) => mayRead(person, view)).map((view) => ({ ...view, by: nameOf(view.frozenBy) }))
    },
    find: async (id) => {
      const found = await findFrozenView(store, hubId, id)
      if (found === undefined || !mayRead(person, found)) throw notThere()
      return {
        ...found,
        figures: (JSON.parse(found.answers) as object[]).map(keptFigure),
        remarks: JSON.parse(found.remarks) as readonly RemarkShown[],
        by: (await namesOf(store, hubId))(found.frozenBy),
        newest: await findDataVersion(store, hubId),
      }
    },
    freeze: ({ title, address, dataVersion, figures, remarks }) =>
      logged(store, async (trx, log) => {
        const id = newId()
        const kept = { answers: JSON.stringify(figures), remarks: JSON.stringify(remarks) }
        const row = { id, hubId, title, address, dataVersion, ...kept, frozenAt: new Date().toISOString(), frozenBy }
        await trx.insertInto('frozenView').values(row).execute()
        await log({ hubId, personId: frozenBy, action: 'froze a view', detail: { view: id, address, dataVersion } })
        return id
      }),
  }
}
