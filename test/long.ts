import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'

/** The proofs that are worth repeating: all that draw their cases at random, and what is run in the long proofs only. */
const proofs = ['test/analytics', 'test/ingest', 'test/fixtures', 'test/server', 'test/dashboards']

/** Of the time, how much goes to mutating code to see whether the tests notice. */
const shareOfMutation = 1 / 3

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '20' } } })
const until = Date.now() + Number(values.minutes) * 60_000
const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs')

/** Runs some proofs once at four times their everyday size; gives how they ended, or null when the time was up. */
function run(folder: string): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [vitest, 'run', '--config', 'test/vitest.config.ts', '--bail', '1', '--testTimeout', '3600000', folder],
      {
        stdio: 'inherit',
        env: { ...process.env, CRESCENDO_TEST_SCALE: '4' },
      },
    )
    const clock = setTimeout(() => child.kill('SIGTERM'), Math.max(0, until - Date.now()))
    child.on('error', reject)
    child.on('close', (code) => {
      clearTimeout(clock)
      resolve(Date.now() < until ? code : null)
    })
  })
}

/** Mutates the files of the day for their share of the time; gives how that ended. */
const mutation = (): Promise<number | null> =>
  new Promise((resolve, reject) => {
    const minutes = String(Number(values.minutes) * shareOfMutation)
    const program = join(import.meta.dirname, 'mutation/run.ts')
    const child = spawn(process.execPath, [program, '--minutes', minutes], { stdio: 'inherit' })
    child.on('error', reject)
    child.on('close', resolve)
  })

if ((await mutation()) !== 0) process.exitCode = 1
let done = 0
for (let code: number | null = 0; code === 0;) {
  code = await run(proofs[done % proofs.length] ?? '')
  if (code === 0) done++
  else if (code !== null) process.exitCode = code
}
const ended = process.exitCode === undefined ? 'none failed' : 'one failed'
console.log(`The long proofs ran for ${values.minutes} minutes at most: ${done} runs were finished, ${ended}.`)
