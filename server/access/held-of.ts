import type { Store } from '../../migrations/open.ts'
import { Mistake } from '../mistake.ts'
import { findHeld, type Held } from '../queries/held-about.ts'
import { note } from './audit-log.ts'
import { keepErasures } from './erasures-file.ts'
import { forget, type Forgetting, type Forgotten } from './forget.ts'
import { maySee } from './may-see.ts'
import { notThere } from './not-there.ts'
import type { Person } from './person.ts'

/** What a hub holds about people, as its data steward answers them. */
export interface HeldAbout {
  /** All that is held under these names; that it was looked up is logged, not for whom. */
  readonly find: (names: readonly string[]) => Promise<Held>
  readonly forget: (forgetting: Omit<Forgetting, 'hubId'>) => Promise<Forgotten>
}

/** What is held by a steward's hub; by what anybody else asks nothing is. */
export function heldOf(
  { store, storeFile }: { readonly store: Store; readonly storeFile: string },
  steward: Person,
): HeldAbout {
  const { hubId, id: by } = steward
  if (!maySee(steward, { is: 'people', hubId })) throw notThere()
  return {
    find: async (names) => {
      const held = await findHeld(store, hubId, names)
      const places = held.named.length + held.signIns.length + held.contacts.length
      await note(store, { hubId, personId: by, action: 'told what is held', detail: { places } })
      return held
    },
    forget: async (forgetting) => {
      if (forgetting.people?.includes(by) === true) throw new Mistake('You cannot erase yourself: ask another steward.')
      const forgotten = await forget(store, { ...forgetting, hubId }, by)
      await keepErasures(store, storeFile)
      return forgotten
    },
  }
}
