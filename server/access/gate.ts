import type { Store } from '../../migrations/open.ts'
import type { LoginSessionTable } from '../../migrations/tables.ts'
import { getHub } from '../queries/hub.ts'
import { findOrganisationName } from '../queries/organisation.ts'
import { findPerson, findSignInName, listSamplePeople } from '../queries/person.ts'
import type { Action } from './action.ts'
import { logged } from './audit-log.ts'
import { changePassword, type PasswordChange } from './change-password.ts'
import { findCredential, replaceCredentials, type NewCredential } from './credentials.ts'
import { findInvited } from './invite.ts'
import {
  beginLoginSession,
  endLoginSession,
  endLoginSessions,
  type LoginSession,
  type Provided,
} from './login-session.ts'
import type { Site } from './passkey.ts'
import type { Person } from './person.ts'
import { personTold } from './provider/person-told.ts'
import type { Told } from './provider/told.ts'
import type { Seal } from './seal.ts'
import { hashOf } from './secret.ts'
import { whoShowed, whoTyped, type Typed } from './show-who.ts'

/** Where people come in and go out again. */
export interface Gate {
  /** The people of the sample county, with what each is of. */
  readonly samplePeople: () => Promise<readonly (Person & { readonly of: string | null })[]>
  /** Lets one of the sample county's people in; null where there is no such person. */
  readonly letSampleIn: (id: string, browser: string) => Promise<Entered | null>
  /** Lets in whoever typed a name, password and code that belong together; null where they do not. */
  readonly letIn: (typed: Typed, browser: string) => Promise<Entered | null>
  /** Lets in whoever showed a passkey that answers a challenge; null where nobody did. */
  readonly letPasskeyIn: (site: Site, challenge: string, response: unknown, browser: string) => Promise<Entered | null>
  /** Lets in whoever a provider tells of, or refuses them. */
  readonly letToldIn: (told: Told, provided: Provided, browser: string) => Promise<Entered>
  /** Whom an invitation is for, while it can be used. */
  readonly invited: (secret: string) => Promise<Invited | null>
  /** Uses an invitation up: its person signs in with these from now on, and with nothing from before. */
  readonly accept: (secret: string, credentials: readonly NewCredential[], browser: string) => Promise<Entered | null>
  /** Whether somebody signs in with a password. */
  readonly hasPassword: (person: Person) => Promise<boolean>
  /** The words that make no good password of somebody's. */
  readonly ownWords: (person: Person) => Promise<readonly string[]>
  /** Puts another password in the place of somebody's; false where they do not show the one they have. */
  readonly changePassword: (login: LoginSession, change: PasswordChange) => Promise<boolean>
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

/** Somebody who is invited, with the words that make no good password of theirs. */
export type Invited = Person & { readonly signInName: string; readonly ownWords: readonly string[] }

/** The gate of a store's hubs. */
export function gateOf(store: Store, seal: Seal): Gate {
  const begin = async (
    trx: Store,
    person: Person,
    way: LoginSessionTable['way'],
    browser: string,
    provided: Provided | null = null,
  ): Promise<Entered> => {
    const { id: personId, role } = person
    return { person, secret: await beginLoginSession(trx, { personId, role, way, browser, provided }, new Date()) }
  }
  const enter = (person: Person, way: LoginSessionTable['way'], browser: string): Promise<Entered> =>
    logged(store, async (trx, log) => {
      await log({ hubId: person.hubId, personId: person.id, action: 'signed in', detail: { way } })
      return begin(trx, person, way, browser)
    })
  const end = ({ id: personId, hubId }: Person, hash: string, action: Action): Promise<void> =>
    logged(store, async (trx, log) => {
      if (await endLoginSession(trx, personId, hash)) await log({ hubId, personId, action })
    })

  const ownWords = async (person: Person): Promise<readonly string[]> => [
    person.name,
    await findSignInName(store, person.id),
    (await getHub(store, person.hubId)).name,
    (await findOrganisationName(store, person)) ?? '',
  ]

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
    letIn: async (typed, browser) => {
      const person = await whoTyped(store, seal, typed, new Date())
      return typeof person === 'string' ? null : enter(person, 'password', browser)
    },
    letPasskeyIn: async (site, challenge, response, browser) => {
      const person = await whoShowed(store, site, challenge, response)
      return person === null ? null : enter(person, 'passkey', browser)
    },
    letToldIn: (told, provided, browser) =>
      logged(store, async (trx, log) => {
        const person = await personTold(trx, log, told)
        const detail = { way: 'provider', provider: told.provider }
        await log({ hubId: person.hubId, personId: person.id, action: 'signed in', detail })
        return begin(trx, person, 'provider', browser, provided)
      }),
    invited: async (secret) => {
      const person = await findInvited(store, secret, new Date())
      if (person === null) return null
      const signInName = await findSignInName(store, person.id)
      return { ...person, signInName, ownWords: await ownWords(person) }
    },
    hasPassword: async ({ id }) => (await findCredential(store, id, 'password')) !== null,
    ownWords,
    changePassword: (login, change) => changePassword(store, seal, login, change),
    accept: (secret, credentials, browser) =>
      logged(store, async (trx, log) => {
        const person = await findInvited(trx, secret, new Date())
        if (person === null) return null
        const { id: personId, hubId } = person
        const usedAt = new Date().toISOString()
        const way = credentials.some(({ kind }) => kind === 'passkey') ? 'passkey' : 'password'
        await log({ hubId, personId, action: 'used an invitation', detail: { way } })
        await trx.updateTable('invitation').set({ usedAt }).where('hash', '=', hashOf(secret)).execute()
        await trx.updateTable('person').set({ failedCount: 0, failedAt: null }).where('id', '=', personId).execute()
        await replaceCredentials(trx, seal, personId, credentials)
        await endLoginSessions(trx, personId)
        return begin(trx, person, way, browser)
      }),
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
