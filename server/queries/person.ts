import type { Store } from '../../migrations/open.ts'
import type { PersonTable } from '../../migrations/tables.ts'
import type { Person } from '../access/person.ts'

type Row = Pick<PersonTable, 'id' | 'name' | 'hubId' | 'role' | 'organisation'>

const columns = ['id', 'name', 'hubId', 'role', 'organisation'] as const

async function withSchools(store: Store, row: Row): Promise<Person> {
  const schools = await store.selectFrom('personSchool').select('urn').where('personId', '=', row.id).execute()
  return { ...row, assigned: schools.map(({ urn }) => urn) }
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

/** Whether anybody is known, in one hub or in any. */
export async function isAnybodyKnown(store: Store, hubId?: number): Promise<boolean> {
  const row = await store
    .selectFrom('person')
    .select('id')
    .$if(hubId !== undefined, (query) => query.where('hubId', '=', hubId ?? 0))
    .executeTakeFirst()
  return row !== undefined
}
