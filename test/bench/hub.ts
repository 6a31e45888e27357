import { isDeepStrictEqual } from 'node:util'
import { buildEvidence } from '../../analytics/evidence/build.ts'
import type { Evidence } from '../../analytics/evidence/evidence.ts'
import type { Facts } from '../../analytics/evidence/facts.ts'
import { loadDuckdb } from './duckdb.ts'
import type { Engine, Load } from './engine.ts'
import { benchFacts } from './facts.ts'
import { withJudgements } from './facts/judgements.ts'
import { median, race } from './measure-race.ts'
import { preparedTables } from './prepared.ts'
import { answerOf, earlier, questions, titleOf, type Found, type Question } from './questions.ts'
import { loadSqlite } from './sqlite.ts'
import { tableOf, type Line } from './table.ts'

const builds = 3

/** What racing one hub showed: a report to print, and whether every answer was the same. */
export interface Raced {
  readonly report: string
  readonly equal: boolean
}

/** Races every question at a hub of that many schools. */
export async function raceHub(schools: number, rounds: number): Promise<Raced> {
  const built = build(benchFacts(schools))
  const tables = preparedTables(built.evidence)
  const loaded = [await timed(loadSqlite, tables), await timed(loadDuckdb, tables)]
  const engines = loaded.map(({ engine }) => engine)
  const lines: Line[] = []
  const unequal: string[] = []
  for (const question of questions) {
    const ours = () => answerOf(built.evidence, question)
    const theirs = await Promise.all(engines.map(({ prepare }) => prepare(question)))
    const wrong = await unlike(engines, built.evidence, [question, earlier(question)])
    if (wrong.length > 0) unequal.push(`UNEQUAL: ${titleOf(question)}: ${wrong.join(' and ')} answered otherwise`)
    const [crescendo = 0, ...rest] = await race([ours, ...theirs], rounds)
    lines.push({
      question: titleOf(question),
      crescendo,
      engines: rest,
      ...(wrong.length > 0 && { instead: 'UNEQUAL' }),
    })
  }
  lines.push({
    question: 'evidence built; prepared tables loaded',
    crescendo: built.milliseconds,
    engines: loaded.map(({ milliseconds }) => milliseconds),
    instead: '-',
  })
  const report = [
    `${schools} schools, ${built.evidence.audits.numRows} audits; evidence holds ${built.megabytes.toFixed(1)} MB`,
    engines.map(({ name, version }) => `${name} ${version}`).join(', '),
    '',
    tableOf(
      engines.map(({ name }) => name),
      lines,
    ),
    ...unequal,
  ]
  for (const { close } of engines) close()
  return { report: report.join('\n'), equal: unequal.length === 0 }
}

/** The names of the engines that answer one of the questions otherwise than Crescendo. */
async function unlike(
  engines: readonly Engine[],
  evidence: Evidence,
  asked: readonly Question[],
): Promise<readonly string[]> {
  const names = new Set<string>()
  for (const { name, prepare } of engines)
    for (const question of asked) {
      const answer = await prepare(question)
      if (!same(answerOf(evidence, question), await answer())) names.add(name)
    }
  return [...names]
}

const same = (ours: Found, theirs: Found): boolean =>
  isDeepStrictEqual({ rows: ours.rows, totals: ours.totals }, theirs)

async function timed(load: Load, tables: Parameters<Load>[0]): Promise<{ engine: Engine; milliseconds: number }> {
  const start = performance.now()
  const engine = await load(tables)
  return { engine, milliseconds: performance.now() - start }
}

interface Built {
  readonly evidence: Evidence
  readonly milliseconds: number
  readonly megabytes: number
}

/** Evidence with the median time to build it, and the memory that it keeps once its building is cleared away. */
function build(facts: Facts): Built {
  const times: number[] = []
  const before = memoryInUse()
  let evidence = timedBuild(facts, times)
  const megabytes = (memoryInUse() - before) / 1e6
  while (times.length < builds) evidence = timedBuild(facts, times)
  return { evidence: withJudgements(evidence), milliseconds: median(times), megabytes }
}

function timedBuild(facts: Facts, times: number[]): Evidence {
  const start = performance.now()
  const evidence = buildEvidence(facts)
  times.push(performance.now() - start)
  return evidence
}

function memoryInUse(): number {
  // The second time collects what the first one let go of.
  globalThis.gc?.()
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}
