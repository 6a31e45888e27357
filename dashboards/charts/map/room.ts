import type { Point, Polygons } from './ground.ts'

/** Where words have most room within an area: the middle of a stretch, and how wide that is. */
export interface Room {
  readonly x: number
  readonly y: number
  readonly width: number
}

/** The stretches of a level line that lie within an area, from left to right. */
function stretchesAt(rings: readonly (readonly Point[])[], y: number): readonly Point[] {
  const crossings = rings
    .flatMap((ring) =>
      ring.map(([x, from], at): number | null => {
        const [nextX, to] = ring[at + 1] ?? ring[0]!
        return from < y === to < y ? null : x + ((y - from) / (to - from)) * (nextX - x)
      }),
    )
    .filter((x) => x !== null)
    .toSorted((a, b) => a - b)
  return crossings.flatMap((x, at) =>
    at % 2 === 0 && at + 1 < crossings.length ? [[x, crossings[at + 1]!] as const] : [],
  )
}

/** The parts that two lists of stretches share. */
const shared = (some: readonly Point[], others: readonly Point[]): readonly Point[] =>
  some.flatMap(([from, to]) =>
    others.flatMap(([start, end]) =>
      Math.max(from, start) < Math.min(to, end) ? [[Math.max(from, start), Math.min(to, end)] as const] : [],
    ),
  )

/** The widest room for words so high within an area, its middle before its ends; none where it is lower than that. */
export function roomIn(polygons: Polygons, high: number): Room | null {
  const rings = polygons.flat()
  const ys = rings.flat().map(([, y]) => y)
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)]
  let [best, most]: [Room | null, number] = [null, 0]
  for (let y = top + high / 2; y <= bottom - high / 2; y += 4) {
    const [above, on, below] = [y - high / 2, y, y + high / 2].map((level) => stretchesAt(rings, level))
    const off = Math.abs(y - (top + bottom) / 2) / (bottom - top)
    for (const [from, to] of shared(shared(above!, on!), below!)) {
      const worth = (to - from) * (1 - off / 2)
      if (worth > most) [best, most] = [{ x: (from + to) / 2, y, width: to - from }, worth]
    }
  }
  return best
}
