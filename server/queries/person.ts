import type { Store } from '../../migrations/open.ts'
import type { CredentialTable, PersonTable } from '../../migrations/tables.ts'
import type { Person } from '../access/person.ts'

type Row = Pick<PersonTable, 'id' | 'name' | 'hubId' | 'role' | 'organisation'>

const columns = ['id', 'name', 'hubId', 'role', 'organisation'] as const

async function withSchools(store: Store, { id, name, hubId, role, organisation }: Row): Promise<Person> {
  const schools = await store.selectFrom('personSchool').select('urn').where('personId', '=', id).execute()
  return { id, name, hubId, role, organisation, assigned: schools.map(({ urn }) => urn) }
}

/** The person of an id, if they may sign in; else null. */
export async function findPerson(store: Store, id: string): Promise<Person | null> {
  const row = await store
    .selectFrom('person')
    .select(columns)
    .where('id', '=', id)
    .where('disabledAt', 'is', null)
    .executeTakeFirst()
  return row === undefined ? null : withSchools(store, row)
}

/** The people of the sample county, as whom anybody may sign in. */
export async function listSamplePeople(store: Store): Promise<readonly Person[]> {
  const rows = await store
    .selectFrom('person')
    .select(columns)
    .where('isSample', '=', 1)
    .where('disabledAt', 'is', null)
    .orderBy('madeAt')
    .orderBy('id')
    .execute()
  return Promise.all(rows.map((row) => withSchools(store, row)))
}

/** What a person types beside a password. */
export async function findSignInName(store: Store, id: string): Promise<string> {
  const row = await store.selectFrom('person').select('signInName').where('id', '=', id).executeTakeFirstOrThrow()
  return row.signInName
}

/** Gives the name of a hub's person by id; of anybody else, the id itself. */
export async function namesOf(store: Store, hubId: number): Promise<(id: string) => string> {
  const rows = await store.selectFrom('person').select(['id', 'name']).where('hubId', '=', hubId).execute()
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  return (id) => names.get(id) ?? id
}

/** Somebody as the steward sees them: with what they sign in with, and until when an invitation waits for them. */
export interface PersonListed extends Person {
  readonly signInName: string
  readonly disabledAt: string | null
  readonly signsInWith: readonly (CredentialTable['kind'] | 'provider')[]
  readonly invitedUntil: string | null
}

/** The people of a hub by name. */
export async function listPeople(store: Store, hubId: number): Promise<readonly PersonListed[]> {
  const rows = await store
    .selectFrom('person')
    .select([...columns, 'signInName', 'disabledAt'])
    .where('hubId', '=', hubId)
    .orderBy('name')
    .orderBy('id')
    .execute()
  return Promise.all(
    rows.map(async (row) => {
      const credentials = await store.selectFrom('credential').select('kind').where('personId', '=', row.id).execute()
      const identities = await store.selectFrom('identity').select('provider').where('personId', '=', row.id).execute()
      const waiting = await store
        .selectFrom('invitation')
        .select('endsAt')
        .where('personId', '=', row.id)
        .where('usedAt', 'is', null)
        .where('endsAt', '>', new Date().toISOString())
        .executeTakeFirst()
      const { signInName, disabledAt } = row
      return {
        ...(await withSchools(store, row)),
        signInName,
        disabledAt,
        signsInWith: [...credentials.map(({ kind }) => kind), ...identities.map(() => 'provider' as const)],
        invitedUntil: waiting?.endsAt ?? null,
      }
    }),
  )
}

/** Whether anybody of a hub has a way to sign in, of their own or by an outside provider. */
export async function canAnybodySignIn(store: Store, hubId: number): Promise<boolean> {
  const row = await store
    .selectFrom('person')
    .select('id')
    .where('hubId', '=', hubId)
    .where('disabledAt', 'is', null)
    .where((eb) =>
      eb.or([
        eb.exists(eb.selectFrom('credential').select('id').whereRef('personId', '=', 'person.id')),
        eb.exists(eb.selectFrom('identity').select('subject').whereRef('personId', '=', 'person.id')),
      ]),
    )
    .executeTakeFirst()
  return row !== undefined
}
