import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { manyAudits, manySchools } from '../ingest/many-audits.ts'
import { median } from './measure-race.ts'

const program = resolve(import.meta.dirname, '../../server/crescendo.js')
const schools = 24_000

/** How a program went: its wall time in milliseconds, and the most memory it held in megabytes. */
interface Ran {
  readonly milliseconds: number
  readonly megabytes: number
}

/** The most memory a process has held so far, as the system counts it; 0 where it is gone or cannot be asked. */
function peakOf(pid: number | undefined): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

async function run(command: string, words: readonly string[], database: string): Promise<Ran> {
  const began = performance.now()
  const child = spawn(command, words, { stdio: 'ignore', env: { ...process.env, CRESCENDO_DB: database } })
  let megabytes = 0
  const clock = setInterval(() => (megabytes = Math.max(megabytes, peakOf(child.pid))), 20)
  const [code] = await once(child, 'close')
  clearInterval(clock)
  if (code !== 0 && code !== 2) throw new Error(`${command} ${words.join(' ')} ended with ${code}`)
  return { milliseconds: performance.now() - began, megabytes }
}

/** So many ratings as a file in the long layout, 24,000 schools in turn, year after year. */
function writeRatings(path: string, count: number): void {
  const years = Array.from({ length: Math.ceil(count / 4 / schools) }, (_, index) => 2010 + index)
  const [head = '', ...audits] = manyAudits(schools, years, 1)
  writeFileSync(path, head + audits.slice(0, Math.ceil(count / 4)).join(''))
}

const shown = (title: string, runs: readonly Ran[]): string =>
  `${title.padEnd(44)} ${(median(runs.map((run) => run.milliseconds)) / 1000).toFixed(1).padStart(8)} s ${Math.max(
    ...runs.map((run) => run.megabytes),
  )
    .toFixed(0)
    .padStart(6)} MB`

/** Races the program's load of a file of ratings against `.import` of the sqlite3 shell, round by round in turn. */
export async function raceLoad(ratings: number, rounds: number): Promise<string> {
  if (spawnSync('sqlite3', ['--version']).status !== 0)
    return 'the load is not raced: install sqlite3 with the system’s package manager'
  const folder = mkdtempSync(join(tmpdir(), 'crescendo-race-'))
  const [file, wrong, register] = [join(folder, 'audits.csv'), join(folder, 'wrong.csv'), join(folder, 'register.csv')]
  writeRatings(file, ratings)
  writeFileSync(register, manySchools(schools))
  writeFileSync(wrong, readFileSync(file, 'utf8').replaceAll(/(Focus|Develop|Establish|Enhanc)ing$/gm, 'Emerging'))
  const crescendo = (database: string, ...words: readonly string[]) =>
    run(process.execPath, [program, ...words], database)
  const [imports, loads, again, problems]: Ran[][] = [[], [], [], []]
  for (let round = 0; round < rounds; round++) {
    const [bare, hub] = [join(folder, `bare-${round}.db`), join(folder, `hub-${round}.db`)]
    imports?.push(await run('sqlite3', [bare, '.mode csv', `.import ${file} bare`], bare))
    await crescendo(hub, 'hub', 'add', 'Bench', '--area', '901')
    await crescendo(hub, 'ingest', register)
    loads?.push(await crescendo(hub, 'ingest', file))
    again?.push(await crescendo(hub, 'ingest', file))
    problems?.push(await crescendo(hub, 'ingest', wrong))
  }
  const megabytes = (statSync(file).size / 1e6).toFixed(0)
  rmSync(folder, { recursive: true })
  const ratio = median((loads ?? []).map((load, round) => load.milliseconds / (imports?.[round]?.milliseconds ?? 1)))
  return [
    `${ratings} ratings of ${schools} schools, a CSV file of ${megabytes} MB; medians and peak memory of ${rounds} rounds`,
    shown('sqlite3 .import into a bare table', imports ?? []),
    shown('crescendo ingest', loads ?? []),
    shown('crescendo ingest, the same again', again ?? []),
    shown('crescendo ingest, every row with a problem', problems ?? []),
    `crescendo ingest / .import: ${ratio.toFixed(2)}x`,
  ].join('\n')
}
