/** The sum of the values, in their order; 0 for none. For example, `sum([1, 2, 3])` is 6. */
export function sum(values: readonly number[]): number {
  let total = 0
  for (const value of values) total += value
  return total
}
