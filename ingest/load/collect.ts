import { getHeapStatistics, setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** So much may be in use beyond what was left the last time, before it is worth looking what of it is. */
const slack = 40 * 2 ** 20

const inUse = (): number => {
  const { used_heap_size: heap, external_memory: beside } = getHeapStatistics()
  return heap + beside
}

/** Of so few rows nothing is left that is worth it: to look through all that a program holds took longer than their load. */
const fewRows = 5000

/**
 * Lets go of what a load of so many rows no longer uses, when asked and worth it. By itself the engine lets garbage grow to a part of all
 * the memory that the machine has: less than half of a million rows took 600 MB, though 60 MB were in use.
 */
export function collector(rows: number): () => void {
  if (rows < fewRows) return () => {}
  setFlagsFromString('--expose-gc')
  // What is young is thrown away soon: room for more of it than there is would only be held, some 80 MB.
  setFlagsFromString('--semi-space-growth-factor=1')
  const collect = runInNewContext('gc') as () => void
  // What reading the file has left goes first, or it would count as what is in use.
  collect()
  let left = inUse()
  return () => {
    if (inUse() < left + slack) return
    collect()
    left = inUse()
  }
}
