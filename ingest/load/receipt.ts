import { createHash } from 'node:crypto'
import { partsOfDay, type Day } from '../../analytics/framework/day.ts'
import type { SheetKind } from '../sheets/sheet.ts'
import type { Outcome } from './outcome.ts'
import type { Trx } from './known.ts'

/** The day in a file's name (`gias_2023-11-16.csv`, `edubasealldata20230421.csv`), if it is a day and has come. */
function dayInName(fileName: string, today: Day): Day | null {
  const found = [...fileName.matchAll(/(?<!\d)(\d{4})-?(\d{2})-?(\d{2})(?!\d)/g)]
    .map(([, year, month, date]) => `${year}-${month}-${date}`)
    .find((day) => partsOfDay(day) !== null && day >= '1990-01-01' && day <= today)
  return found ?? null
}

/** What tells a file from every other. */
export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

interface Receipt {
  readonly hubId: number
  readonly kind: SheetKind
  readonly fileName: string
  readonly fileHash: string
  readonly today: Day
  readonly now: string
  readonly by: string
  readonly dataVersion: number
}

/** Begins the receipt of a load, so that its facts may name it; returns the receipt's id. */
export async function beginReceipt(trx: Trx, receipt: Receipt): Promise<number> {
  const { hubId, kind, fileName, fileHash, today, now, by, dataVersion } = receipt
  const { id } = await trx
    .insertInto('receipt')
    .values((eb) => ({
      id: eb
        .selectFrom('receipt')
        .select((eb) => eb(eb.fn.coalesce(eb.fn.max('id'), eb.lit(0)), '+', eb.lit(1)).as('id')),
      hubId,
      kind,
      fileName,
      fileHash,
      extractOn: kind === 'register' ? (dayInName(fileName, today) ?? today) : null,
      loadedAt: now,
      loadedBy: by,
      dataVersion,
      rowCount: 0,
      newCount: 0,
      changedCount: 0,
      sameCount: 0,
      notes: '[]',
    }))
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Writes into a receipt what the load did; of so many rows that are not ignored. */
export async function completeReceipt(
  trx: Trx,
  id: number,
  outcome: Pick<Outcome, 'new' | 'changed' | 'same' | 'notes'>,
  rowCount: number,
): Promise<void> {
  await trx
    .updateTable('receipt')
    .set({
      rowCount,
      newCount: outcome.new,
      changedCount: outcome.changed,
      sameCount: outcome.same,
      notes: JSON.stringify(outcome.notes),
    })
    .where('id', '=', id)
    .execute()
}
