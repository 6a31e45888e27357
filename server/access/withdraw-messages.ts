import type { Day } from '../../analytics/framework/day.ts'
import { readMessages } from '../../ingest/readers/messages.ts'
import { isWithdrawal } from '../../ingest/recognise/withdrawal.ts'
import type { Store } from '../../migrations/open.ts'
import { londonDay } from '../today.ts'
import { recordWithdrawal } from './consent.ts'

/** What came of a mailbox file: how many messages there were, how many withdrew, and of how many contacts. */
export interface Withdrawn {
  readonly messages: number
  readonly withdrawals: number
  /** Withdrawals of addresses that are of no contact; they are marked all the same. */
  readonly unknown: number
}

/**
 * Records every withdrawal among the messages of a file. A withdrawal counts from the day on which it was sent, or today
 * where the message does not say or says a day that is still to come.
 */
export async function withdrawByMessages(
  store: Store,
  {
    hubId,
    bytes,
    today,
    by,
  }: { readonly hubId: number; readonly bytes: Uint8Array; readonly today: Day; readonly by: string },
): Promise<Withdrawn> {
  const messages = await readMessages(bytes)
  const asking = messages.filter(isWithdrawal)
  let unknown = 0
  for (const { from, sentAt } of asking) {
    const sentOn = sentAt === null ? today : londonDay(new Date(sentAt))
    const withdrawnOn = sentOn < today ? sentOn : today
    const contacts = await recordWithdrawal(store, { hubId, address: from, withdrawnOn, source: 'message' }, by)
    if (contacts === 0) unknown += 1
  }
  return { messages: messages.length, withdrawals: asking.length, unknown }
}
