import { parentPort, workerData } from 'node:worker_threads'
import { openStore } from '../../migrations/open.ts'
import { perform } from './perform.ts'
import type { Message, Task } from './task.ts'

// Reads, checks and loads files, one at a time, away from the thread that answers people.

const tell = (message: Message): void => parentPort?.postMessage(message, [])

const store = await openStore(workerData as string)

async function work(task: Task): Promise<Message> {
  try {
    return {
      is: 'done',
      answer: await perform(store, task, (done, of) => tell({ is: 'progress', done, of })),
    }
  } catch (error) {
    return { is: 'failed', reason: error instanceof Error ? error.message : String(error) }
  }
}

parentPort?.on('message', (task: Task) => void work(task).then(tell))
