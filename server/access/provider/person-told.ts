import type { Store } from '../../../migrations/open.ts'
import { findHub } from '../../queries/hub.ts'
import { listHubsOf } from '../../queries/hubs-of.ts'
import { findPerson } from '../../queries/person.ts'
import type { Entry } from '../audit-log.ts'
import { addPerson } from '../invite.ts'
import { endLoginSessions } from '../login-session.ts'
import type { Person } from '../person.ts'
import { isShutOut } from '../shut-out.ts'
import { Refused } from './refused.ts'
import type { Told } from './told.ts'

type Log = (entry: Entry) => Promise<void>

/**
 * The person whom a provider tells of: known by its name for them within their organisation there, with the role that
 * it tells of now; made known where they are new. Refuses those who were disabled, forgotten since or not, and those of no hub here or of
 * several. Whoever changed their role has no sign-in left from before.
 */
export async function personTold(trx: Store, log: Log, told: Told): Promise<Person> {
  const { provider, organisation, subject, role } = told
  const hubId = await hubOf(trx, told)
  const of = told.of.is === 'hub' ? null : told.of.code
  const known = await trx
    .selectFrom('identity')
    .innerJoin('person', 'person.id', 'identity.personId')
    .select(['person.id', 'person.role', 'person.organisation', 'person.disabledAt'])
    .where('identity.hubId', '=', hubId)
    .where('provider', '=', provider)
    .where('identity.organisation', '=', organisation)
    .where('subject', '=', subject)
    .executeTakeFirst()
  if (known === undefined && (await isShutOut(trx, hubId, told))) throw new Refused('disabled', { hubId })
  if (known === undefined) return newcomer(trx, log, told, { hubId, of })
  const { id } = known
  if (known.disabledAt !== null) throw new Refused('disabled', { hubId, personId: id })
  await trx.updateTable('person').set({ name: told.name, role, organisation: of }).where('id', '=', id).execute()
  if (known.role !== role || known.organisation !== of) {
    const ended = await endLoginSessions(trx, id)
    await log({ hubId, personId: id, action: 'changed a role', detail: { provider, role, organisation: of, ended } })
  }
  return kept(trx, id)
}

async function newcomer(
  trx: Store,
  log: Log,
  { provider, organisation, subject, name, role }: Told,
  { hubId, of }: { readonly hubId: number; readonly of: string | null },
): Promise<Person> {
  const { id, madeAt } = await addPerson(trx, { hubId, name, role, organisation: of, by: provider })
  await trx.insertInto('identity').values({ hubId, provider, organisation, subject, personId: id, madeAt }).execute()
  await log({ hubId, personId: id, action: 'came to be known', detail: { provider, role, organisation: of } })
  return kept(trx, id)
}

async function kept(trx: Store, id: string): Promise<Person> {
  const person = await findPerson(trx, id)
  if (person === null) throw new Error(`person who is not kept: ${id}`)
  return person
}

async function hubOf(trx: Store, { of }: Told): Promise<number> {
  if (of.is === 'hub') {
    const hub = await findHub(trx, of.hub)
    if (hub === undefined) throw new Refused('unknown organisation')
    return hub.id
  }
  const hubs = (await listHubsOf(trx, of.is, of.code)).filter(({ name }) => of.hub === null || name === of.hub)
  const [hub] = hubs
  if (hub === undefined) throw new Refused('unknown organisation')
  if (hubs.length > 1) throw new Refused('several hubs')
  return hub.id
}
