import { textOrder } from '../../analytics/evidence/text-order.ts'
import type { Day } from '../../analytics/framework/day.ts'
import { byName } from '../../analytics/framework/by-name.ts'
import { dayText } from '../../dashboards/parts/day.ts'
import { countText } from '../../dashboards/parts/number.ts'
import { countOn, redact, type Place } from '../../ingest/redact.ts'
import type { Store } from '../../migrations/open.ts'
import { keepErased } from '../access/erasures.ts'
import { findNamed } from '../queries/register.ts'
import type { Handling } from './handling.ts'

const columns = {
  priority: ['what', 'why', 'target', 'byWhen', 'how', 'needs', 'support'],
  reflectionPriority: ['comment'],
} as const

const isSaid = (text: unknown): boolean => typeof text === 'string' && text !== ''

/** A cell in which something is said in words, and the meeting of which it is said. */
interface Word extends Place {
  readonly urn: number
  readonly heldOn: Day
}

/** Every cell of a hub in which something of a meeting is said in words, all versions of it. */
async function listWords(store: Store, hubId: number): Promise<readonly Word[]> {
  const priorities = await store.selectFrom('priority').selectAll().where('hubId', '=', hubId).execute()
  const comments = await store.selectFrom('reflectionPriority').selectAll().where('hubId', '=', hubId).execute()
  return [
    ...priorities.flatMap((row) => {
      const { urn, heldOn, priority, fromVersion } = row
      const key = { urn, heldOn, priority, fromVersion }
      return columns.priority.flatMap((column) =>
        isSaid(row[column]) ? [{ table: 'priority', key, column, urn, heldOn }] : [],
      )
    }),
    ...comments.flatMap((row) => {
      const { urn, heldOn, month, priority, fromVersion } = row
      const key = { urn, heldOn, month, priority, fromVersion }
      return columns.reflectionPriority.flatMap((column) =>
        isSaid(row[column]) ? [{ table: 'reflectionPriority', key, column, urn, heldOn }] : [],
      )
    }),
  ]
}

const meetingOf = ({ urn, heldOn }: Word): string => `${urn} ${heldOn}`

/** What was said in words at and after each meeting: it goes meeting by meeting, and again after a restore. */
export const wordsOfMeetings: Handling = {
  list: async (store, hubId) => {
    const meetings = [...Map.groupBy(await listWords(store, hubId), meetingOf).values()]
    const urns = new Set(meetings.flatMap((words) => words.slice(0, 1).map(({ urn }) => urn)))
    const named = await findNamed(store, hubId, [...urns])
    return meetings
      .flatMap((words) =>
        words.slice(0, 1).map((word) => {
          const name = named.get(word.urn)?.name
          return {
            id: meetingOf(word),
            school: `${name === undefined ? '' : `${name}, `}URN ${word.urn}`,
            about: `Meeting of ${dayText(word.heldOn)}, ${countText(words.length, 'text')}`,
            from: word.heldOn,
          }
        }),
      )
      .toSorted((a, b) => byName(a.school, b.school) || textOrder(a.from, b.from))
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
