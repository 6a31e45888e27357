import type { Store } from '../../migrations/open.ts'
import type { LoginSessionTable } from '../../migrations/tables.ts'
import { findOrganisationName } from '../queries/organisation.ts'
import { findPerson, listSamplePeople } from '../queries/person.ts'
import type { Action } from './action.ts'
import { logged } from './audit-log.ts'
import { beginLoginSession, endLoginSession } from './login-session.ts'
import type { Person } from './person.ts'
import { hashOf } from './secret.ts'

/** Where people come in and go out again. */
export interface Gate {
  /** The people of the sample county, with what each is of. */
  readonly samplePeople: () => Promise<readonly (Person & { readonly of: string | null })[]>
  /** Lets one of the sample county's people in; null where there is no such person. */
  readonly letSampleIn: (id: string, browser: string) => Promise<Entered | null>
  readonly leave: (person: Person, secret: string) => Promise<void>
  readonly listSignIns: (person: Person) => Promise<readonly LoginSessionTable[]>
  /** Ends one of a person's own sign-ins; one that is not theirs is left alone. */
  readonly endSignIn: (person: Person, hash: string) => Promise<void>
}

/** Somebody who has come in, and the secret for their browser. */
export interface Entered {
  readonly person: Person
  readonly secret: string
}

/** The gate of a store's hubs. */
export function gateOf(store: Store): Gate {
  const enter = async (person: Person, way: LoginSessionTable['way'], browser: string): Promise<Entered> => {
    const { id: personId, hubId, role } = person
    const secret = await logged(store, async (trx, log) => {
      await log({ hubId, personId, action: 'signed in', detail: { way } })
      return beginLoginSession(trx, { personId, role, way, browser }, new Date())
    })
    return { person, secret }
  }
  const end = ({ id: personId, hubId }: Person, hash: string, action: Action): Promise<void> =>
    logged(store, async (trx, log) => {
      if (await endLoginSession(trx, personId, hash)) await log({ hubId, personId, action })
    })
  return {
    samplePeople: async () =>
      Promise.all(
        (await listSamplePeople(store)).map(async (person) => ({
          ...person,
          of: await findOrganisationName(store, person),
        })),
      ),
    letSampleIn: async (id, browser) => {
      const isSample = (await listSamplePeople(store)).some((person) => person.id === id)
      const person = isSample ? await findPerson(store, id) : null
      return person === null ? null : enter(person, 'sample', browser)
    },
    leave: (person, secret) => end(person, hashOf(secret), 'signed out'),
    listSignIns: ({ id }) =>
      store
        .selectFrom('loginSession')
        .selectAll()
        .where('personId', '=', id)
        .where('endsAt', '>', new Date().toISOString())
        .orderBy('seenAt', 'desc')
        .execute(),
    endSignIn: (person, hash) => end(person, hash, 'ended a sign-in'),
  }
}
