import type { ConsentSource } from '../../analytics/framework/contact.ts'
import type { Day } from '../../analytics/framework/day.ts'
import type { Store } from '../../migrations/open.ts'
import { listContacts, type Contact } from '../queries/contact.ts'
import { note } from './audit-log.ts'
import { recordConsent, recordWithdrawal, type Consenting } from './consent.ts'
import { keepErasures } from './erasures-file.ts'
import { forget } from './forget.ts'
import { listToWriteTo } from './may-contact.ts'
import { maySee } from './may-see.ts'
import { notThere } from './not-there.ts'
import type { Person } from './person.ts'
import { withdrawByMessages, type Withdrawn } from './withdraw-messages.ts'

/** The contacts of a hub's schools as its data steward looks after them. */
export interface Contacts {
  readonly list: () => Promise<readonly Contact[]>
  /** Those who may be written to now, handed out to keep. */
  readonly handOut: () => Promise<readonly Contact[]>
  readonly consent: (consenting: Omit<Consenting, 'hubId'>) => Promise<void>
  readonly withdraw: (id: string, source: ConsentSource) => Promise<void>
  readonly withdrawByMessages: (bytes: Uint8Array) => Promise<Withdrawn>
  readonly erase: (id: string) => Promise<void>
}

/** What contacts are made of. */
export interface ContactSources {
  readonly store: Store
  readonly storeFile: string
  readonly today: () => Day
}

/** The contacts of a steward's hub; to anybody else there are none. */
export function contactsOf({ store, storeFile, today }: ContactSources, steward: Person): Contacts {
  const { hubId, id: by } = steward
  if (!maySee(steward, { is: 'people', hubId })) throw notThere()
  const list = () => listContacts(store, hubId)
  const find = async (id: string): Promise<Contact> => {
    const found = (await list()).find((contact) => contact.id === id)
    if (found === undefined) throw notThere()
    return found
  }
  const kept = async <T>(work: Promise<T>): Promise<T> => {
    const made = await work
    await keepErasures(store, storeFile)
    return made
  }
  return {
    list,
    handOut: async () => {
      const contacts = await listToWriteTo(store, hubId)
      const detail = { what: 'contacts', rows: contacts.length }
      await note(store, { hubId, personId: by, action: 'exported', detail })
      return contacts
    },
    consent: async (consenting) => void (await recordConsent(store, { ...consenting, hubId }, by)),
    withdraw: async (id, source) => {
      const { address } = await find(id)
      await kept(recordWithdrawal(store, { hubId, address, withdrawnOn: today(), source }, by))
    },
    withdrawByMessages: (bytes) => kept(withdrawByMessages(store, { hubId, bytes, today: today(), by })),
    erase: async (id) => {
      await find(id)
      await kept(forget(store, { hubId, contacts: [id] }, by))
    },
  }
}
