import type { Trx } from '../load/known.ts'
import type { Receipt } from './refusal.ts'
import type { TakenBack, Undoing } from './take-back.ts'

interface UndoDone {
  readonly undoing: Undoing
  readonly receipt: Receipt
  readonly receipts: readonly Receipt[]
  readonly counts: TakenBack
  readonly notes: readonly string[]
  readonly by: string
  readonly now: string
}

const facts = (count: number): string => `${count} ${count === 1 ? 'fact' : 'facts'}`

/** Writes the receipt of an undo, of the file whose load it takes back or gives back; returns its id. */
export async function writeUndoReceipt(trx: Trx, { undoing, receipt, receipts, counts, notes, by, now }: UndoDone) {
  const { takenOut, givenBack } = counts
  // Undoing an undo gives a load back, and with it the day its extract speaks for.
  const given = receipts.find(({ id }) => id === receipt.undoes)
  const { id } = await trx
    .insertInto('receipt')
    .values((eb) => ({
      id: eb
        .selectFrom('receipt')
        .select((eb) => eb(eb.fn.coalesce(eb.fn.max('id'), eb.lit(0)), '+', eb.lit(1)).as('id')),
      hubId: undoing.hubId,
      kind: receipt.kind,
      fileName: receipt.fileName,
      fileHash: receipt.fileHash,
      extractOn: given?.extractOn ?? null,
      loadedAt: now,
      loadedBy: by,
      dataVersion: undoing.newVersion,
      rowCount: 0,
      newCount: 0,
      changedCount: 0,
      sameCount: 0,
      notes: JSON.stringify([
        `Undid receipt ${receipt.id}: ${facts(takenOut)} taken out, ${facts(givenBack)} given back as before.`,
        ...notes,
      ]),
      undoes: receipt.id,
    }))
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
