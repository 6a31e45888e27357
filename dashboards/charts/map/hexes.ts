import type { Point, Polygons } from './ground.ts'

/** Where a hexagon stands, in columns and rows: every other row is moved half a column to the right. */
interface Cell {
  readonly column: number
  readonly row: number
}

const half = Math.sqrt(3) / 2

/** The middle of a hexagon whose sides are 1 long. */
const middleOf = ({ column, row }: Cell): Point => [2 * half * (column + (row % 2) / 2), 1.5 * row]

const far = ([ax, ay]: Point, [bx, by]: Point): number => Math.hypot(ax - bx, ay - by)

/** A cell for each place, the closest pairs first; the places lie `spread` columns apart from left to right. */
function cellsFor(places: readonly Point[], spread: number): readonly Cell[] {
  const [xs, ys] = [places.map(([x]) => x), places.map(([, y]) => y)]
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  const scale = Math.max(Math.max(...xs) - left, Math.max(...ys) - top) / (spread * 2 * half) || 1
  const side = Math.max(Math.ceil(spread) + 3, Math.ceil(Math.sqrt(places.length)) + 2)
  const cells = Array.from({ length: side * side }, (_, at) => ({ column: at % side, row: Math.floor(at / side) }))
  const placed = places.map(([x, y]): Point => [(x - left) / scale + 2 * half, (y - top) / scale + 1.5])
  const pairs = placed
    .flatMap((place, at) => cells.map((cell) => ({ at, cell, far: far(place, middleOf(cell)) })))
    .toSorted((a, b) => a.far - b.far || a.at - b.at)
  const found = new Map<number, Cell>()
  const taken = new Set<Cell>()
  for (const { at, cell } of pairs)
    if (!found.has(at) && !taken.has(cell)) {
      found.set(at, cell)
      taken.add(cell)
    }
  return places.map((_, at) => found.get(at)!)
}

/** How many pairs of hexagons touch. */
const touching = (middles: readonly Point[]): number =>
  middles.reduce((sum, one, at) => sum + middles.slice(at + 1).filter((other) => far(one, other) < 2).length, 0)

/** The middles of hexagons for places: of some ways to spread them, the widest in which most of them touch. */
function middlesFor(places: readonly Point[]): readonly Point[] {
  const size = Math.sqrt(places.length)
  const ways = [1.1, 0.95, 0.8, 0.65, 0.5].map((part) => cellsFor(places, size * part).map(middleOf))
  return ways.toSorted((a, b) => touching(b) - touching(a))[0] ?? []
}

/** Hexagons of one size, one for each place and about where that lies, drawn to fit a box. */
export function hexesFor(places: readonly Point[], width: number, most: number) {
  if (places.length === 0) return { areas: [], height: 0 }
  const middles = middlesFor(places)
  const [xs, ys] = [middles.map(([x]) => x), middles.map(([, y]) => y)]
  const [left, top] = [Math.min(...xs) - half, Math.min(...ys) - 1]
  const [wide, high] = [Math.max(...xs) + half - left, Math.max(...ys) + 1 - top]
  const side = Math.min((width - 4) / wide, (most - 4) / high, 90)
  const at = ([x, y]: Point): Point => [(x - left) * side + 2, (y - top) * side + 2]
  const areas = middles.map(([x, y]): Polygons => {
    const corners = [0, 1, 2, 3, 4, 5, 6].map((turn) => {
      const angle = (Math.PI / 3) * turn + Math.PI / 6
      return at([x + Math.cos(angle), y + Math.sin(angle)])
    })
    return [[corners]]
  })
  return { areas, height: Math.ceil(high * side + 4) }
}
