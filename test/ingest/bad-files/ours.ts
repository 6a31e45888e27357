import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { loadFile } from '../story.ts'
import type { BadFile } from './bad-file.ts'
import type { Told } from './load-each.ts'
import { allFactLines, countsOf, northshire, type CameOf } from './outcome-of.ts'

/** What came of a file of ours, and whether every table and the data version are as they were. */
export type Came = CameOf & { readonly isUnchanged: boolean }

/** A store with its counts and facts, as they are before a file is loaded. */
async function freshStore() {
  const store = await northshire()
  return { store, counts: JSON.stringify(await countsOf(store)), known: new Set(await allFactLines(store)) }
}

type Fresh = Awaited<ReturnType<typeof freshStore>>

/** Loads a file here. Every change moves the data version, so where the counts are the same so are the facts. */
async function loadHere({ store, counts, known }: Fresh, { name, make }: BadFile): Promise<Came> {
  const { problems, notes } = await loadFile(store, name, await make())
  const isUnchanged = JSON.stringify(await countsOf(store)) === counts
  const gave = isUnchanged ? [] : (await allFactLines(store)).filter((line) => !known.has(line))
  return { problems, problemCount: problems.length, notes, gave, isUnchanged }
}

/** What comes of each file, by its name, loaded one after the other into stores that no other file has changed. */
export async function loadAllHere(files: readonly BadFile[]): Promise<ReadonlyMap<string, Came>> {
  const came = new Map<string, Came>()
  let fresh = await freshStore()
  for (const file of files) {
    const each = await loadHere(fresh, file)
    came.set(file.name, each)
    if (each.isUnchanged) continue
    await fresh.store.destroy()
    fresh = await freshStore()
  }
  await fresh.store.destroy()
  return came
}

const script = join(import.meta.dirname, 'load-each.ts')

/** What a process of its own tells of files that it loads one after the other. */
async function toldOf(paths: readonly string[]): Promise<readonly Told[]> {
  const { stdout } = await promisify(execFile)(process.execPath, [script, ...paths], { maxBuffer: 2 ** 26 })
  return stdout
    .trim()
    .split('\n')
    .map((line): Told => JSON.parse(line))
}

/**
 * What comes of each file, by its name, loaded in a process that tells what it took: one for workbooks and one for all
 * else, for what a process has had it may keep, and that is counted with what the next file takes.
 */
export async function loadAllApart(files: readonly BadFile[]): Promise<ReadonlyMap<string, Told>> {
  const folder = mkdtempSync(join(tmpdir(), 'bad-files-'))
  try {
    const paths: string[] = []
    for (const { name, make } of files) {
      writeFileSync(join(folder, name), await make())
      paths.push(join(folder, name))
    }
    const [workbooks = [], others = []] = [true, false].map((is) =>
      paths.filter((path) => path.endsWith('.xlsx') === is),
    )
    const told = [...(await toldOf(workbooks)), ...(await toldOf(others))]
    return new Map(told.map((each) => [each.file, each]))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
