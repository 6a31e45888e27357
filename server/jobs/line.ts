import { tellsOfPupils } from '../../dashboards/pages/tells-of-pupils.ts'
import type { Progress } from '../../dashboards/pages/import-view.ts'
import type { Choice } from '../../ingest/load/settle.ts'
import type { UndoOutcome } from '../../ingest/undo.ts'
import type { Store } from '../../migrations/open.ts'
import type { ImportState } from '../../migrations/tables.ts'
import type { Hub } from '../queries/hub.ts'
import { findImport, listOpenImports, type ImportFile } from '../queries/import-file.ts'
import { findReceiptOf } from '../queries/receipt.ts'
import { clearAbandoned, emptyImport, move } from './stage.ts'
import type { Answer, FileTask } from './task.ts'
import { newTurns } from './turns.ts'
import { CutShort, threadOn, usualCaps, type Caps } from './thread.ts'

/** What the line works with. */
export interface LineContext {
  readonly store: Store
  /** The file of the store, which the worker opens for itself. */
  readonly storeFile: string
  readonly today: () => string
  readonly logFault: (reason: unknown) => void
  readonly caps?: Caps
}

/** The files that people sent, taken one after the other. */
export interface Line {
  /** Puts a file that stands at `checking` in line. */
  readonly check: (hubId: number, id: string) => void
  /** Puts a file in line to be loaded, if it is ready and was reviewed at that data version; false if not. */
  readonly load: (hubId: number, id: string, version: number, by: string) => Promise<boolean>
  /** Puts a file in line for its doubtful schools to be settled, and to be checked again; false if it has none. */
  readonly settle: (hubId: number, id: string, choices: readonly Choice[], by: string) => Promise<boolean>
  /** Leaves a file out, even while it is worked on. */
  readonly leaveOut: (hubId: number, id: string) => Promise<void>
  /** Undoes a load when its turn has come, or only tells what that would do. */
  readonly undo: (
    hub: Pick<Hub, 'id' | 'name'>,
    receiptId: number,
    how: { readonly dryRun: boolean; readonly by: string },
  ) => Promise<UndoOutcome>
  /** Makes ready for files that are about to come. */
  readonly warm: () => void
  readonly progressOf: (id: string) => Progress | null
  /** Takes up what was under way when the server last stopped. */
  readonly resume: (hubId: number) => Promise<void>
  readonly close: () => Promise<void>
}

/** States in which a file was reviewed against what was loaded then. */
const reviewed: readonly ImportState[] = ['doubtful', 'problems', 'ready', 'known']

const working: readonly ImportState[] = ['checking', 'loading']

const interrupted = 'Crescendo was stopped while it loaded this file. Nothing of it was kept, and it was checked again.'

const faulty =
  'Something went wrong while this file was read. Nothing of it was kept. Check it again; if it happens again, tell whoever looks after Crescendo.'

type Doing = {
  readonly does: 'check' | 'load' | 'settle'
  readonly version?: number
  readonly choices?: readonly Choice[]
  /** Who asked for it; for a check, whoever sent the file. */
  readonly by?: string
}

/** The line of a store's files. One is worked on at a time; the others wait in the order in which they were put in. */
export function lineOf({ store, storeFile, today, logFault, caps = usualCaps }: LineContext): Line {
  const thread = threadOn(storeFile, caps)
  const waiting = new Map<string, { done: number; of: number }>()
  const turns = newTurns()
  let current: string | null = null
  let closed = false

  const put = (hubId: number, id: string, doing: Doing): void => {
    waiting.set(id, { done: 0, of: 0 })
    turns
      .take(async () => closed || work(hubId, id, doing))
      .catch(logFault)
      .finally(() => void waiting.delete(id))
      .catch(logFault)
  }

  const work = async (hubId: number, id: string, doing: Doing): Promise<void> => {
    const file = await findImport(store, hubId, id)
    if (file === undefined || !working.includes(file.state)) return
    current = id
    const now = new Date().toISOString()
    const task = { by: file.createdBy, ...doing, importId: id, today: today(), now } as FileTask
    try {
      const answer = await thread.run(task, (done, of) => waiting.set(id, { done, of }))
      await keep(hubId, id, answer)
    } catch (error) {
      if (closed) return
      if (!(error instanceof CutShort)) logFault(error)
      if (await wasLoaded(file)) return
      await move(store, id, working, { state: 'stopped', said: error instanceof CutShort ? error.message : faulty })
    } finally {
      current = null
    }
  }

  const keep = async (hubId: number, id: string, { findings, said, ...answer }: Answer): Promise<void> => {
    // What was said of why it is checked again stands beside what was found.
    const more = said === null ? {} : { said }
    await move(store, id, working, { ...answer, ...more, findings: JSON.stringify(findings) })
    if (answer.state === 'loaded' || tellsOfPupils(findings)) await emptyImport(store, id)
    if (answer.state !== 'loaded') return
    const file = await findImport(store, hubId, id)
    await checkOthers(hubId, `“${file?.name}” was loaded since, so this file was checked again.`)
  }

  /** What a file builds on may just have come, and what it would change may have changed. */
  const checkOthers = async (hubId: number, said: string): Promise<void> => {
    const files = await listOpenImports(store, hubId)
    const kept = files.filter(({ findings }) => findings === null || !tellsOfPupils(findings))
    for (const { id } of kept) if (await move(store, id, reviewed, { state: 'checking', said })) check(hubId, id)
  }

  const check = (hubId: number, id: string): void => put(hubId, id, { does: 'check' })

  /** Whether a file that was being loaded when that was cut short is loaded nevertheless, and then says so. */
  const wasLoaded = async (file: ImportFile): Promise<boolean> => {
    const receiptId = file.state === 'loading' ? await findReceiptOf(store, file.hubId, file) : undefined
    if (receiptId === undefined) return false
    await move(store, file.id, working, { state: 'loaded', receiptId })
    await emptyImport(store, file.id)
    return true
  }

  return {
    check,
    load: async (hubId, id, version, by) => {
      const isTaken = await move(store, id, ['ready'], { state: 'loading', said: null }, version)
      if (isTaken) put(hubId, id, { does: 'load', version, by })
      return isTaken
    },
    settle: async (hubId, id, choices, by) => {
      const isTaken = await move(store, id, ['doubtful'], { state: 'checking', said: null })
      if (isTaken) put(hubId, id, { does: 'settle', choices, by })
      return isTaken
    },
    leaveOut: async (hubId, id) => {
      const file = await findImport(store, hubId, id)
      // What is being loaded is loaded to its end; it can be undone.
      if (file === undefined || ['loading', 'loaded', 'left out'].includes(file.state)) return
      if (current === id) await thread.stop()
      await move(store, id, [...reviewed, 'checking', 'asking', 'stopped'], {
        state: 'left out',
        said: null,
      })
      await emptyImport(store, id)
    },
    undo: async ({ id: hubId, name: hub }, receiptId, { dryRun, by }) => {
      const now = new Date().toISOString()
      const task = { does: 'undo' as const, hubId, hub, receiptId, dryRun, now, by }
      const outcome = await turns.take(() => thread.run(task))
      if (outcome.receiptId !== null)
        await checkOthers(hubId, `The load of “${outcome.file}” was undone since, so this file was checked again.`)
      return outcome
    },
    warm: () => {
      if (!closed) thread.warm()
    },
    progressOf: (id) => {
      const own = waiting.get(id)
      return own === undefined ? null : { ...own, before: [...waiting.keys()].indexOf(id) }
    },
    resume: async (hubId) => {
      await clearAbandoned(store, new Date())
      for (const file of await listOpenImports(store, hubId)) {
        if (!working.includes(file.state)) continue
        if (await wasLoaded(file)) continue
        await move(store, file.id, working, {
          state: 'checking',
          said: file.state === 'loading' ? interrupted : file.said,
        })
        check(hubId, file.id)
      }
    },
    close: async () => {
      closed = true
      await thread.stop()
      await turns.done()
    },
  }
}
