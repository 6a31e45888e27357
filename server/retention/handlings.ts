import type { Day } from '../../analytics/framework/day.ts'
import type { Store } from '../../migrations/open.ts'
import { eraseContacts } from '../access/consent.ts'
import { forgetPeople } from '../access/forget.ts'
import { listContacts, type Contact } from '../queries/contact.ts'
import { londonDay } from '../today.ts'
import { wordsOfMeetings } from './words-of-meetings.ts'
import type { Handling } from './handling.ts'
import type { RuleId } from './schedule.ts'

const dayOf = (instant: string): Day => londonDay(new Date(instant))

const contactsWhere = (from: (contact: Contact) => Day | null): Handling => ({
  list: async (store, hubId) =>
    (await listContacts(store, hubId)).flatMap((contact) => {
      const { id, name, role, school, urn } = contact
      const day = from(contact)
      return day === null ? [] : [{ id, about: `${name}, ${role}, ${school ?? `URN ${urn}`}`, from: day }]
    }),
  letGo: (trx, { hubId, ids }) => eraseContacts(trx, hubId, ids),
})

const ofPeople = (store: Store, hubId: number) => store.selectFrom('person').select('id').where('hubId', '=', hubId)

async function deletedFrom(
  trx: Store,
  table: 'loginSession' | 'invitation' | 'importFile',
  column: 'hash' | 'id',
  ids: readonly string[],
): Promise<number> {
  let count = 0n
  for (const id of ids)
    count += (
      await trx
        .deleteFrom(table as 'invitation')
        .where(column as 'hash', '=', id)
        .executeTakeFirst()
    ).numDeletedRows
  return Number(count)
}

/** How each rule of the schedule that has a period is kept. */
export const handlings: Readonly<Partial<Record<RuleId, Handling>>> = {
  'withdrawn-contacts': contactsWhere(({ consent }) => consent?.withdrawn?.withdrawnOn ?? null),
  contacts: contactsWhere(({ consent }) => (consent?.withdrawn === null ? consent.givenOn : null)),
  words: wordsOfMeetings,
  'people-disabled': {
    list: async (store, hubId) => {
      const rows = await store
        .selectFrom('person')
        .select(['id', 'name', 'role', 'disabledAt'])
        .where('hubId', '=', hubId)
        .execute()
      return rows.flatMap(({ id, name, role, disabledAt }) =>
        disabledAt === null ? [] : [{ id, about: `${name}, ${role}`, from: dayOf(disabledAt) }],
      )
    },
    letGo: (trx, { hubId, ids, by, log }) => forgetPeople(trx, { hubId, people: ids }, by, log),
  },
  'sign-ins': {
    list: async (store, hubId) => {
      const rows = await store
        .selectFrom('loginSession')
        .select(['hash', 'browser', 'endsAt'])
        .where('personId', 'in', ofPeople(store, hubId))
        .execute()
      return rows.map(({ hash, browser, endsAt }) => ({
        id: hash,
        about: `A sign-in by ${browser}`,
        from: dayOf(endsAt),
      }))
    },
    letGo: (trx, { ids }) => deletedFrom(trx, 'loginSession', 'hash', ids),
  },
  invitations: {
    list: async (store, hubId) => {
      const rows = await store
        .selectFrom('invitation')
        .select(['hash', 'usedAt', 'endsAt'])
        .where('personId', 'in', ofPeople(store, hubId))
        .execute()
      return rows.map(({ hash, usedAt, endsAt }) => ({
        id: hash,
        about: usedAt === null ? 'An invitation that nobody used' : 'An invitation that was used',
        from: dayOf(usedAt ?? endsAt),
      }))
    },
    letGo: (trx, { ids }) => deletedFrom(trx, 'invitation', 'hash', ids),
  },
  'files-sent': {
    list: async (store, hubId) => {
      const rows = await store
        .selectFrom('importFile')
        .select(['id', 'name', 'createdAt'])
        .where('hubId', '=', hubId)
        .execute()
      return rows.map(({ id, name, createdAt }) => ({ id, about: name, from: dayOf(createdAt) }))
    },
    letGo: (trx, { ids }) => deletedFrom(trx, 'importFile', 'id', ids),
  },
}
