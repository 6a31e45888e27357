import type { Progress } from '../../dashboards/pages/import-view.ts'
import type { Store } from '../../migrations/open.ts'
import type { ImportState } from '../../migrations/tables.ts'
import { operator } from '../access/person.ts'
import { findImport, listOpenImports } from '../queries/import-file.ts'
import { findReceiptOf } from '../queries/receipt.ts'
import { clearAbandoned, emptyImport, move } from './stage.ts'
import type { Answer, Choice, Task } from './task.ts'
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
  readonly load: (hubId: number, id: string, version: number) => Promise<boolean>
  /** Puts a file in line for its doubtful schools to be settled, and to be checked again; false if it has none. */
  readonly settle: (hubId: number, id: string, choices: readonly Choice[]) => Promise<boolean>
  /** Leaves a file out, even while it is worked on. */
  readonly leaveOut: (hubId: number, id: string) => Promise<void>
  readonly progressOf: (id: string) => Progress | null
  /** Takes up what was under way when the server last stopped. */
  readonly resume: (hubId: number) => Promise<void>
  readonly close: () => Promise<void>
}

/** States in which a file was reviewed against what was loaded then. */
const reviewed: readonly ImportState[] = ['doubtful', 'problems', 'ready', 'known']

const working: readonly ImportState[] = ['checking', 'loading']

const faulty =
  'Something went wrong while this file was read. Nothing of it was kept. Check it again; if it happens again, tell whoever looks after Crescendo.'

type Doing = {
  readonly does: 'check' | 'load' | 'settle'
  readonly version?: number
  readonly choices?: readonly Choice[]
}

/** The line of a store's files. One is worked on at a time; the others wait in the order in which they were put in. */
export function lineOf({ store, storeFile, today, logFault, caps = usualCaps }: LineContext): Line {
  const thread = threadOn(storeFile, caps)
  const waiting = new Map<string, { done: number; of: number }>()
  let current: string | null = null
  let last: Promise<void> = Promise.resolve()
  let closed = false

  const enter = (hubId: number, id: string, task: (now: string) => Task): void => {
    waiting.set(id, { done: 0, of: 0 })
    last = afterThat(last, hubId, id, task)
  }

  const afterThat = async (before: Promise<void>, hubId: number, id: string, task: (now: string) => Task) => {
    await before
    try {
      if (!closed) await work(hubId, id, task(new Date().toISOString()))
    } catch (error) {
      logFault(error)
    } finally {
      waiting.delete(id)
    }
  }

  const work = async (hubId: number, id: string, task: Task): Promise<void> => {
    const file = await findImport(store, hubId, id)
    if (file === undefined || !working.includes(file.state)) return
    current = id
    try {
      const answer = await thread.run(task, (done, of) => waiting.set(id, { done, of }))
      await keep(hubId, id, answer)
    } catch (error) {
      if (closed) return
      if (!(error instanceof CutShort)) logFault(error)
      const said = error instanceof CutShort ? error.message : faulty
      await move(store, id, working, { state: 'stopped', said })
    } finally {
      current = null
    }
  }

  const keep = async (hubId: number, id: string, { findings, said, ...answer }: Answer): Promise<void> => {
    // What was said of why it is checked again stands beside what was found.
    const more = said === null ? {} : { said }
    await move(store, id, working, { ...answer, ...more, findings: JSON.stringify(findings) })
    if (answer.state !== 'loaded') return
    await emptyImport(store, id)
    const file = await findImport(store, hubId, id)
    await checkOthers(hubId, `“${file?.name}” was loaded since, so this file was checked again.`)
  }

  /** What a file builds on may just have come, and what it would change may have changed. */
  const checkOthers = async (hubId: number, said: string): Promise<void> => {
    for (const { id } of await listOpenImports(store, hubId))
      if (await move(store, id, reviewed, { state: 'checking', said })) check(hubId, id)
  }

  const check = (hubId: number, id: string): void => put(hubId, id, { does: 'check' })

  const put = (hubId: number, id: string, doing: Doing): void =>
    enter(hubId, id, (now) => ({ ...doing, importId: id, today: today(), now, by: operator.id }) as Task)

  return {
    check,
    load: async (hubId, id, version) => {
      const isTaken = await move(store, id, ['ready'], { state: 'loading', said: null }, version)
      if (isTaken) put(hubId, id, { does: 'load', version })
      return isTaken
    },
    settle: async (hubId, id, choices) => {
      const isTaken = await move(store, id, ['doubtful'], { state: 'checking', said: null })
      if (isTaken) put(hubId, id, { does: 'settle', choices })
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
    progressOf: (id) => {
      const own = waiting.get(id)
      return own === undefined ? null : { ...own, before: [...waiting.keys()].indexOf(id) }
    },
    resume: async (hubId) => {
      await clearAbandoned(store, new Date())
      for (const file of await listOpenImports(store, hubId)) {
        if (!working.includes(file.state)) continue
        const receiptId = file.state === 'loading' ? await findReceiptOf(store, hubId, file) : undefined
        if (receiptId === undefined) {
          const said =
            'Crescendo was stopped while it worked on this file. Nothing of it was kept, and it was checked again.'
          await move(store, file.id, working, { state: 'checking', said: file.state === 'loading' ? said : file.said })
          check(hubId, file.id)
        } else {
          await move(store, file.id, working, { state: 'loaded', receiptId })
          await emptyImport(store, file.id)
        }
      }
    },
    close: async () => {
      closed = true
      await thread.stop()
      await last
    },
  }
}
