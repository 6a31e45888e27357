import { parentPort, workerData } from 'node:worker_threads'
import { readUntrusted } from './read.ts'

parentPort?.postMessage(await readUntrusted(workerData as Uint8Array), [])
