import type { Note } from '../note.ts'
import type { Trx } from './known.ts'

/**
 * A note where the register of a receipt is of an earlier day than one loaded before it. The file loaded last stands,
 * as for every kind of sheet, for the day in a file's name may be wrong; but never without a word.
 */
export async function olderRegister(trx: Trx, hubId: number, receiptId: number): Promise<readonly Note[]> {
  const receipts = await trx
    .selectFrom('receipt')
    .select(['id', 'extractOn'])
    .where('hubId', '=', hubId)
    .where('extractOn', 'is not', null)
    .execute()
  const told = receipts.find(({ id }) => id === receiptId)?.extractOn
  const newest = receipts.reduce(
    (latest, { extractOn }) => ((extractOn ?? '') > latest ? (extractOn ?? '') : latest),
    '',
  )
  if (told == null || newest <= told) return []
  const text = `This register is of ${told}, and one of ${newest} was loaded before it: where they differ the older stands now. If that was not meant, load the newer again`
  return [{ row: null, column: null, text }]
}
