import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { readCsv } from '../../../ingest/readers/csv.ts'
import { isWorkbook, refusalOfContainer } from '../../../ingest/readers/workbook/magic.ts'
import { readUntrusted } from '../../../ingest/readers/workbook/read.ts'
import { openData } from '../../open-data.ts'
import { loadFile } from '../story.ts'
import { allFactLines, countsOf, northshire, type CameOf } from './outcome-of.ts'

/** What came of a file of the open data: what its cells hold, and what came of loading it. */
export interface OpenFile extends CameOf {
  readonly name: string
  readonly wrong: string
  /** Rows and cells that are read; null where the file cannot be read. */
  readonly held: { readonly rows: number; readonly cells: number } | null
  readonly isUnchanged: boolean
}

const folders = ['bad-csv', 'bad-xlsx']

/** What each file of the open data is there for, by its name. */
function usesOf(list: string): ReadonlyMap<string, string> {
  const [head = '', ...lines] = readFileSync(list, 'utf8').split('\n')
  const at = head.split('\t').indexOf('use')
  return new Map(lines.map((line) => [line.split('\t')[0] ?? '', line.split('\t')[at] ?? '']))
}

/** The grids of a file, a workbook read in this thread: these are known, and a worker takes longer to start. */
const gridsOf = async (bytes: Uint8Array) => (isWorkbook(bytes) ? (await readUntrusted(bytes)).grids : [readCsv(bytes)])

async function heldIn(bytes: Uint8Array): Promise<OpenFile['held']> {
  const grids = refusalOfContainer(bytes) === null ? await gridsOf(bytes) : []
  if (!grids.some(({ problems }) => problems.length === 0)) return null
  const filled = grids.flatMap(({ rows }) => rows.map(({ cells }) => cells.filter((cell) => cell.trim() !== '').length))
  return { rows: filled.filter((count) => count > 0).length, cells: filled.reduce((sum, count) => sum + count, 0) }
}

/** What comes of every bad file of the open data, in the order of their names; null where it is absent. */
export async function openFiles(): Promise<readonly OpenFile[] | null> {
  const [list, ...paths] = ['MANIFEST.tsv', ...folders].map(openData)
  if (list == null || paths.includes(null)) return null
  const uses = usesOf(list)
  const names = folders.flatMap((folder, index) =>
    readdirSync(paths[index] ?? '', { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.\w+$/.test(name))
      .map((name) => `${folder}/${name}`),
  )
  const store = await northshire()
  const [counts, known] = [JSON.stringify(await countsOf(store)), new Set(await allFactLines(store))]
  const came: OpenFile[] = []
  for (const name of names.toSorted()) {
    const bytes = readFileSync(join(list, '..', name))
    const { problems, notes } = await loadFile(store, basename(name), bytes)
    const isUnchanged = JSON.stringify(await countsOf(store)) === counts
    const gave = isUnchanged ? [] : (await allFactLines(store)).filter((line) => !known.has(line))
    const wrong = uses.get(name) ?? ''
    came.push({
      name,
      wrong,
      held: await heldIn(bytes),
      problems,
      problemCount: problems.length,
      notes,
      gave,
      isUnchanged,
    })
  }
  await store.destroy()
  return came
}
