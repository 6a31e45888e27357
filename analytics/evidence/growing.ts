export type Numbers = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array

/** Numbers one after another: a list of JavaScript's own would hold each in eight bytes or more. */
export interface Growing<Held extends Numbers> {
  readonly push: (number: number) => void
  readonly length: () => number
  readonly at: (place: number) => number
  /** All of them, in no more room than they need; there are none afterwards. */
  readonly take: () => Held
  /** Those in some places, in that order; there are none afterwards. */
  readonly takeInOrder: (places: Uint32Array) => Held
}

/** How many numbers lie together, as a power of 2. Room that doubled would leave as much behind as it holds. */
const [bits, room] = [12, 1 << 12]

/** None yet, of a kind. */
export function growing<Held extends Numbers>(Kind: new (length: number) => Held): Growing<Held> {
  let full: Held[] = []
  let last = new Kind(room)
  let count = 0
  const length = (): number => full.length * room + count
  const letGo = (): void => {
    ;[full, last, count] = [[], new Kind(room), 0]
  }
  return {
    push: (number) => {
      if (count === room) {
        full.push(last)
        ;[last, count] = [new Kind(room), 0]
      }
      last[count++] = number
    },
    length,
    at: (place) => (full[place >>> bits] ?? last)[place & (room - 1)]!,
    take: () => {
      const all = new Kind(length())
      full.forEach((numbers, at) => all.set(numbers, at * room))
      all.set(last.subarray(0, count), full.length * room)
      letGo()
      return all
    },
    takeInOrder: (places) => {
      const [all, every] = [new Kind(places.length), [...full, last]]
      for (let at = 0; at < places.length; at++) all[at] = every[places[at]! >>> bits]![places[at]! & (room - 1)]!
      letGo()
      return all
    },
  }
}
