/** Below this part of the largest variance, a pivot is what rounding left of nothing. */
const nothing = 1e-10

/** d' V⁻ d, and how many directions V varies in. */
export interface QuadraticForm {
  readonly value: number
  readonly rank: number
}

/**
 * How far a vector of differences is from nothing, measured in its own covariance, and the rank of that covariance.
 * Directions in which the covariance does not vary are left out, which is right when the differences have nothing in
 * them either: so the last of differences that add to nothing need not be dropped. For example, the differences 4 and
 * -4 with the covariance 34, -34, -34, 34 give 16/34, 0.470588, and the rank 1.
 *
 * Source: Rao, Linear Statistical Inference and Its Applications, 2nd edition (1973), 1b.5 (the generalised inverse).
 */
export function quadraticForm(
  differences: readonly number[],
  covariance: readonly (readonly number[])[],
): QuadraticForm {
  const left = differences.slice()
  const matrix = covariance.map((row) => row.slice())
  const smallest = nothing * Math.max(0, ...covariance.map((row, i) => row[i]!))
  let value = 0
  let rank = 0
  for (const [pivot, row] of matrix.entries()) {
    const variance = row[pivot]!
    if (variance <= smallest) continue
    value += left[pivot]! ** 2 / variance
    rank += 1
    for (let i = pivot + 1; i < matrix.length; i++) {
      const times = matrix[i]![pivot]! / variance
      left[i]! -= times * left[pivot]!
      for (let j = pivot; j < matrix.length; j++) matrix[i]![j]! -= times * row[j]!
    }
  }
  return { value, rank }
}
