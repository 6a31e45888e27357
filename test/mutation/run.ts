import { spawn } from 'node:child_process'
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { closest, ofSlow, others, type Closest } from './closest.ts'
import { inWords, scoresIn, type Score } from './score.ts'

// Changes the code of access and disclosure, one small change at a time, and counts how many of them the tests find.
// Of everything, which takes an hour or more; of the files whose name holds a word; or, in the minutes given, of as many
// as can be gone through, beginning with those of the day.

const root = resolve(import.meta.dirname, '../..')
const { values } = parseArgs({ options: { minutes: { type: 'string' }, only: { type: 'string' } } })
const usual = JSON.parse(readFileSync(join(import.meta.dirname, 'stryker.json'), 'utf8')) as object
const stryker = join(
  dirname(createRequire(import.meta.url).resolve('@stryker-mutator/core/package.json')),
  'bin/stryker.js',
)
const [settings, report] = [join(root, '.cache/mutation-settings.json'), join(root, '.cache/mutation.json')]

/** The least share of the changes of a file that the tests must find, in percent. */
const least = 85

/** What is gone through, another one first each day: after as many days as there are each was first once. */
function ofDay(): readonly Closest[] {
  const there = globSync(['server/access/**/*.ts', 'analytics/disclosure/**/*.ts'], { cwd: root })
  const only = [...closest, others(there)].filter(({ files }) => files.some((file) => file.includes(values.only ?? '')))
  const first = values.minutes === undefined ? 0 : Math.floor(Date.now() / 86_400_000) % only.length
  return [...only.slice(first), ...only.slice(0, first)]
}

/** Changes some files and runs what stands closest to them; gives whether that ended in time. */
function change({ files, tests }: Closest, until: number): Promise<boolean> {
  mkdirSync(dirname(settings), { recursive: true })
  rmSync(report, { force: true })
  writeFileSync(settings, JSON.stringify({ ...usual, mutate: files, testFiles: tests }))
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [stryker, 'run', settings], {
      cwd: root,
      stdio: 'inherit',
      // A tenth of the cases drawn at random: a change is looked for many times over.
      env: {
        ...process.env,
        CRESCENDO_TEST_SCALE: '0.1',
        CRESCENDO_TEST_HASHES: tests.some((test) => ofSlow.has(test)) ? 'slow' : 'quick',
      },
    })
    const clock = Number.isFinite(until)
      ? setTimeout(() => child.kill('SIGTERM'), Math.max(0, until - Date.now()))
      : undefined
    child.on('error', failed)
    child.on('close', () => {
      clearTimeout(clock)
      done(Date.now() < until)
    })
  })
}

const until = values.minutes === undefined ? Infinity : Date.now() + Number(values.minutes) * 60_000
const scores: Score[] = []
for (const each of ofDay()) {
  if (!(await change(each, until))) break
  scores.push(...scoresIn(readFileSync(report, 'utf8')))
}
console.log(inWords(scores, least))
if (scores.some(({ percent }) => percent < least)) process.exitCode = 1
