/** Plain percentages, intervals and order of names, as docs/measures.md says them. */

/** A fraction with one decimal, half away from nothing, by whole numbers alone. */
export function tenthOf(part: bigint, of: bigint): number {
  const [size, below] = [part < 0n ? -part : part, of < 0n ? -of : of]
  const tenths = Number((size * 20n + below) / (below * 2n))
  return tenths === 0 ? 0 : (part < 0n === of < 0n ? tenths : -tenths) / 10
}

/** A percentage of counts; `z` where there is nothing to count in. */
export const percentOf = (part: number, of: number): number | 'z' =>
  of === 0 ? 'z' : tenthOf(BigInt(part) * 100n, BigInt(of))

/** A share, worked out with roots, as a percentage. */
export function percentOfShare(share: number): number {
  const tenths = Math.round(Math.abs(share) * 1000)
  return tenths === 0 ? 0 : (Math.sign(share) * tenths) / 10
}

/** The normal quantiles of 97.5% and 99.9%. */
export const z95 = 1.959963984540054
export const z998 = 3.090232306167813

/** The interval of Wilson: where a share of so many could lie. */
export function wilsonOf(k: number, n: number, z: number): readonly [lower: number, upper: number] {
  const p = k / n
  const centre = (p + (z * z) / (2 * n)) / (1 + (z * z) / n)
  const reach = (z / (1 + (z * z) / n)) * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))
  return [k === 0 ? 0 : centre - reach, k === n ? 1 : centre + reach]
}

const english = new Intl.Collator('en-GB')

export const byName = (a: string, b: string): number => english.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0)

/** Different names in order, one of them last. */
export const namesInOrder = (names: readonly string[], last: string): string[] =>
  [...new Set(names)].toSorted((a, b) => (a === last ? 1 : b === last ? -1 : byName(a, b)))

export const levelWords = ['Focusing', 'Developing', 'Establishing', 'Enhancing']
export const strandWords = [
  'Curriculum music',
  'Co-curricular',
  'Leadership and Management',
  'Community and partnerships',
]
