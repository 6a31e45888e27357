import type { AcademicYear } from '../analytics/framework/academic-year.ts'
import type { Day } from '../analytics/framework/day.ts'
import type { Store } from '../migrations/open.ts'
import { checkRows } from './load/check.ts'
import { judge, type Judgement } from './load/judge.ts'
import { readKnown, type Trx } from './load/known.ts'
import { olderRegister } from './load/older-register.ts'
import { countsOf, refused, type Outcome } from './load/outcome.ts'
import { readFiles, type SheetFile } from './load/read.ts'
import { beginReceipt, completeReceipt } from './load/receipt.ts'
import { writeChanges, type Load } from './load/write.ts'
import { inOwnWords, notesInOwnWords } from './load/own-words.ts'
import { rememberUse } from './load/remember-use.ts'
import { lockHub } from './lock-hub.ts'
import type { Mapping } from './mapping/mapping.ts'
import { listMappings } from './mapping/remember.ts'
import { noteLines } from './note.ts'
import { sheetKinds, type SheetKind } from './sheets/sheet.ts'

export type { Outcome } from './load/outcome.ts'
export { sheetKinds, type SheetKind } from './sheets/sheet.ts'

/** One file to load into one hub. `now` is an instant in UTC; `dryRun` does all but keep it. */
export interface LoadRequest {
  readonly hub: string
  readonly fileName: string
  readonly bytes: Uint8Array
  readonly kind?: SheetKind
  readonly year?: AcademicYear
  /** Mappings for the tabs that they fit; remembered for the hub and the shapes of those once the load is kept. */
  readonly mappings?: readonly Mapping[]
  readonly dryRun?: boolean
  readonly today: Day
  readonly now: string
  readonly by: string
  readonly onProgress?: (done: number, of: number) => void
}

const nothing = { new: 0, changed: 0, same: 0, rows: [], problems: [], notes: [] } as const

type FileRead = Awaited<ReturnType<typeof readFiles>>

/** The tabs of a file by kind, in the order in which kinds build on each other. */
const byKind = ({ tabs }: FileRead): readonly (readonly SheetFile[])[] => {
  const ofKind = Map.groupBy(tabs, ({ sheet }) => sheet.kind)
  return sheetKinds.flatMap((kind) => (ofKind.has(kind) ? [ofKind.get(kind) ?? []] : []))
}

/** Judges each kind in turn, what comes before it already in the store: a workbook may hold audits and their awards. */
async function judgeAll(
  trx: Trx,
  load: Load,
  kinds: readonly (readonly SheetFile[])[],
  { today, year, onProgress = () => {} }: LoadRequest,
): Promise<readonly Judgement[]> {
  const judgements: Judgement[] = []
  for (const files of kinds) {
    const [writes, reads] = [files.flatMap(({ sheet }) => sheet.writes), files.flatMap(({ sheet }) => sheet.reads)]
    const known = { ...(await readKnown(trx, load.hubId, { writes, reads }, today)), year: year ?? null }
    const judgement = judge(files, checkRows(files, known, onProgress), known)
    judgements.push(judgement)
    const isNeeded = files !== kinds.at(-1) || judgements.every(({ problems }) => problems.length === 0)
    if (isNeeded) await writeChanges(trx, load, judgement.changes)
  }
  return judgements
}

/** The outcome of all kinds together. */
function outcomeOf(judgements: readonly Judgement[], { tabs, notes }: FileRead) {
  const problems = inOwnWords(
    tabs,
    judgements.flatMap((judgement) => judgement.problems),
  )
  const told = judgements.flatMap((judgement) => judgement.rows)
  const rows = problems.length === 0 ? told : told.map(refused)
  const kinds = tabs.length > 1 ? tabs.map(({ tab, sheet }) => `"${tab}" holds ${sheet.kind}`).join(', ') : ''
  const lines = [
    ...(kinds === '' ? [] : [{ row: null, column: null, text: `Worksheets loaded together: ${kinds}` }]),
    ...notes,
    ...notesInOwnWords(
      tabs,
      judgements.flatMap((judgement) => judgement.notes),
    ),
  ]
  return { ...countsOf(rows), rows, problems, notes: noteLines(lines) }
}

const isChange = ({ changes }: Judgement): boolean =>
  changes.some(({ difference: { is } }) => is !== 'same' && is !== 'none')

async function loadWithin(trx: Trx, request: LoadRequest, file: FileRead): Promise<Outcome> {
  const hub = await lockHub(trx, request.hub)
  const unchanged = { file: request.fileName, receiptId: null, dataVersion: hub.dataVersion }
  const kinds = byKind(file)
  const kind = kinds[0]?.[0]?.sheet.kind
  if (kind === undefined)
    return {
      ...unchanged,
      ...nothing,
      kind: request.kind ?? null,
      problems: file.problems,
      notes: noteLines(file.notes),
    }
  const dataVersion = hub.dataVersion + 1
  const receiptId = await beginReceipt(trx, { ...request, hubId: hub.id, kind, dataVersion })
  const judgements = await judgeAll(trx, { hubId: hub.id, receiptId, version: dataVersion }, kinds, request)
  const older = judgements.some(isChange) ? await olderRegister(trx, hub.id, receiptId) : []
  const outcome = { ...unchanged, kind, ...outcomeOf(judgements, { ...file, notes: [...older, ...file.notes] }) }
  if (outcome.problems.length > 0 || !judgements.some(isChange)) return outcome
  await completeReceipt(trx, receiptId, outcome)
  await rememberUse(trx, request, file.tabs)
  await trx.updateTable('hub').set({ dataVersion }).where('id', '=', hub.id).execute()
  return request.dryRun === true ? outcome : { ...outcome, receiptId, dataVersion }
}

/**
 * Loads one file whole, all its tabs, or says all that is wrong in it and loads nothing. Content already known changes
 * nothing, the data version included. A rehearsal does the same and takes it back.
 */
export async function load(store: Store, request: LoadRequest): Promise<Outcome> {
  const remembered = await listMappings(store, request.hub)
  const file = await readFiles(request.bytes, { ...request, remembered })
  const trx = await store.startTransaction().execute()
  try {
    const outcome = await loadWithin(trx, request, file)
    await (request.dryRun === true || outcome.receiptId === null ? trx.rollback() : trx.commit()).execute()
    return outcome
  } catch (error) {
    if (!trx.isCommitted && !trx.isRolledBack) await trx.rollback().execute()
    throw error
  }
}
