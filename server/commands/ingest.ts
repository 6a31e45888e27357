import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { SingleBar } from 'cli-progress'
import { Command, Option } from 'commander'
import { parseAcademicYear } from '../../analytics/framework/academic-year.ts'
import { load, sheetKinds, type Outcome, type SheetKind } from '../../ingest/load.ts'
import { problemLine } from '../../ingest/problem.ts'
import { operator } from '../access/person.ts'
import { Mistake } from '../mistake.ts'
import { today } from '../today.ts'
import { chooseHub, withStore } from './store.ts'

interface Options {
  readonly kind?: SheetKind
  readonly hub?: string
  readonly year?: string
  readonly dryRun?: true
  readonly json?: true
}

/** `crescendo ingest`: exit 0 when every file is loaded, 2 when a file has problems (nothing of it is loaded). */
export const ingestCommand = (): Command =>
  new Command('ingest')
    .description('read, check, match and load files; a file is loaded whole or not at all')
    .argument('<file...>', 'CSV files and Excel workbooks, in the order in which they build on each other')
    .addOption(new Option('--kind <kind>', 'what the files hold, where their headings do not say').choices(sheetKinds))
    .option('--hub <name>', 'the hub, where there is more than one')
    .option('--year <year>', 'the academic year, for files that do not say it')
    .option('--dry-run', 'say what would happen and change nothing')
    .option('--json', 'one line of JSON a file')
    .action(async (files: readonly string[], options: Options) => {
      const troubled = await withStore({ make: false }, async (store) => {
        const hub = await chooseHub(store, options.hub)
        let problems = 0
        for (const file of files) {
          const bar = progressBar(basename(file), options)
          const outcome = await load(store, {
            hub: hub.name,
            fileName: basename(file),
            bytes: await bytesOf(file),
            ...(options.kind === undefined ? {} : { kind: options.kind }),
            ...(options.year === undefined ? {} : { year: yearOf(options.year) }),
            dryRun: options.dryRun === true,
            today: today(),
            now: new Date().toISOString(),
            by: operator.id,
            onProgress: bar.show,
          })
          bar.stop()
          console.log(options.json === true ? JSON.stringify(outcome) : told(outcome, options.dryRun === true))
          problems += outcome.problems.length
        }
        return problems > 0
      })
      if (troubled) process.exitCode = 2
    })

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch (error) {
    throw new Mistake(
      `the file cannot be read: ${file} (${error instanceof Error && 'code' in error ? String(error.code) : 'unknown'})`,
    )
  }
}

function yearOf(text: string): number {
  const year = parseAcademicYear(text)
  if (year === null) throw new Mistake(`--year: found "${text}"; use an academic year such as 2025 or 202526`)
  return year
}

/** A bar on a terminal, nothing in a pipe. */
function progressBar(name: string, { json }: Options) {
  if (json === true || !process.stderr.isTTY) return { show: () => {}, stop: () => {} }
  const bar = new SingleBar({
    format: `${name} {bar} {value} of {total} rows`,
    stream: process.stderr,
    clearOnComplete: true,
  })
  let started = false
  return {
    show: (done: number, of: number): void => {
      if (!started) bar.start(of, 0)
      started = true
      bar.update(done)
    },
    stop: (): void => bar.stop(),
  }
}

/** What became of a file, in plain lines. */
function told(outcome: Outcome, dryRun: boolean): string {
  const { file, kind, problems, notes } = outcome
  const counts = `${outcome.new} new, ${outcome.changed} changed, ${outcome.same} already known`
  const happened =
    problems.length > 0
      ? `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}: nothing was loaded`
      : dryRun
        ? `nothing was loaded (dry run); it would bring ${counts}`
        : outcome.receiptId === null
          ? `nothing to load: ${counts}`
          : `loaded ${counts}; receipt ${outcome.receiptId}, data version ${outcome.dataVersion}`
  return [
    `${file} (${kind ?? 'unknown kind'}): ${happened}`,
    ...problems.map((problem) => `  ${problemLine(file, problem)}`),
    ...notes.map((note) => `  note: ${note}`),
  ].join('\n')
}
