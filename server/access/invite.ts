import { organisationOf, type Role } from '../../analytics/framework/role.ts'
import type { Store } from '../../migrations/open.ts'
import { Mistake } from '../mistake.ts'
import { findPerson } from '../queries/person.ts'
import { logged } from './audit-log.ts'
import { endLoginSessions } from './login-session.ts'
import { checkOrganisation } from './organisation.ts'
import type { Person } from './person.ts'
import { hashOf, newId, newSecret } from './secret.ts'

/** Somebody to let in. */
export interface NewPerson {
  readonly hubId: number
  readonly name: string
  readonly role: Role
  readonly organisation: string | null
  readonly assigned: readonly number[]
  /** Made of the name where none is given. */
  readonly signInName?: string
}

/** For how many days an invitation can be used. */
export const daysOpen = 7

const forms: Readonly<Record<'council' | 'school' | 'trust', readonly [RegExp, string]>> = {
  council: [/^\d{3}$/, 'an LA code of three digits'],
  school: [/^\d{6}$/, 'a URN of six digits'],
  trust: [/^\w{1,10}$/, "the trust's code in the register"],
}

/** Refuses, in words, what is no name, or somebody who belongs to nothing where the role is of something. */
export function checkPerson({ name, role, organisation }: Pick<NewPerson, 'name' | 'role' | 'organisation'>): void {
  if (name.trim() === '') throw new Mistake('Enter the name of the person')
  const of = organisationOf[role]
  if (of === null) return
  const [form, said] = forms[of]
  if (!form.test(organisation ?? '')) throw new Mistake(`A ${role} is of one ${of}: enter ${said}`)
}

async function freeSignInName(trx: Store, wanted: string): Promise<string> {
  const stem =
    wanted
      .normalize('NFKD')
      .toLowerCase()
      .replaceAll(/\p{M}/gu, '')
      .replaceAll(/[^\p{L}\p{N}@._-]+/gu, '.')
      .replaceAll(/^\.+|\.+$/g, '') || 'person'
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? stem : `${stem}.${number}`
    const taken = await trx.selectFrom('person').select('id').where('signInName', '=', name).executeTakeFirst()
    if (taken === undefined) return name
  }
}

async function openInvitation(trx: Store, personId: string, by: string, now: Date): Promise<string> {
  const secret = newSecret()
  const endsAt = new Date(now.getTime() + daysOpen * 86_400_000).toISOString()
  await trx.deleteFrom('invitation').where('personId', '=', personId).where('usedAt', 'is', null).execute()
  await trx
    .insertInto('invitation')
    .values({ hash: hashOf(secret), personId, madeAt: now.toISOString(), madeBy: by, endsAt, usedAt: null })
    .execute()
  return secret
}

/** Adds somebody within a transaction, with a sign-in name that nobody has yet; they have no way in so far. */
export async function addPerson(
  trx: Store,
  { hubId, name, role, organisation, by, signInName = name }: Omit<NewPerson, 'assigned'> & { readonly by: string },
): Promise<{ readonly id: string; readonly signInName: string; readonly madeAt: string }> {
  const [id, madeAt] = [newId(), new Date().toISOString()]
  const chosen = await freeSignInName(trx, signInName)
  await trx
    .insertInto('person')
    .values({
      id,
      hubId,
      name: name.trim(),
      signInName: chosen,
      role,
      organisation,
      isSample: 0,
      madeAt,
      madeBy: by,
      disabledAt: null,
      failedAt: null,
    })
    .execute()
  return { id, signInName: chosen, madeAt }
}

/** Adds somebody and invites them; gives the secret of the invitation, of which only a hash is kept. */
export async function invite(
  store: Store,
  { hubId, name, role, organisation, assigned, signInName }: NewPerson,
  by: string,
): Promise<{ readonly id: string; readonly signInName: string; readonly secret: string }> {
  checkPerson({ name, role, organisation })
  await checkOrganisation(store, { hubId, role, organisation })
  return logged(store, async (trx, log) => {
    const of = organisationOf[role] === null ? null : organisation
    const added = { hubId, name, role, organisation: of, by, signInName: signInName ?? name }
    const { id, signInName: chosen, madeAt } = await addPerson(trx, added)
    if (role === 'adviser')
      for (const urn of new Set(assigned)) await trx.insertInto('personSchool').values({ personId: id, urn }).execute()
    await log({
      hubId,
      personId: by,
      action: 'invited a person',
      detail: { person: id, role, organisation: of, assigned },
    })
    return { id, signInName: chosen, secret: await openInvitation(trx, id, by, new Date(madeAt)) }
  })
}

/** Invites somebody again who is known: the way back in for those who lost theirs. */
export const inviteAgain = (store: Store, { id, hubId, role }: Person, by: string): Promise<string> =>
  logged(store, async (trx, log) => {
    await log({ hubId, personId: by, action: 'invited a person', detail: { person: id, role, again: true } })
    return openInvitation(trx, id, by, new Date())
  })

/** The person that an invitation is for, while it can be used; else null. */
export async function findInvited(store: Store, secret: string, now: Date): Promise<Person | null> {
  const row = await store
    .selectFrom('invitation')
    .select('personId')
    .where('hash', '=', hashOf(secret))
    .where('usedAt', 'is', null)
    .where('endsAt', '>', now.toISOString())
    .executeTakeFirst()
  return row === undefined ? null : findPerson(store, row.personId)
}

/** Lets nobody in as a person any more: ends their sign-ins at once and voids their invitations. */
export const disable = (store: Store, { id, hubId }: Pick<Person, 'id' | 'hubId'>, by: string): Promise<void> =>
  logged(store, async (trx, log) => {
    await trx.updateTable('person').set({ disabledAt: new Date().toISOString() }).where('id', '=', id).execute()
    await trx.deleteFrom('invitation').where('personId', '=', id).where('usedAt', 'is', null).execute()
    const ended = await endLoginSessions(trx, id)
    await log({ hubId, personId: by, action: 'disabled a person', detail: { person: id, ended } })
  })

/** Ends all sign-ins of a person; gives how many there were. */
export const endSignIns = (store: Store, { id, hubId }: Pick<Person, 'id' | 'hubId'>, by: string): Promise<number> =>
  logged(store, async (trx, log) => {
    const ended = await endLoginSessions(trx, id)
    await log({ hubId, personId: by, action: 'ended sign-ins', detail: { person: id, ended } })
    return ended
  })
