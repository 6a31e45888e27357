import type { Store } from '../../migrations/open.ts'
import { listConsents, listContacts } from './contact.ts'
import { nameMatcher } from './name-matcher.ts'
import { findNames } from './named-in.ts'
import { listPeople } from './person.ts'

/** All that is held about somebody: as one who signs in, as a school's contact, and by name in what was written. */
export type Held = Awaited<ReturnType<typeof findHeld>>

/** All that a hub holds about whoever has one of these names, a sign-in name or an address among them. */
export async function findHeld(store: Store, hubId: number, names: readonly string[]) {
  const asked = names.map((name) => name.trim()).filter((name) => name !== '')
  const folded = new Set(asked.map((name) => name.toLowerCase()))
  const matcher = nameMatcher(asked)
  const isNamed = (text: string): boolean => text.search(matcher) !== -1
  const people = (await listPeople(store, hubId)).filter(
    ({ name, signInName }) => folded.has(signInName) || isNamed(name),
  )
  const contacts = (await listContacts(store, hubId)).filter(
    ({ name, address }) => folded.has(address) || isNamed(name),
  )
  const consents = await listConsents(store, hubId)
  const known = [...people, ...contacts].map(({ name }) => name)
  const waiting = await store
    .selectFrom('importFile')
    .innerJoin('importPart', 'importPart.importId', 'importFile.id')
    .where('importFile.hubId', '=', hubId)
    .select('importFile.id')
    .distinct()
    .execute()
  return {
    signIns: await Promise.all(people.map(({ id }) => listHeldAbout(store, id))),
    contacts: contacts.map((contact) => ({
      ...contact,
      consents: consents.filter(({ contactId }) => contactId === contact.id),
    })),
    named: await findNames(store, hubId, [...new Set([...asked, ...known])]),
    /** Files that were sent and not loaded: nobody has looked into them. */
    filesNotSearched: waiting.length,
  }
}

/** All that is kept about somebody who may sign in, but for secrets; the audit log knows them by their id. */
export async function listHeldAbout(store: Store, personId: string) {
  return {
    person: await store.selectFrom('person').selectAll().where('id', '=', personId).executeTakeFirst(),
    assignedSchools: await store.selectFrom('personSchool').select('urn').where('personId', '=', personId).execute(),
    signsInWith: await store
      .selectFrom('credential')
      .select(['kind', 'madeAt', 'usedAt'])
      .where('personId', '=', personId)
      .execute(),
    knownElsewhereAs: await store
      .selectFrom('identity')
      .select(['provider', 'organisation', 'subject', 'madeAt'])
      .where('personId', '=', personId)
      .execute(),
    signIns: await store
      .selectFrom('loginSession')
      .select(['way', 'browser', 'beganAt', 'seenAt', 'endsAt'])
      .where('personId', '=', personId)
      .execute(),
    log: await store
      .selectFrom('auditLog')
      .select(['number', 'at', 'action', 'detail'])
      .where('personId', '=', personId)
      .orderBy('number')
      .execute(),
  }
}
