import { createHash } from 'node:crypto'
import { partsOfDay, type Day } from '../../analytics/framework/day.ts'
import type { Outcome } from './outcome.ts'
import type { Trx } from './known.ts'

/** The day in a file's name (`gias_2023-11-16.csv`, `edubasealldata20230421.csv`), if it is a day and has come. */
function dayInName(fileName: string, today: Day): Day | null {
  const found = [...fileName.matchAll(/(?<!\d)(\d{4})-?(\d{2})-?(\d{2})(?!\d)/g)]
    .map(([, year, month, date]) => `${year}-${month}-${date}`)
    .find((day) => partsOfDay(day) !== null && day >= '1990-01-01' && day <= today)
  return found ?? null
}

interface Receipt {
  readonly hubId: number
  readonly fileName: string
  readonly bytes: Uint8Array
  readonly today: Day
  readonly now: string
  readonly by: string
  readonly outcome: Outcome
}

/** Writes what a load did; returns the receipt's id. */
export async function writeReceipt(trx: Trx, receipt: Receipt): Promise<number> {
  const { hubId, fileName, bytes, today, now, by, outcome } = receipt
  const { id } = await trx
    .insertInto('receipt')
    .values((eb) => ({
      id: eb
        .selectFrom('receipt')
        .select((eb) => eb(eb.fn.coalesce(eb.fn.max('id'), eb.lit(0)), '+', eb.lit(1)).as('id')),
      hubId,
      kind: outcome.kind ?? '',
      fileName,
      fileHash: createHash('sha256').update(bytes).digest('hex'),
      extractOn: outcome.kind === 'register' ? (dayInName(fileName, today) ?? today) : null,
      loadedAt: now,
      loadedBy: by,
      dataVersion: outcome.dataVersion,
      rowCount: outcome.rows.filter((row) => row.outcome !== 'ignored').length,
      newCount: outcome.new,
      changedCount: outcome.changed,
      sameCount: outcome.same,
      notes: JSON.stringify(outcome.notes),
    }))
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
