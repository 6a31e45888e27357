import { isDeepStrictEqual } from 'node:util'
import type { Evidence } from '../../analytics/evidence/evidence.ts'
import { built } from './built.ts'
import { raceComparators } from './comparator-race.ts'
import { loadDuckdb } from './duckdb.ts'
import type { Engine } from './engine.ts'
import { race, type Runner } from './measure-race.ts'
import { loadPostgres } from './postgres.ts'
import { layoutOf, tablesFor } from './prepared/index.ts'
import { answerOf, earlier, ofParts, wholeHub, type Found, type Question } from './questions.ts'
import { raceScan } from './scan-race.ts'
import { loadSqlite } from './sqlite.ts'
import { statements } from './statements/index.ts'
import { askingOf } from './statements/statement.ts'
import { linesOf, type Line } from './table.ts'

/** The academic years for which the engines are told what schools are like. */
const years = [2018, 2024]

/** How often comparators are found, and of how many schools at most: all pairs are the square of them. */
const [comparings, mostCompared] = [5, 24_000]

/** What racing one hub showed: a report to print, and whether every answer was the same. */
export interface Raced {
  readonly report: string
  readonly equal: boolean
}

/** How a hub is raced. */
export interface Race {
  readonly schools: number
  readonly rounds: number
  /** Which engines take part, by name. */
  readonly engines: readonly string[]
  /** A part of the titles of the questions asked. */
  readonly asking: string
}

/** Races the questions at a hub of so many schools. */
export async function raceHub({ schools, rounds, engines: wanted, asking }: Race): Promise<Raced> {
  const questions = [...wholeHub, ...ofParts].filter(({ title }) => title.includes(asking))
  const { evidence, milliseconds, megabytes, firstAsked } = built(schools, questions)
  const texts = questions.map(({ id, asked }) =>
    statements[id].text(askingOf(evidence, asked, { scans: false, hasSets: false })),
  )
  const tables = tablesFor(layoutOf(evidence, years), texts)
  const loads = {
    SQLite: () => loadSqlite(tables),
    DuckDB: () => loadDuckdb(tables),
    PostgreSQL: () => loadPostgres(tables),
  }
  const loaded: { readonly engine: Engine; readonly milliseconds: number }[] = []
  for (const [name, load] of Object.entries(loads)) {
    if (!wanted.includes(name)) continue
    const start = performance.now()
    const engine = await load()
    if (engine !== undefined) loaded.push({ engine, milliseconds: performance.now() - start })
  }
  const engines = loaded.map(({ engine }) => engine)
  const [lines, unequal]: [Line[], string[]] = [[], []]
  for (const question of questions) {
    const wrong = await unlike(engines, evidence, [question, earlier(question)])
    if (wrong.length > 0) unequal.push(`UNEQUAL: ${question.title}: ${wrong.join(' and ')} answered otherwise`)
    const theirs = await Promise.all(engines.map((engine) => prepared(engine, evidence, question)))
    const [crescendo = 0, ...rest] = await race([() => answerOf(evidence, question), ...theirs], rounds)
    lines.push({ question: question.title, crescendo, engines: rest })
  }
  lines.push({
    question: 'evidence built; prepared tables loaded',
    crescendo: milliseconds,
    engines: loaded.map((each) => each.milliseconds),
    isRace: false,
  })
  for (const { close } of engines) await close()
  return {
    equal: unequal.length === 0,
    report: [
      `${schools} schools, ${evidence.audits.numRows} audits, ${evidence.judgements.numRows} criterion ratings`,
      `evidence holds ${megabytes.toFixed(0)} MB; every question asked for the first time: ${firstAsked.milliseconds.toFixed(0)} ms, and ${firstAsked.megabytes.toFixed(0)} MB held then`,
      engines.map(({ name, version }) => `${name} ${version}`).join(', '),
      ...(engines.length === wanted.length
        ? []
        : ['PostgreSQL is not raced: install postgresql with the system’s package manager']),
      '',
      ...linesOf(
        engines.map(({ name }) => name),
        lines,
      ),
      ...unequal,
      '',
      await raceScan(evidence, rounds),
      '',
      schools > mostCompared ? '' : raceComparators(evidence, comparings),
    ].join('\n'),
  }
}

/** An engine ready to answer a question in the measure's own form. */
async function prepared(engine: Engine, evidence: Evidence, { id, asked }: Question): Promise<Runner<Promise<Found>>> {
  const asking = askingOf(evidence, asked, engine.traits)
  const run = await engine.prepare(statements[id].text(asking))
  return async () => statements[id].read(await run(), asking)
}

/** The names of the engines that answer one of the questions otherwise than Crescendo. */
async function unlike(
  engines: readonly Engine[],
  evidence: Evidence,
  asked: readonly Question[],
): Promise<readonly string[]> {
  const names = new Set<string>()
  for (const engine of engines)
    for (const question of asked) {
      const answer = await prepared(engine, evidence, question)
      const { rows, totals } = answerOf(evidence, question)
      if (!isDeepStrictEqual({ rows, totals }, await answer())) names.add(engine.name)
    }
  return [...names]
}
