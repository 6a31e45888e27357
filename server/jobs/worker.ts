import { parentPort, workerData } from 'node:worker_threads'
import { undo } from '../../ingest/undo.ts'
import { openStore } from '../../migrations/open.ts'
import { besideUndo } from '../access/beside.ts'
import { perform } from './perform.ts'
import type { Message, Task } from './task.ts'

// Reads, checks and loads files, one at a time, away from the thread that answers people.

const tell = (message: Message): void => parentPort?.postMessage(message, [])

const progress = (done: number, of: number): void => tell({ is: 'progress', done, of })

const store = await openStore(workerData as string)

async function work(task: Task): Promise<Message> {
  try {
    return {
      is: 'done',
      answer:
        task.does === 'undo'
          ? await undo(store, { ...task, beside: besideUndo(task.by, task.hubId) })
          : await perform(store, task, progress),
    }
  } catch (error) {
    return { is: 'failed', reason: error instanceof Error ? error.message : String(error) }
  }
}

parentPort?.on('message', (task: Task) => void work(task).then(tell))
