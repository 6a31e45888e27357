import { performance } from 'node:perf_hooks'
import { SingleBar } from 'cli-progress'

/** Tells how far a load has come. */
export interface Progress {
  readonly show: (done: number, of: number) => void
  readonly stop: () => void
}

const none: Progress = { show: () => {}, stop: () => {} }

/** A bar for people at a terminal. */
function bar(name: string, stream: NodeJS.WriteStream): Progress {
  const single = new SingleBar({ format: `${name} {bar} {value} of {total} rows`, stream, clearOnComplete: true })
  let started = false
  return {
    show: (done, of) => {
      if (!started) single.start(of, 0)
      started = true
      single.update(done)
    },
    stop: () => single.stop(),
  }
}

/** Files with fewer rows are loaded before a line about them is read. */
const many = 20_000
const seconds = 3

const english = (count: number): string => count.toLocaleString('en-GB')

/** Lines for a log: one when a big file begins, then one for a tenth more of it, but not before some seconds are past. */
function lines(name: string, say: (line: string) => void): Progress {
  let [tenth, at] = [-1, 0]
  return {
    show: (done, of) => {
      const now = Math.floor((done * 10) / of)
      if (of < many || done === of || (tenth >= 0 && (now === tenth || performance.now() - at < seconds * 1000))) return
      ;[tenth, at] = [now, performance.now()]
      say(`${name}: ${english(done)} of ${english(of)} rows\n`)
    },
    stop: () => {},
  }
}

/** How far a load has come, said on standard error: a bar on a terminal, lines in a pipe, nothing beside JSON. */
export function progressOf(
  name: string,
  { json }: { readonly json?: true },
  stream: NodeJS.WriteStream = process.stderr,
): Progress {
  if (json === true) return none
  return stream.isTTY ? bar(name, stream) : lines(name, (line) => void stream.write(line))
}
