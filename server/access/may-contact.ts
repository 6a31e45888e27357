import type { Store } from '../../migrations/open.ts'
import { listContacts, type Contact } from '../queries/contact.ts'

/** Whether somebody may be written to: they consented, and have not withdrawn it. */
export const mayBeWrittenTo = ({ consent }: Pick<Contact, 'consent'>): boolean =>
  consent !== null && consent.withdrawn === null

/**
 * The contacts of a hub who may be written to at this moment: the one door for whatever sends anything to anybody or
 * hands out addresses. It is asked anew each time, so that nobody who has withdrawn is in a list made before.
 */
export const listToWriteTo = async (store: Store, hubId: number): Promise<readonly Contact[]> =>
  (await listContacts(store, hubId)).filter(mayBeWrittenTo)
