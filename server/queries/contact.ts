import type { Store } from '../../migrations/open.ts'
import type { ConsentTable, ContactTable, WithdrawalTable } from '../../migrations/tables.ts'

/** The consent of a contact that was given last, with its withdrawal where it was withdrawn. */
export interface ConsentHeld extends Pick<ConsentTable, 'givenOn' | 'source'> {
  readonly withdrawn: Pick<WithdrawalTable, 'withdrawnOn' | 'source'> | null
}

/** A contact of a school with the school's name, if the register has it, and what they consented to last. */
export interface Contact extends Pick<ContactTable, 'id' | 'urn' | 'name' | 'role' | 'address'> {
  readonly school: string | null
  readonly consent: ConsentHeld | null
}

/** The contacts of a hub's schools by school and name. */
export async function listContacts(store: Store, hubId: number): Promise<readonly Contact[]> {
  const contacts = await store
    .selectFrom('contact')
    .leftJoin('registerSchool', (join) =>
      join
        .onRef('registerSchool.hubId', '=', 'contact.hubId')
        .onRef('registerSchool.urn', '=', 'contact.urn')
        .on('registerSchool.untilVersion', 'is', null),
    )
    .where('contact.hubId', '=', hubId)
    .select(['contact.id', 'contact.urn', 'contact.name', 'role', 'address', 'registerSchool.name as school'])
    .orderBy('registerSchool.name')
    .orderBy('contact.name')
    .orderBy('contact.id')
    .execute()
  const last = new Map((await listConsents(store, hubId)).map(({ contactId, ...consent }) => [contactId, consent]))
  return contacts.map((contact) => ({ ...contact, consent: last.get(contact.id) ?? null }))
}

/** Every consent that a hub's contacts gave, in the order in which they were recorded. */
export async function listConsents(
  store: Store,
  hubId: number,
): Promise<readonly (ConsentHeld & { readonly contactId: string })[]> {
  const rows = await store
    .selectFrom('consent')
    .leftJoin('withdrawal', 'withdrawal.id', 'consent.withdrawalId')
    .where('consent.hubId', '=', hubId)
    .select(['contactId', 'givenOn', 'consent.source', 'withdrawnOn', 'withdrawal.source as withdrawnBy'])
    .orderBy('consent.recordedAt')
    .orderBy('consent.id')
    .execute()
  return rows.map(({ contactId, givenOn, source, withdrawnOn, withdrawnBy }) => ({
    contactId,
    givenOn,
    source,
    withdrawn: withdrawnOn === null || withdrawnBy === null ? null : { withdrawnOn, source: withdrawnBy },
  }))
}
