import { organisationOf } from '../../analytics/framework/role.ts'
import type { Store } from '../../migrations/open.ts'
import { logged } from './audit-log.ts'
import { checkPerson } from './invite.ts'
import { endLoginSessions } from './login-session.ts'
import type { Person } from './person.ts'

/** What somebody is to the hub: their role, what they are of, and an adviser's schools. */
export type Standing = Pick<Person, 'role' | 'organisation' | 'assigned'>

/**
 * Makes somebody something else to their hub from now on. Where their role or what they are of changes, their sign-ins
 * end, and they sign in anew with what they have.
 */
export function changePerson(store: Store, person: Person, { role, organisation, assigned }: Standing, by: string) {
  checkPerson({ name: person.name, role, organisation })
  const { id, hubId } = person
  const of = organisationOf[role] === null ? null : organisation
  const schools = role === 'adviser' ? [...new Set(assigned)].toSorted((a, b) => a - b) : []
  return logged(store, async (trx, log) => {
    const isOther = role !== person.role || of !== person.organisation
    await trx.updateTable('person').set({ role, organisation: of }).where('id', '=', id).execute()
    await trx.deleteFrom('personSchool').where('personId', '=', id).execute()
    for (const urn of schools) await trx.insertInto('personSchool').values({ personId: id, urn }).execute()
    const ended = isOther ? await endLoginSessions(trx, id) : 0
    const before = {
      roleBefore: person.role,
      organisationBefore: person.organisation,
      assignedBefore: person.assigned.toSorted((a, b) => a - b),
    }
    const now = { role, organisation: of, assigned: schools }
    await log({ hubId, personId: by, action: 'changed a person', detail: { person: id, ...now, ...before, ended } })
  })
}
