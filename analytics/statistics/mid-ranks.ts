/**
 * The rank of each value among all, in the order given: 1 for the lowest, and for equal values the middle of the ranks
 * they share. None for none. For example, `midRanks([10, 20, 20, 30])` is 1, 2.5, 2.5, 4.
 *
 * Source: Kendall, The treatment of ties in ranking problems, Biometrika 33 (1945), 239-251.
 */
export function midRanks(values: readonly number[]): readonly number[] {
  const order = values.map((_, index) => index).toSorted((a, b) => values[a]! - values[b]!)
  const ranks: number[] = Array.from({ length: values.length })
  for (let start = 0, end = 0; start < order.length; start = end) {
    while (end < order.length && values[order[end]!] === values[order[start]!]) end++
    for (let at = start; at < end; at++) ranks[order[at]!] = (start + 1 + end) / 2
  }
  return ranks
}
