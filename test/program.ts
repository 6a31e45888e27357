import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join, resolve } from 'node:path'
import type { Asked, Ran } from './program-host.ts'

/** The program itself, for a process of its own. */
export const program = resolve(import.meta.dirname, '../server/crescendo.js')

/** The environment in which the program works on the database of a folder, on a day. */
export const environmentOf = (folder: string, today: string): Readonly<Record<string, string | undefined>> => ({
  ...process.env,
  CRESCENDO_DB: join(folder, 'hub.db'),
  CRESCENDO_TODAY: today,
})

let host: ChildProcess | undefined
let last: Promise<unknown> = Promise.resolve()

function hostRunning(): ChildProcess {
  if (host?.connected === true) return host
  const started = fork(join(import.meta.dirname, 'program-host.ts'), { execArgv: [] })
  process.on('exit', () => started.kill())
  host = started
  return started
}

/** Runs the program in a folder, one run after the other in one process; `program` is run where the process matters. */
export function runProgram(asked: Asked): Promise<Ran> {
  const ran = last.then(async () => {
    const running = hostRunning()
    running.ref()
    running.channel?.ref()
    running.send(asked)
    const waiting = new AbortController()
    const [answer] = await Promise.race([
      once(running, 'message', waiting),
      once(running, 'exit', waiting).then(() => Promise.reject(new Error('the program ended its host'))),
    ])
    waiting.abort()
    running.unref()
    running.channel?.unref()
    return answer as Ran
  })
  last = ran.catch(() => null)
  return ran
}
