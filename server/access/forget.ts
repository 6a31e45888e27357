import { countOn, redact, type Spans } from '../../ingest/redact.ts'
import type { Store } from '../../migrations/open.ts'
import { findNames, type NameFound } from '../queries/named-in.ts'
import { logged, type Entry } from './audit-log.ts'
import { eraseContacts } from './consent.ts'
import { keepErased } from './erasures.ts'
import { shutOut, shutOutMarks } from './shut-out.ts'

/** What is to be forgotten of somebody: people who sign in and contacts by id, and places in words by their code. */
export interface Forgetting {
  readonly hubId: number
  readonly people?: readonly string[]
  readonly contacts?: readonly string[]
  /** The places that a steward has confirmed, and the names that are taken out of them. */
  readonly words?: { readonly names: readonly string[]; readonly codes: readonly string[] }
}

/** How much was forgotten. */
export interface Forgotten {
  readonly people: number
  readonly contacts: number
  readonly places: number
}

/**
 * Forgets somebody, in one transaction: who they are who signed in, their name and address as a contact, and their name
 * in the words that were confirmed, all versions of them. The log keeps what they did under an id that stands for nobody.
 */
export const forget = (store: Store, forgetting: Forgetting, by: string): Promise<Forgotten> =>
  logged(store, async (trx, log) => {
    const { hubId, people = [], contacts = [], words = { names: [], codes: [] } } = forgetting
    return {
      people: await forgetPeople(trx, { hubId, people }, by, log),
      contacts: await forgetContacts(trx, { hubId, contacts }, by, log),
      places: await forgetWords(trx, hubId, words, by, log),
    }
  })

type Log = (entry: Entry) => Promise<void>

/** Forgets who people are who may sign in; gives how many there were. */
export async function forgetPeople(
  trx: Store,
  { hubId, people }: { readonly hubId: number; readonly people: readonly string[] },
  by: string,
  log: Log,
): Promise<number> {
  let count = 0
  for (const person of people) {
    const marks = await shutOutMarks(trx, hubId, person)
    const { numDeletedRows } = await trx
      .deleteFrom('person')
      .where('hubId', '=', hubId)
      .where('id', '=', person)
      .executeTakeFirst()
    if (numDeletedRows === 0n) continue
    await shutOut(trx, hubId, marks)
    await keepErased(trx, hubId, { kind: 'person', person, ...(marks.length > 0 ? { shutOut: marks } : {}) })
    await log({ hubId, personId: by, action: 'erased a person', detail: { person } })
    count += 1
  }
  return count
}

async function forgetContacts(
  trx: Store,
  { hubId, contacts }: { readonly hubId: number; readonly contacts: readonly string[] },
  by: string,
  log: Log,
): Promise<number> {
  let count = 0
  for (const contact of contacts) {
    if ((await eraseContacts(trx, hubId, [contact])) === 0) continue
    await log({ hubId, personId: by, action: 'erased a contact', detail: { contact } })
    count += 1
  }
  return count
}

async function forgetWords(
  trx: Store,
  hubId: number,
  { names, codes }: NonNullable<Forgetting['words']>,
  by: string,
  log: Log,
): Promise<number> {
  if (codes.length === 0) return 0
  const confirmed = (await findNames(trx, hubId, names)).filter(({ code, canGo }) => canGo && codes.includes(code))
  for (const place of confirmed) {
    const { table, key, column } = place
    const spans = spansOf(place)
    await redact(trx, hubId, place, spans)
    await keepErased(trx, hubId, { kind: 'words', table, key, column, spans })
  }
  await countOn(
    trx,
    hubId,
    confirmed.map(({ table }) => table),
  )
  const detail = { places: confirmed.length }
  if (confirmed.length > 0) await log({ hubId, personId: by, action: 'took a name out of words', detail })
  return confirmed.length
}

/** An adviser's cell that is all name is emptied: two who are forgotten are not taken for one adviser. */
const spansOf = ({ table, column, text, spans }: NameFound): Spans =>
  table === 'audit' && column === 'adviser' && spans[0]?.[1] === text.trim().length ? null : spans
