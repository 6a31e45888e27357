import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { Command, Option } from 'commander'
import { load, sheetKinds, type Outcome, type SheetKind } from '../../ingest/load.ts'
import type { Proposal } from '../../ingest/mapping/proposal.ts'
import { problemLine, type Problem } from '../../ingest/problem.ts'
import { proposeMapping } from '../../ingest/propose.ts'
import type { Store } from '../../migrations/open.ts'
import { besideLoad } from '../access/beside.ts'
import { operator } from '../access/person.ts'
import { Mistake } from '../mistake.ts'
import { today } from '../today.ts'
import { fileProblemsOf, type TroubledFile } from '../wrapping/problems-workbook.ts'
import { outcomeJson } from '../wrapping/outcome-json.ts'
import { mappingsOf } from './mapping-file.ts'
import { progressOf } from './progress.ts'
import { proposalText, writeDraft } from './propose.ts'
import { chooseHub, withStore } from './store.ts'
import { writeBytes } from './write-bytes.ts'
import { yearOf } from './year.ts'

interface Options {
  readonly kind?: SheetKind
  readonly hub?: string
  readonly year?: string
  readonly attribution?: string
  readonly dryRun?: true
  readonly json?: true
  readonly mapping: readonly string[]
  readonly propose?: true
  readonly draft?: string
  readonly problems?: string
}

/** `crescendo ingest`: exit 0 when every file is loaded, 2 when a file has problems (nothing of it is loaded). */
export const ingestCommand = (): Command =>
  new Command('ingest')
    .description('read, check, match and load files; a file is loaded whole or not at all')
    .argument(
      '<file...>',
      'CSV files, Excel workbooks and boundary files, in the order in which they build on each other',
    )
    .addOption(new Option('--kind <kind>', 'what the files hold, where their headings do not say').choices(sheetKinds))
    .option('--hub <name>', 'the hub, where there is more than one')
    .option('--year <year>', 'the academic year, for files that do not say it')
    .option('--attribution <words>', 'what maps say of their source, whatever a boundary file says of it')
    .addOption(
      new Option('--mapping <file>', 'a mapping that says what the columns mean; may be given more than once')
        .argParser((file: string, before: readonly string[]) => [...before, file])
        .default([], 'those that the hub remembers'),
    )
    .option('--propose', 'say what the files may hold and what their columns may mean, and load nothing')
    .option('--draft <file>', 'with --propose: write what is proposed as a mapping file to look over and change')
    .option('--dry-run', 'say what would happen and change nothing')
    .option('--json', 'one line of JSON a file')
    .option('--problems <workbook>', 'write the file with its problems marked to this workbook, where it has any')
    .action(async (files: readonly string[], options: Options) => {
      if (options.problems !== undefined && files.length > 1)
        throw new Mistake('--problems is of one file: ingest the files one by one')
      const troubled = await withStore({ make: false }, async (store) => {
        const hub = await chooseHub(store, options.hub)
        if (options.propose === true) return proposeAll(store, hub.name, files, options)
        const mappings = await mappingsOf(options.mapping)
        let problems = 0
        for (const file of files) {
          const progress = progressOf(basename(file), options)
          const request = {
            hub: hub.name,
            fileName: basename(file),
            bytes: () => bytesOf(file),
            ...(options.kind === undefined ? {} : { kind: options.kind }),
            ...(options.year === undefined ? {} : { year: yearOf(options.year) }),
            ...(options.attribution === undefined ? {} : { attribution: options.attribution }),
            mappings,
            dryRun: options.dryRun === true,
            today: today(),
            now: new Date().toISOString(),
            by: operator.id,
            onProgress: progress.show,
            beside: besideLoad(operator.id, hub.id),
          }
          const outcome = await load(store, request)
          progress.stop()
          if (options.json === true) await writeOut(outcomeJson(outcome))
          else console.log(told(outcome, options.dryRun === true, file))
          problems += outcome.problemCount
          if (options.problems !== undefined && outcome.problems.length > 0) {
            await writeProblems(store, options.problems, {
              ...request,
              ...outcome,
              kind: options.kind,
              bytes: await bytesOf(file),
            })
            if (options.json !== true) console.log(`${options.problems} is the file with its problems marked`)
          }
        }
        return problems > 0
      })
      if (troubled) process.exitCode = 2
    })

/** Says what each file may hold; whether one of them cannot be opened. */
async function proposeAll(store: Store, hub: string, files: readonly string[], options: Options): Promise<boolean> {
  const { kind, year, json, draft } = options
  const proposals: Proposal[] = []
  for (const file of files) {
    const proposal = await proposeMapping(store, {
      hub,
      fileName: basename(file),
      bytes: await bytesOf(file),
      ...(kind === undefined ? {} : { kind }),
      ...(year === undefined ? {} : { year: yearOf(year) }),
    })
    console.log(json === true ? JSON.stringify(proposal) : proposalText(proposal))
    proposals.push(proposal)
  }
  if (draft !== undefined) {
    const count = await writeDraft(proposals, draft)
    if (json !== true)
      console.log(`${draft} holds ${count} ${count === 1 ? 'mapping' : 'mappings'} to look over; load with --mapping`)
  }
  return proposals.some(({ problems }) => problems.length > 0)
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    throw new Mistake(code === 'ENOENT' ? `there is no file ${file}` : `the file cannot be read: ${file} (${code})`)
  }
}

/** Writes the file with its problems marked, as a workbook to hand back to whoever made it. */
async function writeProblems(store: Store, path: string, file: TroubledFile): Promise<void> {
  const { writeProblemsWorkbook } = await import('../../dashboards/workbooks/problems-workbook.ts')
  await writeBytes(path, await writeProblemsWorkbook(await fileProblemsOf(store, file)))
}

/** Writes pieces of a text to standard output, each when there is room for it. */
async function writeOut(pieces: Iterable<string>): Promise<void> {
  for (const piece of pieces) if (!process.stdout.write(piece)) await once(process.stdout, 'drain')
}

/** How to settle a doubtful row without changing its file. */
function settling({ code, sheet, row }: Problem, path: string): readonly string[] {
  if (code !== 'doubtful-school' || row === null) return []
  const words = ['settle', path, ...(sheet === null ? [] : ['--sheet', sheet]), '--row', String(row), '--urn']
  return [`    or settle it for every row of that name: crescendo ${words.map(quoted).join(' ')} <URN>`]
}

/** A word as a shell takes it. */
const quoted = (word: string): string =>
  /^[\w./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`

/** What became of a file, in plain lines. */
function told(outcome: Outcome, dryRun: boolean, path: string): string {
  const { file, kind, problems, problemCount, notes } = outcome
  const counts = `${outcome.new} new, ${outcome.changed} changed, ${outcome.same} already known`
  const happened =
    problemCount > 0
      ? `${problemCount} ${problemCount === 1 ? 'problem' : 'problems'}: nothing was loaded`
      : dryRun
        ? `nothing was loaded (dry run); it would bring ${counts}`
        : outcome.receiptId === null
          ? `nothing to load: ${counts}`
          : `loaded ${counts}; receipt ${outcome.receiptId}, data version ${outcome.dataVersion}`
  return [
    `${file} (${kind ?? 'unknown kind'}): ${happened}`,
    ...problems.flatMap((problem) => [`  ${problemLine(file, problem)}`, ...settling(problem, path)]),
    ...notes.map((note) => `  note: ${note}`),
  ].join('\n')
}
