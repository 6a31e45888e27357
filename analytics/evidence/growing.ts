export type Numbers = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array

/** Numbers one after another: a list of JavaScript's own would hold each in eight bytes or more. */
export interface Growing<Held extends Numbers> {
  readonly push: (number: number) => void
  readonly length: () => number
  readonly at: (place: number) => number
  /** All of them; there are none afterwards. */
  readonly take: () => Held
}

/** None yet, of a kind. There is room for twice as many whenever there are too many. */
export function growing<Held extends Numbers>(Kind: new (length: number) => Held): Growing<Held> {
  let numbers = new Kind(64)
  let count = 0
  return {
    push: (number) => {
      if (count === numbers.length) {
        const before = numbers
        numbers = new Kind(2 * count)
        numbers.set(before)
      }
      numbers[count++] = number
    },
    length: () => count,
    at: (place) => numbers[place]!,
    take: () => {
      const all = numbers.subarray(0, count) as Held
      ;[numbers, count] = [new Kind(64), 0]
      return all
    },
  }
}
