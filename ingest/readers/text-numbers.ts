import { interned } from './packed-rows.ts'

/**
 * Numbers the texts of a file by their bytes: a text that was said before is found by its hash, and no string is made
 * of it again. `hash` may be any 30 bits that are the same for the same bytes.
 */
export function textNumbers(utf8: Uint8Array) {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  const texts: string[] = []
  const [hashes, starts, ends]: [number[], number[], number[]] = [[], [], []]
  /** By hash, what is taken passed over: the number of a text and one more; 0 where there is none. */
  let slots = new Int32Array(1 << 12)
  let kept = 0

  const isText = (number: number, from: number, to: number): boolean => {
    const start = starts[number]!
    if (ends[number]! - start !== to - from) return false
    for (let at = from; at < to; at++) if (utf8[at] !== utf8[start + at - from]) return false
    return true
  }
  const put = (number: number): void => {
    let slot = hashes[number]! & (slots.length - 1)
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1)
    slots[slot] = number + 1
  }
  const grow = (): void => {
    const before = slots
    slots = new Int32Array(2 * before.length)
    for (const taken of before) if (taken !== 0) put(taken - 1)
  }
  const numberOf = (from: number, to: number, hash: number): number => {
    let slot = hash & (slots.length - 1)
    for (let taken = slots[slot]!; taken !== 0; taken = slots[slot]!) {
      if (hashes[taken - 1] === hash && isText(taken - 1, from, to)) return taken - 1
      slot = (slot + 1) & (slots.length - 1)
    }
    const number = texts.push(decoder.decode(utf8.subarray(from, to))) - 1
    hashes[number] = hash
    starts[number] = from
    ends[number] = to
    if (to - from <= interned.longest && kept < interned.most) {
      if (2 * ++kept > slots.length) grow()
      put(number)
    }
    return number
  }
  return { texts, numberOf }
}
