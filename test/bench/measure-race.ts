/** One way to get an answer. */
export type Runner<T = unknown> = () => T

/** How long and how often at least each runner is called before anything is timed. */
const warmUp = { milliseconds: 150, calls: 3 }

/** The middle of some numbers, or halfway between the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/**
 * The median milliseconds of each runner. In every round each is called once, in an order that moves on by one from
 * round to round, so that what else the machine does falls on all of them alike.
 */
export async function race(runners: readonly Runner[], rounds: number): Promise<readonly number[]> {
  for (const runner of runners) await warm(runner)
  const times = runners.map((): number[] => [])
  for (let round = 0; round < rounds; round++)
    for (let turn = 0; turn < runners.length; turn++) {
      const at = (round + turn) % runners.length
      times[at]!.push(await millisecondsOf(runners[at]!))
    }
  return times.map(median)
}

async function warm(runner: Runner): Promise<void> {
  const start = performance.now()
  for (let calls = 0; calls < warmUp.calls || performance.now() - start < warmUp.milliseconds; calls++) await runner()
}

async function millisecondsOf(runner: Runner): Promise<number> {
  const start = performance.now()
  await runner()
  return performance.now() - start
}
