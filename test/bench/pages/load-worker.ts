import { Agent, get } from 'node:http'
import { parentPort, workerData } from 'node:worker_threads'
import { within, type Load } from './load.ts'

const { origin, cookie, path, connections, seconds } = workerData as Load
const agent = new Agent({ keepAlive: true, maxSockets: connections })
const headers = { cookie, 'accept-encoding': 'br, gzip' }

const ask = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const start = performance.now()
    get(`${origin}${path}`, { agent, headers }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`${path}: ${answer.statusCode}`))
      answer.on('data', () => {}).on('end', () => resolve(performance.now() - start))
    }).on('error', reject)
  })

const times: number[] = []
const warm = performance.now() + 300
const end = warm + seconds * 1000
await Promise.all(
  Array.from({ length: connections }, async () => {
    while (performance.now() < end) {
      const time = await ask()
      if (performance.now() > warm) times.push(time)
    }
  }),
)
agent.destroy()
parentPort?.postMessage({ perSecond: times.length / seconds, median: within(times, 50), p95: within(times, 95) }, [])
