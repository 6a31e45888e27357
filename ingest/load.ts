import type { AcademicYear } from '../analytics/framework/academic-year.ts'
import type { Day } from '../analytics/framework/day.ts'
import type { Store } from '../migrations/open.ts'
import { whyNotWritten } from './load/not-written.ts'
import { openAccount, type Account } from './load/account.ts'
import { checkRows } from './load/check.ts'
import { judge } from './load/judge.ts'
import { collector } from './load/collect.ts'
import { knownReader, readStanding, type Trx } from './load/known.ts'
import { olderRegister } from './load/older-register.ts'
import type { Outcome } from './load/outcome.ts'
import { plainJudge } from './load/plain/judge.ts'
import { partsOf } from './load/parts.ts'
import { readFiles, type SheetFile } from './load/read.ts'
import { beginReceipt, completeReceipt, hashOf } from './load/receipt.ts'
import { rememberUse } from './load/remember-use.ts'
import { changeWriter, type Load } from './load/write.ts'
import { lockHub } from './lock-hub.ts'
import type { Mapping } from './mapping/mapping.ts'
import { listMappings, type RememberedMapping } from './mapping/remember.ts'
import { noteLines, type Note } from './note.ts'
import { sheetKinds, type SheetKind } from './sheets/sheet.ts'

export type { Outcome } from './load/outcome.ts'
export { sheetKinds, type SheetKind } from './sheets/sheet.ts'

/** One file to load into one hub. `now` is an instant in UTC; `dryRun` does all but keep it. */
export interface LoadRequest {
  readonly hub: string
  readonly fileName: string
  /** Its bytes; or how to get them, and then they are let go of as soon as they are read. */
  readonly bytes: Uint8Array | (() => Promise<Uint8Array>)
  readonly kind?: SheetKind
  readonly year?: AcademicYear
  /** To whom those who show a map of these boundaries owe thanks, whatever the file says. */
  readonly attribution?: string
  /**
   * Mappings for the tabs that they fit; remembered for the hub and the shapes of those once the load is kept, or once
   * a load that is no rehearsal finds all of it known already.
   */
  readonly mappings?: readonly Mapping[]
  /** Whether a person answered for the mappings: then they are remembered where even a rehearsal finds all known. */
  readonly isConfirmed?: boolean
  readonly dryRun?: boolean
  /** The data version at which a person reviewed the file; where the hub is at another by now, this is a dry run. */
  readonly expectedVersion?: number
  readonly today: Day
  readonly now: string
  readonly by: string
  /** Rows are judged in parts of at least so many; any number gives the same outcome. */
  readonly partSize?: number
  /** Judges every row by itself; without it the plain rows of long files are judged together, with the same outcome. */
  readonly isRowByRow?: boolean
  readonly onProgress?: (done: number, of: number) => void
  /** What is written beside a load that is kept, in the same transaction. */
  readonly beside?: (trx: Trx, outcome: Outcome) => Promise<void>
}

const nothing = { new: 0, changed: 0, same: 0, rows: [] } as const

/** How far a load has come is told every so many rows. */
const step = 1000

type FileRead = Awaited<ReturnType<typeof readFiles>> & { readonly fileHash: string }

/** The tabs of a file by kind, in the order in which kinds build on each other. */
const byKind = ({ tabs }: FileRead): readonly (readonly SheetFile[])[] => {
  const ofKind = Map.groupBy(tabs, ({ sheet }) => sheet.kind)
  return sheetKinds.flatMap((kind) => (ofKind.has(kind) ? [ofKind.get(kind) ?? []] : []))
}

/** What kinds the tabs of a file hold, where there are several. */
function togetherNote({ tabs }: FileRead): readonly Note[] {
  const kinds = tabs.map(({ tab, sheet }) => `"${tab}" holds ${sheet.kind}`).join(', ')
  return tabs.length > 1 ? [{ row: null, column: null, text: `Worksheets loaded together: ${kinds}` }] : []
}

/** Counts the rows judged, and tells every so often. */
function countRows(kinds: readonly (readonly SheetFile[])[], onProgress: (done: number, of: number) => void) {
  const of = kinds.flat().reduce((sum, { rows }) => sum + rows.length, 0)
  let done = 0
  return (): void => {
    done += 1
    if (done % step === 0 || done === of) onProgress(done, of)
  }
}

/**
 * Judges each kind in turn, part by part, what comes before it already in the store: a workbook may hold audits and
 * their awards. What has a problem is not kept, so after the first of them the last kind is judged and not written.
 */
async function judgeAll(
  trx: Trx,
  load: Load,
  kinds: readonly (readonly SheetFile[])[],
  account: Account,
  { today, year, attribution, partSize, isRowByRow, onProgress = () => {} }: LoadRequest,
): Promise<boolean> {
  const onRow = countRows(kinds, onProgress)
  const { write, add } = changeWriter(trx, load)
  const collect = collector()
  let isChange = false
  for (const files of kinds) {
    const sheets = {
      writes: files.flatMap(({ sheet }) => sheet.writes),
      reads: files.flatMap(({ sheet }) => sheet.reads),
    }
    const known = await readStanding(trx, load.hubId, sheets, today)
    const standing = { ...known, year: year ?? null, attribution: attribution ?? null }
    for (const { tab, sheet, notes, problems } of files) {
      account.noteOfTabs(Iterator.from(notes).map((note) => ({ ...note, sheet: tab })))
      account.problem([...sheet.asks(standing), ...problems].map((problem) => ({ ...problem, sheet: tab })))
    }
    const judgePlain = isRowByRow === true ? null : plainJudge(files, standing)
    const readKnown = await knownReader(trx, load.hubId, sheets, standing)
    const isKept = (): boolean => files !== kinds.at(-1) || account.problemCount() === 0
    for (const part of partsOf(files, standing, partSize)) {
      collect()
      const known = await readKnown(part.urns)
      const plain = judgePlain?.(part, known) ?? null
      if (plain !== null) {
        account.judgedPlain(plain)
        plain.numbers.forEach(onRow)
        isChange ||= plain.additions.some(({ values }) => values.length > 0)
        if (isKept()) await add(plain.additions)
      }
      const rows = Array.from(plain?.others ?? part.numbers, part.rowAt)
      const judgement = judge(checkRows(rows, known, onRow), known)
      account.judged(judgement)
      isChange ||= judgement.changes.some(({ difference: { is } }) => is !== 'same' && is !== 'none')
      if (isKept()) await write(judgement.changes)
    }
    account.endKind()
  }
  return isChange
}

/** Whether nothing is to be kept. Nobody else can load while the hub is locked, so what it says of the version holds. */
const isRehearsal = ({ dryRun, expectedVersion }: LoadRequest, hub: { readonly dataVersion: number }): boolean =>
  dryRun === true || (expectedVersion ?? hub.dataVersion) !== hub.dataVersion

/** Whether the file is in order and tells nothing that is not known, so that there was nothing to keep of it. */
const isKnown = (outcome: Outcome): boolean =>
  outcome.receiptId === null && outcome.problemCount === 0 && outcome.new + outcome.changed === 0

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
      problemCount: file.problems.length,
      notes: noteLines(file.notes),
    }
  const dataVersion = hub.dataVersion + 1
  const receiptId = await beginReceipt(trx, { ...request, fileHash: file.fileHash, hubId: hub.id, kind, dataVersion })
  const account = openAccount(kinds.flat())
  account.note(togetherNote(file))
  const stageOfOlder = account.keepStage()
  account.note(file.notes)
  const isChange = await judgeAll(trx, { hubId: hub.id, receiptId, version: dataVersion }, kinds, account, request)
  if (isChange) account.note(await olderRegister(trx, hub.id, receiptId), stageOfOlder)
  const outcome = { ...unchanged, kind, ...account.told() }
  if (outcome.problemCount > 0 || !isChange) return outcome
  await completeReceipt(trx, receiptId, outcome, account.rowCount())
  await rememberUse(trx, request, file.tabs)
  await trx.updateTable('hub').set({ dataVersion }).where('id', '=', hub.id).execute()
  return isRehearsal(request, hub) ? outcome : { ...outcome, receiptId, dataVersion }
}

/** The tabs of the file, and its hash. */
async function readRequest(request: LoadRequest, remembered: readonly RememberedMapping[]): Promise<FileRead> {
  const bytes = typeof request.bytes === 'function' ? await request.bytes() : request.bytes
  return { ...(await readFiles(bytes, { ...request, remembered })), fileHash: hashOf(bytes) }
}

/**
 * Loads one file whole, all its tabs, or says all that is wrong in it and loads nothing. Content already known changes
 * nothing, the data version included. A rehearsal does the same and takes it back.
 */
export async function load(store: Store, request: LoadRequest): Promise<Outcome> {
  const remembered = await listMappings(store, request.hub)
  const file = await readRequest(request, remembered)
  const trx = await store.startTransaction().execute()
  try {
    const outcome = await loadWithin(trx, request, file)
    if (outcome.receiptId !== null) await request.beside?.(trx, outcome)
    await (outcome.receiptId === null ? trx.rollback() : trx.commit()).execute()
    if (isKnown(outcome) && (request.isConfirmed ?? !isRehearsal(request, outcome)))
      await store.transaction().execute((known) => rememberUse(known, request, file.tabs))
    return outcome
  } catch (error) {
    // A disk that is full may have ended the transaction already: then there is nothing to take back.
    if (!trx.isCommitted && !trx.isRolledBack)
      await trx
        .rollback()
        .execute()
        .catch(() => {})
    throw whyNotWritten(request.fileName, error)
  }
}
