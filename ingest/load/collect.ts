import { getHeapStatistics, setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** So much may be in use beyond what was left the last time, before it is worth looking what of it is. */
const slack = 40 * 2 ** 20

const inUse = (): number => {
  const { used_heap_size: heap, external_memory: beside } = getHeapStatistics()
  return heap + beside
}

let gc: (() => void) | undefined

/** Lets go of all that is no longer used. */
export const letGo = (): void => (gc ??= engineCollector())()

function engineCollector(): () => void {
  setFlagsFromString('--expose-gc')
  // What is young is thrown away soon: room for more of it than there is would only be held, some 80 MB.
  setFlagsFromString('--semi-space-growth-factor=1')
  return runInNewContext('gc') as () => void
}

/** What was in use the last time that this process looked, in whichever load. */
let left = 0

/**
 * What lets go of all that is no longer used, where it is worth it: to look through all that a program holds takes
 * longer than a small load. By itself the engine lets garbage grow to a part of all the memory that the machine has: less
 * than half of a million rows took 600 MB, though 60 MB were in use. To be asked for before a load makes any garbage.
 */
export function collector(): () => void {
  gc ??= engineCollector()
  const collect = (): void => {
    if (inUse() < left + slack) return
    letGo()
    left = inUse()
  }
  // What reading the file has left goes first, or it would count as what is in use.
  collect()
  return collect
}
