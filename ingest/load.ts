import type { AcademicYear } from '../analytics/framework/academic-year.ts'
import type { Day } from '../analytics/framework/day.ts'
import type { Store } from '../migrations/open.ts'
import { checkRows } from './load/check.ts'
import { judge, type Judgement } from './load/judge.ts'
import { readKnown, type Trx } from './load/known.ts'
import type { Outcome } from './load/outcome.ts'
import { readFile } from './load/read.ts'
import { writeReceipt } from './load/receipt.ts'
import { writeChanges } from './load/write.ts'
import { noteLines } from './note.ts'
import type { SheetKind } from './sheets/sheet.ts'

export type { Outcome } from './load/outcome.ts'
export { sheetKinds, type SheetKind } from './sheets/sheet.ts'

/** One file to load into one hub. `now` is an instant in UTC; `dryRun` does all but keep it. */
export interface LoadRequest {
  readonly hub: string
  readonly fileName: string
  readonly bytes: Uint8Array
  readonly kind?: SheetKind
  readonly year?: AcademicYear
  readonly dryRun?: boolean
  readonly today: Day
  readonly now: string
  readonly by: string
  readonly onProgress?: (done: number, of: number) => void
}

interface Hub {
  readonly id: number
  readonly dataVersion: number
}

const nothing = { new: 0, changed: 0, same: 0, rows: [], problems: [], notes: [] } as const

/** The hub, written to without a change: this takes the store's write lock before anything is read. */
async function lockHub(trx: Trx, name: string): Promise<Hub> {
  const hub = await trx
    .updateTable('hub')
    .set((eb) => ({ dataVersion: eb.ref('dataVersion') }))
    .where('name', '=', name)
    .returning(['id', 'dataVersion'])
    .executeTakeFirst()
  if (hub === undefined) throw new Error(`unknown hub: ${name}`)
  return hub
}

async function keep(trx: Trx, hub: Hub, request: LoadRequest, judgement: Judgement, kind: SheetKind): Promise<Outcome> {
  const version = hub.dataVersion + 1
  const outcome = { file: request.fileName, kind, receiptId: null, dataVersion: version, ...judgement.outcome }
  const receiptId = await writeReceipt(trx, { ...request, hubId: hub.id, outcome })
  await writeChanges(trx, { hubId: hub.id, receiptId, version }, judgement.changes)
  await trx.updateTable('hub').set({ dataVersion: version }).where('id', '=', hub.id).execute()
  return { ...outcome, receiptId }
}

async function loadWithin(trx: Trx, request: LoadRequest): Promise<Outcome> {
  const hub = await lockHub(trx, request.hub)
  const file = readFile(request.bytes, request.kind)
  const unchanged = { file: request.fileName, receiptId: null, dataVersion: hub.dataVersion }
  if (!('sheet' in file))
    return { ...unchanged, ...nothing, kind: request.kind ?? null, ...file, notes: noteLines(file.notes) }
  const { kind } = file.sheet
  const known = await readKnown(trx, hub.id, file.sheet, request.today)
  const judgement = judge(file, checkRows(file, known, request.onProgress ?? (() => {})), known)
  const isChange = judgement.changes.some(({ difference: { is } }) => is !== 'same' && is !== 'none')
  if (!isChange) return { ...unchanged, kind, ...judgement.outcome }
  const outcome = await keep(trx, hub, request, judgement, kind)
  return request.dryRun === true ? { ...outcome, ...unchanged } : outcome
}

/**
 * Loads one file whole, or says all that is wrong in it and loads nothing. Content already known changes nothing,
 * the data version included. A rehearsal does the same and takes it back.
 */
export async function load(store: Store, request: LoadRequest): Promise<Outcome> {
  const trx = await store.startTransaction().execute()
  try {
    const outcome = await loadWithin(trx, request)
    await (request.dryRun === true || outcome.receiptId === null ? trx.rollback() : trx.commit()).execute()
    return outcome
  } catch (error) {
    if (!trx.isCommitted && !trx.isRolledBack) await trx.rollback().execute()
    throw error
  }
}
