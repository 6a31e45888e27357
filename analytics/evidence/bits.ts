/** A bit for each row of a table, 32 to a word, the first row lowest. Bits beyond the last row are 0. */
export type Bits = Uint32Array

/** The bits of the rows, from 0 up to, not with, `count`, of which something holds. */
export function bitsOf(count: number, holds: (row: number) => boolean): Bits {
  const bits = new Uint32Array(Math.ceil(count / 32))
  for (let row = 0; row < count; row++) if (holds(row)) bits[row >>> 5]! |= 1 << (row & 31)
  return bits
}

/** Leaves of some bits those that others have too, of these from a word on. */
export function keepBoth(bits: Bits, others: Bits, from = 0): void {
  for (let word = 0; word < bits.length; word++) bits[word]! &= others[from + word]!
}

/** A copy of the words in which the rows from one up to, not with, another have their bits; other rows have none. */
export function bitsWithin(bits: Bits, from: number, to: number): Bits {
  const end = Math.min(to, 32 * bits.length)
  const found = bits.slice(from >>> 5, (end + 31) >>> 5)
  if (found.length === 0) return found
  found[0]! &= -1 << (from & 31)
  if ((end & 31) !== 0) found[found.length - 1]! &= ~(-1 << (end & 31))
  return found
}

/** How many bits of a word are set. Source: Warren, Hacker's Delight, 2nd edition (2012), 5-1. */
export function bitsSet(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** How many of some bits are set. */
export function countBits(bits: Bits): number {
  let count = 0
  for (let word = 0; word < bits.length; word++) count += bitsSet(bits[word]!)
  return count
}

/** The rows whose bits are set, in order; the first bit is that of the row `from`. */
export function rowsSet(bits: Bits, from = 0): Uint32Array {
  const rows = new Uint32Array(countBits(bits))
  let count = 0
  for (let word = 0; word < bits.length; word++)
    for (let left = bits[word]!; left !== 0; left &= left - 1)
      rows[count++] = from + word * 32 + 31 - Math.clz32(left & -left)
  return rows
}
