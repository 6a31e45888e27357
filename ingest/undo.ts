import { factKeys, type FactTable } from '../migrations/tables.ts'
import type { Store } from '../migrations/open.ts'
import { lockHub } from './lock-hub.ts'
import type { Trx } from './load/known.ts'
import { undoneBy } from './standing.ts'
import { writeUndoReceipt } from './undo/receipt.ts'
import { inTheWay, undoFirstOf, undoneBefore, type Receipt, type UndoFirst } from './undo/refusal.ts'
import { laterVersions, takeBack, type Undoing } from './undo/take-back.ts'
import { repeatedIn } from './undo/repeated.ts'
import { findUnsupported } from './undo/unsupported.ts'

export type { UndoFirst } from './undo/refusal.ts'

/** The receipt of a hub to undo. `now` is an instant in UTC; `dryRun` does all but keep it. */
export interface UndoRequest {
  readonly hub: string
  readonly receiptId: number
  readonly by: string
  readonly now: string
  readonly dryRun?: boolean
  /** What is written beside an undo that is kept, in the same transaction. */
  readonly beside?: (trx: Trx, outcome: UndoOutcome) => Promise<void>
}

/** What an undo did, or would do; or why it is refused, and then it did nothing. */
export interface UndoOutcome {
  /** The receipt asked about, and the file and kind it is of. */
  readonly undoes: number
  readonly file: string
  readonly kind: string
  /** The receipt of the undo itself; null where nothing was done. */
  readonly receiptId: number | null
  readonly dataVersion: number
  /** How many facts of the load went, and how many came back as they were before it. */
  readonly takenOut: number
  readonly givenBack: number
  /** Why it cannot be undone, as sentences; null where it can. */
  readonly refusal: string | null
  /** The later receipts that must be undone first, newest first. */
  readonly undoFirst: readonly UndoFirst[]
  /** What is worth knowing of it, as sentences. */
  readonly notes: readonly string[]
}

const tables = Object.keys(factKeys) as readonly FactTable[]

/**
 * Undoes one load: takes out what it brought and gives back what it superseded, as a load of its own with a receipt
 * and a data version. Every earlier data version can still be read. An undo can be undone in the same way. What people
 * settled and how headings were mapped stays.
 *
 * Refused where later loads changed the same facts or lean on them. Throws for a hub or receipt that is not there.
 */
export async function undo(store: Store, request: UndoRequest): Promise<UndoOutcome> {
  const trx = await store.startTransaction().execute()
  try {
    const outcome = await undoWithin(trx, request)
    if (outcome.receiptId !== null) await request.beside?.(trx, outcome)
    await (outcome.receiptId === null ? trx.rollback() : trx.commit()).execute()
    return outcome
  } catch (error) {
    if (!trx.isCommitted && !trx.isRolledBack) await trx.rollback().execute()
    throw error
  }
}

async function undoWithin(trx: Trx, { hub: name, receiptId, by, now, dryRun }: UndoRequest): Promise<UndoOutcome> {
  const hub = await lockHub(trx, name)
  const receipts = await trx.selectFrom('receipt').selectAll().where('hubId', '=', hub.id).execute()
  const receipt = receipts.find(({ id }) => id === receiptId)
  if (receipt === undefined) throw new Error(`the hub has no receipt ${receiptId}`)
  const nothing = {
    undoes: receiptId,
    file: receipt.fileName,
    kind: receipt.kind,
    receiptId: null,
    dataVersion: hub.dataVersion,
    takenOut: 0,
    givenBack: 0,
    refusal: null,
    undoFirst: [],
    notes: [],
  }
  const undoing = { hubId: hub.id, version: receipt.dataVersion, newVersion: hub.dataVersion + 1 }
  const refused = (undoFirst: readonly UndoFirst[]): UndoOutcome => ({
    ...nothing,
    refusal: inTheWay(receipt, undoFirst),
    undoFirst,
  })

  const undoneIn = receipts.find(({ id }) => id === undoneBy(receipts).get(receiptId))
  if (undoneIn !== undefined) return { ...nothing, refusal: undoneBefore(receipt, undoneIn) }
  const changed = await changedSince(trx, undoing, receipts)
  if (changed.length > 0) return refused(changed)
  const [counts, leaning] = [await takeBackAll(trx, undoing), await leftLeaning(trx, undoing, receipts)]
  if (leaning.length > 0) return refused(leaning)
  const notes = repeatedIn(receipt, receipts)
  if (dryRun === true) return { ...nothing, ...counts, notes }
  const made = await writeUndoReceipt(trx, { undoing, receipt, receipts, counts, notes, by, now })
  await trx.updateTable('hub').set({ dataVersion: undoing.newVersion }).where('id', '=', hub.id).execute()
  return { ...nothing, ...counts, notes, receiptId: made, dataVersion: undoing.newVersion }
}

async function takeBackAll(trx: Trx, undoing: Undoing) {
  let [takenOut, givenBack] = [0, 0]
  for (const table of tables) {
    const counts = await takeBack(trx, undoing, table)
    takenOut += counts.takenOut
    givenBack += counts.givenBack
  }
  return { takenOut, givenBack }
}

/** The later receipts that changed the same facts. A load and the undo that took it back leave no change behind. */
async function changedSince(trx: Trx, undoing: Undoing, receipts: readonly Receipt[]): Promise<readonly UndoFirst[]> {
  const versions = new Set<number>()
  for (const table of tables) for (const each of await laterVersions(trx, undoing, table)) versions.add(each)
  const later = new Map<number, Receipt>()
  for (const receipt of receipts.toSorted((a, b) => a.dataVersion - b.dataVersion))
    if (versions.has(receipt.dataVersion) && !later.delete(receipt.undoes ?? -1)) later.set(receipt.id, receipt)
  return undoFirstOf([...later.values()].map((receipt) => ({ receipt, why: 'changed the same facts' })))
}

/** The receipts whose facts would be left leaning on nothing, and those that took away what facts given back lean on. */
async function leftLeaning(trx: Trx, undoing: Undoing, receipts: readonly Receipt[]): Promise<readonly UndoFirst[]> {
  const unsupported = await findUnsupported(trx, undoing)
  return undoFirstOf(
    unsupported.flatMap(({ words, receiptId, isGivenBack, since }) =>
      receipts
        .filter(({ id, dataVersion }) => (isGivenBack ? dataVersion === since : id === receiptId))
        .map((receipt) => ({
          receipt,
          why: isGivenBack ? `took away what ${words} lean on` : `has ${words} that lean on it`,
        })),
    ),
  )
}
