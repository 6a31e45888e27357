import type { Point, Polygons } from './ground.ts'

/** The forms of dots, told apart without their colour. */
type Form = 'circle' | 'diamond' | 'square'

const corners: Readonly<Record<Form, { readonly count: number; readonly turn: number; readonly reach: number }>> = {
  circle: { count: 10, turn: 0, reach: 0.95 },
  diamond: { count: 4, turn: 0, reach: 1.15 },
  square: { count: 4, turn: Math.PI / 4, reach: 1.15 },
}

/** A dot of a form around a point, so large from its middle. */
export function dotAt([x, y]: Point, form: Form, size: number): Polygons {
  const { count, turn, reach } = corners[form]
  const ring = Array.from({ length: count + 1 }, (_, at): Point => {
    const angle = turn + ((at % count) * 2 * Math.PI) / count
    return [x + Math.cos(angle) * size * reach, y + Math.sin(angle) * size * reach]
  })
  return [[ring]]
}

/** The squares of a grid around the one at 0, 0, the nearest first. */
const around = Array.from({ length: 61 * 61 }, (_, at): Point => [(at % 61) - 30, Math.floor(at / 61) - 30]).toSorted(
  ([ax, ay], [bx, by]) => Math.hypot(ax, ay) - Math.hypot(bx, by),
)

/**
 * The points moved apart so that each has a square of a grid to itself, the nearest that is free: in towns dots would
 * hide each other.
 */
export function apart(points: readonly Point[], step: number): readonly Point[] {
  const taken = new Set<string>()
  return points.map(([x, y]) => {
    const [column, row] = [Math.round(x / step), Math.round(y / step)]
    const free = around.find(([right, down]) => !taken.has(`${column + right} ${row + down}`)) ?? [0, 0]
    taken.add(`${column + free[0]} ${row + free[1]}`)
    return [(column + free[0]) * step, (row + free[1]) * step]
  })
}
