import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { allFactLines, countsOf, northshire, type CameOf } from './outcome-of.ts'
import { loadFile } from '../story.ts'

/** What a process of its own tells of one file: what came of it, what it took, and whether a refusal left all as it was. */
export interface Told extends CameOf {
  readonly file: string
  readonly cpuSeconds: number
  /** The most memory that the process has had so far. */
  readonly peakMb: number
  readonly isUnchanged: boolean
}

const cut = (text: string): string => text.slice(0, 300)

async function loadOne(path: string): Promise<Told> {
  const store = await northshire()
  const [before, known] = [await countsOf(store), new Set(await allFactLines(store))]
  const bytes = readFileSync(path)
  const start = process.cpuUsage()
  const { problems, notes } = await loadFile(store, basename(path), bytes)
  const { user, system } = process.cpuUsage(start)
  const after = await countsOf(store)
  const gave = (await allFactLines(store)).filter((line) => !known.has(line))
  await store.destroy()
  return {
    file: basename(path),
    problems: problems.slice(0, 20).map((problem) => ({ ...problem, found: cut(problem.found) })),
    problemCount: problems.length,
    notes: notes.map(cut),
    gave: gave.map(cut),
    cpuSeconds: (user + system) / 1e6,
    peakMb: process.resourceUsage().maxRSS / 1024,
    isUnchanged: JSON.stringify(after) === JSON.stringify(before),
  }
}

if (import.meta.main) for (const path of process.argv.slice(2)) console.log(JSON.stringify(await loadOne(path)))
