import { Worker } from 'node:worker_threads'

/** What is asked for, by how many at once and for how long. */
export interface Load {
  readonly origin: string
  readonly cookie: string
  readonly path: string
  readonly connections: number
  readonly seconds: number
}

/** How fast answers came, in milliseconds each. */
export interface Speed {
  readonly perSecond: number
  readonly median: number
  readonly p95: number
}

/** Asks for a page from a thread of its own, again as soon as it is answered. */
export function loadOf(load: Load): Promise<Speed> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('load-worker.ts', import.meta.url), { workerData: load })
    worker.once('message', resolve)
    worker.once('error', reject)
  })
}

/** The time that so many in a hundred of them stay within. */
export const within = (times: readonly number[], percent: number): number =>
  times.toSorted((a, b) => a - b)[Math.max(0, Math.ceil((times.length * percent) / 100) - 1)] ?? 0

/** Asks for pages one after the other; anything but a page is an error. */
export async function oneByOne(origin: string, cookie: string, paths: readonly string[]) {
  const times: number[] = []
  for (const path of paths) {
    const start = performance.now()
    const answer = await fetch(`${origin}${path}`, { headers: { cookie, 'accept-encoding': 'br' }, redirect: 'manual' })
    await answer.arrayBuffer()
    times.push(performance.now() - start)
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`)
  }
  return { n: times.length, median: within(times, 50), p95: within(times, 95) }
}
