import { countOn, redact, type Place } from '../../ingest/redact.ts'
import type { Store } from '../../migrations/open.ts'
import { keepErased } from '../access/erasures.ts'
import type { Handling } from './handling.ts'

const columns = {
  priority: ['what', 'why', 'target', 'byWhen', 'how', 'needs', 'support'],
  reflectionPriority: ['comment'],
} as const

const isSaid = (text: unknown): boolean => typeof text === 'string' && text !== ''

/** Every cell of a hub in which something of a meeting is said in words, all versions of it, with the day of the meeting. */
async function listWords(store: Store, hubId: number): Promise<readonly (Place & { readonly heldOn: string })[]> {
  const priorities = await store.selectFrom('priority').selectAll().where('hubId', '=', hubId).execute()
  const comments = await store.selectFrom('reflectionPriority').selectAll().where('hubId', '=', hubId).execute()
  return [
    ...priorities.flatMap((row) => {
      const { urn, heldOn, priority, fromVersion } = row
      const key = { urn, heldOn, priority, fromVersion }
      return columns.priority.flatMap((column) =>
        isSaid(row[column]) ? [{ table: 'priority', key, column, heldOn }] : [],
      )
    }),
    ...comments.flatMap((row) => {
      const { urn, heldOn, month, priority, fromVersion } = row
      const key = { urn, heldOn, month, priority, fromVersion }
      return columns.reflectionPriority.flatMap((column) =>
        isSaid(row[column]) ? [{ table: 'reflectionPriority', key, column, heldOn }] : [],
      )
    }),
  ]
}

const meetingOf = ({ key }: Place): string => `${key['urn']} ${key['heldOn']}`

/** What was said in words at and after each meeting: it goes meeting by meeting, and again after a restore. */
export const wordsOfMeetings: Handling = {
  list: async (store, hubId) => {
    const meetings = Map.groupBy(await listWords(store, hubId), meetingOf)
    return Array.from(meetings, ([id, words]) => ({
      id,
      about: `URN ${id.replace(' ', ', meeting of ')}: ${words.length} ${words.length === 1 ? 'text' : 'texts'}`,
      from: words[0]?.heldOn ?? '',
    }))
  },
  letGo: async (trx, { hubId, ids }) => {
    const due = new Set(ids)
    const words = (await listWords(trx, hubId)).filter((place) => due.has(meetingOf(place)))
    for (const { table, key, column } of words) {
      await redact(trx, hubId, { table, key, column }, null)
      await keepErased(trx, hubId, { kind: 'words', table, key, column, spans: null })
    }
    await countOn(
      trx,
      hubId,
      words.map(({ table }) => table),
    )
    return ids.length
  },
}
