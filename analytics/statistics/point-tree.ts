/** How many points are looked through one by one rather than parted further. Measured: 8 is no faster, 32 slower. */
const leafSize = 16

/**
 * Points parted in half again and again, each time along the axis on which they lie widest. A part is a stretch of
 * `order`, its halves meet in the middle of it.
 */
export interface PointTree {
  /** The points by number, as they lie in the parts. */
  readonly order: Uint32Array
  /** Along which axis each part is halved, by the number of the part (the first half of part `p` is `2p + 1`). */
  readonly axis: Uint8Array
  /** Where on that axis: nothing in the first half lies above it, nothing in the second below. */
  readonly split: Float64Array
}

/** Whether a stretch of points is small enough to be looked through. */
export const isLeaf = (start: number, end: number): boolean => end - start <= leafSize

/** The tree of some points by their coordinates, one array an axis. */
export function pointTree(axes: readonly Float64Array[]): PointTree {
  const size = axes[0]?.length ?? 0
  const order = Uint32Array.from({ length: size }, (_, point) => point)
  const parts = 4 * Math.max(1, Math.ceil(size / leafSize))
  const [axis, split] = [new Uint8Array(parts), new Float64Array(parts)]
  const part = (number: number, start: number, end: number): void => {
    if (isLeaf(start, end)) return
    const [along, middle] = [widest(axes, order, start, end), (start + end) >>> 1]
    select(axes[along]!, order, start, end - 1, middle)
    axis[number] = along
    split[number] = axes[along]![order[middle]!]!
    part(2 * number + 1, start, middle)
    part(2 * number + 2, middle, end)
  }
  part(0, 0, size)
  return { order, axis, split }
}

/** The axis on which a stretch of points lies widest. */
function widest(axes: readonly Float64Array[], order: Uint32Array, start: number, end: number): number {
  const widths = axes.map((axis) => {
    let [least, most] = [Infinity, -Infinity]
    for (let at = start; at < end; at++) {
      const value = axis[order[at]!]!
      if (value < least) least = value
      if (value > most) most = value
    }
    return most - least
  })
  return widths.indexOf(Math.max(...widths))
}

/**
 * Puts the point that belongs there by its coordinate at a place, those that are not above it before it and those not
 * below it after it. Source: Hoare, Algorithm 65: find, Communications of the ACM 4 (1961), 321-322.
 */
function select(axis: Float64Array, order: Uint32Array, start: number, end: number, place: number): void {
  let [left, right] = [start, end]
  while (left < right) {
    const pivot = axis[order[(left + right) >>> 1]!]!
    let [up, down] = [left, right]
    while (up <= down) {
      while (axis[order[up]!]! < pivot) up++
      while (axis[order[down]!]! > pivot) down--
      if (up > down) break
      const point = order[up]!
      order[up++] = order[down]!
      order[down--] = point
    }
    if (place <= down) right = down
    else if (place >= up) left = up
    else return
  }
}
