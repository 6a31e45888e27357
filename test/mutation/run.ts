import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'

// Changes the code of access and disclosure, one small change at a time, and counts how many of them the tests find.
// Of everything, which takes an hour or more; or of as many proved files as the minutes allow, beginning with the day's.

const root = resolve(import.meta.dirname, '../..')
const { values } = parseArgs({ options: { minutes: { type: 'string' } } })
const settings = join(import.meta.dirname, 'stryker.json')
const whole = JSON.parse(readFileSync(settings, 'utf8')) as object
const stryker = join(
  dirname(createRequire(import.meta.url).resolve('@stryker-mutator/core/package.json')),
  'bin/stryker.js',
)

/** The files of which it was shown that the tests find enough; one more joins them when that is shown of it. */
const proved = [
  'audience',
  'browser-name',
  'challenges',
  'code',
  'cookie',
  'free-text',
  'home',
  'identify',
  'loopback',
  'may-see',
  'not-there',
  'same-origin',
  'secret',
].map((name) => `server/access/${name}.ts`)

/** The proved files, another one first each day: after as many days as there are files each was first once. */
function filesOfDay(): readonly string[] {
  const first = Math.floor(Date.now() / 86_400_000) % proved.length
  return [...proved.slice(first), ...proved.slice(0, first)]
}

/** The settings for one file, in a file of their own. */
function settingsOf(file: string): string {
  const own = join(root, '.cache/mutation-of-day.json')
  mkdirSync(dirname(own), { recursive: true })
  writeFileSync(own, JSON.stringify({ ...whole, mutate: [file], incremental: false, reporters: ['clear-text'] }))
  return own
}

/** Runs with some settings; gives how that ended, or null when the time was up. */
function run(told: string, until: number): Promise<number | null> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [stryker, 'run', told], { cwd: root, stdio: 'inherit' })
    const isLimited = Number.isFinite(until)
    const clock = isLimited ? setTimeout(() => child.kill('SIGTERM'), Math.max(0, until - Date.now())) : undefined
    child.on('error', failed)
    child.on('close', (code) => {
      clearTimeout(clock)
      done(Date.now() < until ? code : null)
    })
  })
}

if (values.minutes === undefined) process.exitCode = (await run(settings, Infinity)) ?? 1
else {
  const until = Date.now() + Number(values.minutes) * 60_000
  let finished = 0
  for (const file of filesOfDay()) {
    const code = await run(settingsOf(file), until)
    if (code === null) break
    if (code !== 0) process.exitCode = code
    finished++
  }
  console.log(`Mutation for ${values.minutes} minutes at most: ${finished} files were gone through.`)
}
