import { wilson, type Interval } from './wilson.ts'

/**
 * The interval for the first proportion less the second, from the Wilson intervals of the two; null where either has
 * nothing to be a part of. Clipped to -1 and 1. For example, 56 of 70 less 48 of 80 is 0.0524 to 0.3339.
 *
 * Source: Newcombe, Interval estimation for the difference between independent proportions: comparison of eleven
 * methods, Statistics in Medicine 17 (1998), 873-890, method 10, which also gives the example.
 */
export function newcombeDifference(
  part1: number,
  n1: number,
  part2: number,
  n2: number,
  confidence = 0.95,
): Interval | null {
  const first = wilson(part1, n1, confidence)
  const second = wilson(part2, n2, confidence)
  if (first === null || second === null) return null
  const [p1, p2] = [part1 / n1, part2 / n2]
  return {
    lower: Math.max(-1, p1 - p2 - Math.hypot(p1 - first.lower, second.upper - p2)),
    upper: Math.min(1, p1 - p2 + Math.hypot(first.upper - p1, p2 - second.lower)),
  }
}
