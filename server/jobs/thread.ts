import { Worker } from 'node:worker_threads'
import { workerEnvironment } from '../../ingest/readers/worker-environment.ts'
import type { AnswerTo, Message, Task } from './task.ts'

/** What a task may take: memory in megabytes, and milliseconds without a sign of progress. */
export interface Caps {
  readonly memoryMb: number
  readonly silence: number
}

/** A row takes microseconds and a thousand rows are a sign, so a minute is long even on a small, busy machine. */
export const usualCaps: Caps = { memoryMb: 1024, silence: 60_000 }

/** That a task ended before it was done, said for people. Nothing of it was kept. */
export class CutShort extends Error {
  override readonly name = 'CutShort'
}

const ends = {
  memory:
    'This file takes more memory than there is here for one file. Load it with the command line instead: npx crescendo ingest, and the name of the file.',
  silence:
    'This file took too long to read, so it was put aside. Check it again; if it happens again, save the file as CSV and send that.',
  gone: 'Reading this file was cut short. Nothing of it was kept. Check it again; if it happens again, tell whoever looks after Crescendo.',
} as const

/** A thread of its own for tasks, one at a time. It is started when first needed, and anew after it was lost. */
export interface Thread {
  readonly run: <T extends Task>(task: T, onProgress?: (done: number, of: number) => void) => Promise<AnswerTo<T>>
  /** Starts it before it is needed, for that takes a second or two. */
  readonly warm: () => void
  /** Ends it, whatever it does. */
  readonly stop: () => Promise<void>
}

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'

/** A thread that works on the store in a file. */
export function threadOn(storeFile: string, caps = usualCaps): Thread {
  let worker: Worker | null = null

  const start = (): Worker => {
    const started = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: storeFile,
      resourceLimits: { maxOldGenerationSizeMb: caps.memoryMb, maxYoungGenerationSizeMb: 64 },
      env: workerEnvironment(),
      execArgv: [],
    })
    // Whoever waits for its answer hears of it; nobody may, and that must not end the server.
    started.on('error', () => {})
    started.on('exit', () => {
      if (worker === started) worker = null
    })
    return started
  }

  const warm = (): void => {
    worker ??= start()
  }

  const stop = async (): Promise<void> => {
    const running = worker
    worker = null
    await running?.terminate()
  }

  const run = async <T extends Task>(task: T, onProgress = (_done: number, _of: number): void => {}) => {
    worker ??= start()
    const running = worker
    const { promise, resolve, reject } = Promise.withResolvers<AnswerTo<T>>()
    const cut = (why: keyof typeof ends): void => reject(new CutShort(ends[why]))
    let timer = setTimeout(cut, caps.silence, 'silence')
    const hear = (message: Message): void => {
      clearTimeout(timer)
      timer = setTimeout(cut, caps.silence, 'silence')
      if (message.is === 'progress') onProgress(message.done, message.of)
      else if (message.is === 'done') resolve(message.answer as AnswerTo<T>)
      else reject(new Error(message.reason))
    }
    const fail = (error: unknown): void => (isOutOfMemory(error) ? cut('memory') : reject(error))
    const exit = (): void => cut('gone')
    running.on('message', hear).on('error', fail).on('exit', exit)
    running.postMessage(task, [])
    try {
      return await promise
    } catch (error) {
      if (error instanceof CutShort) await stop()
      throw error
    } finally {
      clearTimeout(timer)
      running.off('message', hear).off('error', fail).off('exit', exit)
    }
  }

  return { run, warm, stop }
}
