/** One run of the program that is asked for: its words, and where it is run. */
export interface Asked {
  readonly words: readonly string[]
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
}

/** What a run came to. */
export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

// Runs the program again and again in one process, as if each run had one of its own: starting takes longer than most runs.

const main = new URL('../server/main.ts', import.meta.url)
const ownEnv = { ...process.env }
let told = { out: '', err: '' }
let runs = 0

/** What is thrown in the place of an exit. */
class Exit extends Error {}

async function run({ words, cwd, env }: Asked): Promise<Ran> {
  told = { out: '', err: '' }
  process.exitCode = 0
  process.chdir(cwd)
  process.env = { ...ownEnv, ...env }
  process.argv = [process.execPath, 'crescendo', ...words]
  try {
    // A module of another address is read anew; those that it imports are not.
    await import(`${main.href}?run=${(runs += 1)}`)
  } catch (error) {
    if (!(error instanceof Exit)) {
      process.exitCode = 1
      told.err += error instanceof Error ? error.stack : String(error)
    }
  }
  return { code: process.exitCode, ...told }
}

if (import.meta.main) {
  process.stdout.write = (part: string | Uint8Array) => (told.out += String(part)) !== ''
  process.stderr.write = (part: string | Uint8Array) => (told.err += String(part)) !== ''
  process.exit = (code) => {
    process.exitCode = code
    throw new Exit()
  }
  process.on('disconnect', () => process.kill(process.pid))
  process.on('message', (asked: Asked) => void run(asked).then((ran) => process.send?.(ran)))
}
