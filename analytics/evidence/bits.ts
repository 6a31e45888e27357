/** A bit for each row of a table, 32 to a word, the first row lowest. Bits beyond the last row are 0. */
export type Bits = Uint32Array

/** The bits of the rows, from 0 up to, not with, `count`, of which something holds. */
export function bitsOf(count: number, holds: (row: number) => boolean): Bits {
  const bits = new Uint32Array(Math.ceil(count / 32))
  for (let row = 0; row < count; row++) if (holds(row)) bits[row >>> 5]! |= 1 << (row & 31)
  return bits
}

/** Leaves of some bits those that others have too. */
export function keepBoth(bits: Bits, others: Bits): void {
  for (let word = 0; word < bits.length; word++) bits[word]! &= others[word]!
}

/** Leaves of some bits those of the rows from one up to, not with, another. */
export function keepWithin(bits: Bits, from: number, to: number): void {
  const [first, last] = [from >>> 5, to >>> 5]
  bits.fill(0, 0, first)
  if (first < bits.length) bits[first]! &= -1 << (from & 31)
  if (last < bits.length) bits[last]! &= ~(-1 << (to & 31))
  bits.fill(0, last + 1)
}

/** How many bits of a word are set. Source: Warren, Hacker's Delight, 2nd edition (2012), 5-1. */
export function bitsSet(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** How many of some bits are set that others have too; of all bits, where there are no others. */
export function countBits(bits: Bits, others: Bits = bits): number {
  let count = 0
  for (let word = 0; word < bits.length; word++) count += bitsSet(bits[word]! & others[word]!)
  return count
}

/** The rows whose bits are set, in order. */
export function rowsSet(bits: Bits): Uint32Array {
  const rows = new Uint32Array(countBits(bits))
  let count = 0
  for (let word = 0; word < bits.length; word++)
    for (let left = bits[word]!; left !== 0; left &= left - 1) rows[count++] = word * 32 + 31 - Math.clz32(left & -left)
  return rows
}
