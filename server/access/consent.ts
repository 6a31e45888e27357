import type { ConsentSource, ContactRole } from '../../analytics/framework/contact.ts'
import { partsOfDay, type Day } from '../../analytics/framework/day.ts'
import type { Store } from '../../migrations/open.ts'
import { logged } from './audit-log.ts'
import { keepErased, type Erased } from './erasures.ts'
import { Mistake } from '../mistake.ts'
import { newId } from './secret.ts'
import { foldedAddress, lift, markOf, suppress } from './suppression.ts'

/** A contact of a school who says that they may be written to. */
export interface Consenting {
  readonly hubId: number
  readonly urn: number
  readonly name: string
  readonly role: ContactRole
  readonly address: string
  readonly givenOn: Day
  readonly source: ConsentSource
}

/** Refuses, in words, a day of consent that is none or is still to come. */
export function checkGivenOn(givenOn: string, today: Day): void {
  if (partsOfDay(givenOn) === null) throw new Mistake('Enter the day on which consent was given, such as 2026-09-14')
  if (givenOn > today) throw new Mistake('The day on which consent was given is still to come')
}

/** Records that somebody may be written to: the only way in for an address, and the only way to undo a withdrawal. */
export async function recordConsent(store: Store, consenting: Consenting, by: string): Promise<string> {
  const { hubId, urn, name, role, givenOn, source } = consenting
  const address = foldedAddress(consenting.address)
  const mark = await markOf(hubId, address)
  return logged(store, async (trx, log) => {
    const recordedAt = new Date().toISOString()
    const made = { id: newId(), hubId, urn, name: name.trim(), role, address, madeAt: recordedAt, madeBy: by }
    const { id: contactId } = await trx
      .insertInto('contact')
      .values(made)
      .onConflict((conflict) =>
        conflict.columns(['hubId', 'urn', 'address']).doUpdateSet({ name: made.name, role: made.role }),
      )
      .returning('id')
      .executeTakeFirstOrThrow()
    const consent = { id: newId(), hubId, contactId, givenOn, source, recordedAt, recordedBy: by, withdrawalId: null }
    await trx.insertInto('consent').values(consent).execute()
    const again = await lift(trx, hubId, mark)
    const detail = { contact: contactId, urns: [urn], source, ...(again ? { again } : {}) }
    await log({ hubId, personId: by, action: 'recorded consent', detail })
    return contactId
  })
}

/** That somebody withdrew their consent, by the address at which they were written to. */
export interface Withdrawing {
  readonly hubId: number
  readonly address: string
  readonly withdrawnOn: Day
  readonly source: ConsentSource
}

/**
 * Records that whoever has an address withdrew their consent: from here on nothing is sent to it, as whosever contact it
 * stands here. Gives how many contacts that were; the address is marked even where it was none.
 */
export async function recordWithdrawal(store: Store, withdrawing: Withdrawing, by: string): Promise<number> {
  const { hubId, withdrawnOn, source } = withdrawing
  const address = foldedAddress(withdrawing.address)
  const mark = await markOf(hubId, address)
  return logged(store, async (trx, log) => {
    const found = await trx
      .selectFrom('contact')
      .select('id')
      .where('hubId', '=', hubId)
      .where('address', '=', address)
      .execute()
    const contacts = found.map(({ id }) => id)
    const erased = { kind: 'withdrawal', id: newId(), contacts, mark, withdrawnOn, source } as const
    await withdraw(trx, hubId, erased, by)
    await keepErased(trx, hubId, erased)
    await log({ hubId, personId: by, action: 'recorded a withdrawal', detail: { contacts, withdrawnOn, source } })
    return contacts.length
  })
}

/** Closes the consents of contacts and marks their address. */
export async function withdraw(
  trx: Store,
  hubId: number,
  { id, contacts, mark, withdrawnOn, source }: Extract<Erased, { kind: 'withdrawal' }>,
  by: string,
): Promise<void> {
  const withdrawal = { id, hubId, withdrawnOn, source, recordedAt: new Date().toISOString(), recordedBy: by }
  await trx.insertInto('withdrawal').values(withdrawal).execute()
  if (contacts.length > 0)
    await trx
      .updateTable('consent')
      .set({ withdrawalId: id })
      .where('hubId', '=', hubId)
      .where('contactId', 'in', contacts)
      .where('withdrawalId', 'is', null)
      .execute()
  await suppress(trx, hubId, mark)
}

/** Erases the names, roles and addresses of contacts, with their consents; gives how many there were. */
export async function eraseContacts(trx: Store, hubId: number, ids: readonly string[]): Promise<number> {
  let count = 0
  for (const contact of ids) {
    const { numDeletedRows } = await trx
      .deleteFrom('contact')
      .where('hubId', '=', hubId)
      .where('id', '=', contact)
      .executeTakeFirst()
    if (numDeletedRows === 0n) continue
    await keepErased(trx, hubId, { kind: 'contact', contact })
    count += 1
  }
  return count
}
