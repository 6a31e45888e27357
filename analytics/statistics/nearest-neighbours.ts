import { isLeaf, pointTree } from './point-tree.ts'

/** Points in a space of three axes: the coordinates of all of them, an array an axis. */
export type Points = readonly [Float64Array, Float64Array, Float64Array]

/**
 * Finds, for each of some points, the others nearest to it by straight distance: their numbers, nearest first, and of
 * those equally near the lower number first; `count` of them, or all others where they are fewer. A point that lies on
 * another is its neighbour as any other is. What comes back is good until the next call.
 *
 * Exact: it is what comparing with every point gives, for a part of the space is left out only where nothing in it can
 * be as near as the farthest of those found so far. For example, of points at 0, 1 and 3 on one axis the neighbour
 * nearest to the one at 1 is that at 0.
 *
 * Source: Friedman, Bentley and Finkel, An algorithm for finding best matches in logarithmic expected time, ACM
 * Transactions on Mathematical Software 3 (1977), 209-226; how far a part of the space is: Arya and Mount, Algorithms
 * for fast vector quantization, Data Compression Conference (1993).
 */
export function nearestNeighbours(points: Points, count: number): (point: number) => Uint32Array {
  const { order, axis, split } = pointTree(points)
  // The coordinates lie as the parts do, so that a part is read from one end to the other.
  const [x, y, z] = points.map((coordinates) => Float64Array.from(order, (at) => coordinates[at]!)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ]
  const size = Math.max(0, Math.min(count, order.length - 1))
  const [near, far] = [new Uint32Array(size), new Float64Array(size)]
  let [found, self, px, py, pz] = [0, 0, 0, 0, 0]

  /** Puts a point among those found, if it is nearer than the last of them. */
  const offer = (other: number, distance: number): void => {
    if (found < size) found++
    else if (distance > far[size - 1]! || (distance === far[size - 1] && other > near[size - 1]!)) return
    let at = found - 1
    for (; at > 0 && (far[at - 1]! > distance || (far[at - 1] === distance && near[at - 1]! > other)); at--) {
      far[at] = far[at - 1]!
      near[at] = near[at - 1]!
    }
    far[at] = distance
    near[at] = other
  }

  /** Looks through a part that is away by so much along each axis. */
  const look = (part: number, start: number, end: number, dx: number, dy: number, dz: number): void => {
    if (isLeaf(start, end)) {
      for (let at = start; at < end; at++) {
        const [ax, ay, az] = [x[at]! - px, y[at]! - py, z[at]! - pz]
        const distance = ax * ax + ay * ay + az * az
        if ((found < size || distance <= far[size - 1]!) && order[at] !== self) offer(order[at]!, distance)
      }
      return
    }
    const middle = (start + end) >>> 1
    const along = axis[part]!
    const away = (along === 0 ? px : along === 1 ? py : pz) - split[part]!
    if (away < 0) look(2 * part + 1, start, middle, dx, dy, dz)
    else look(2 * part + 2, middle, end, dx, dy, dz)
    const [ex, ey, ez] = [along === 0 ? away : dx, along === 1 ? away : dy, along === 2 ? away : dz]
    if (found === size && ex * ex + ey * ey + ez * ez > far[size - 1]!) return
    if (away < 0) look(2 * part + 2, middle, end, ex, ey, ez)
    else look(2 * part + 1, start, middle, ex, ey, ez)
  }

  return (point) => {
    ;[found, self] = [0, point]
    ;[px, py, pz] = [points[0][point]!, points[1][point]!, points[2][point]!]
    if (size > 0) look(0, 0, order.length, 0, 0, 0)
    return near
  }
}
