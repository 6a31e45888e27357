import { Worker } from 'node:worker_threads'
import type { Grids } from '../grid.ts'
import { workerEnvironment } from '../worker-environment.ts'
import { limits, usualCaps, type Caps } from './limits.ts'
import { refusalOfContainer } from './magic.ts'
import { problemOfRefusal, tooLarge, type Refusal } from './refusal.ts'

const refusedBy = (refusal: Refusal): Grids => ({ grids: [], notes: [], problems: [problemOfRefusal(refusal)] })

/** Whether a worker ended because what it read was too much for its memory or its stack. */
const isExhausted = (error: unknown): boolean =>
  error instanceof RangeError ||
  (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY')

function startWorker(bytes: Uint8Array, { memoryMb }: Caps): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: bytes,
    resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 32 },
    env: workerEnvironment(),
    execArgv: [],
    stdout: true,
    stderr: true,
  })
}

/** What a worker answers, within its caps. */
async function answerOf(worker: Worker, { milliseconds }: Caps): Promise<Grids> {
  const { promise, resolve, reject } = Promise.withResolvers<Grids>()
  const timer = setTimeout(() => resolve(refusedBy(tooLarge('it takes too long'))), milliseconds)
  worker.on('message', resolve)
  worker.on('error', (error: unknown) =>
    isExhausted(error)
      ? resolve(refusedBy(tooLarge('it takes too much memory')))
      : reject(new Error('workbook reader failed', { cause: error })),
  )
  worker.on('exit', () => reject(new Error('workbook reader ended without an answer')))
  try {
    return await promise
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}

/**
 * The visible worksheets of a workbook, or why it cannot be read. The workbook is opened only in a worker of its own,
 * which is stopped when it takes more memory or time than its caps, and ended in any case.
 */
export async function readWorkbook(bytes: Uint8Array, caps = usualCaps): Promise<Grids> {
  const refusal = refusalOfContainer(bytes)
  if (refusal !== null) return refusedBy(refusal)
  if (bytes.length > limits.fileSize) return refusedBy(tooLarge(`${Math.round(bytes.length / 2 ** 20)} MB`))
  return answerOf(startWorker(bytes, caps), caps)
}
