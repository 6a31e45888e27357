import { geoTransverseMercator } from 'd3-geo'
import type { Outline, Position } from '../../../analytics/framework/outline.ts'

/** A place in a picture, in pixels from its top left corner. */
export type Point = readonly [x: number, y: number]

/** The polygons of an area in a picture, as rings. */
export type Polygons = readonly (readonly (readonly Point[])[])[]

/** The ground of a map: its areas drawn to fit a box, how high they come out, and where any place lies. */
export interface Ground {
  readonly areas: readonly Polygons[]
  readonly height: number
  readonly at: (position: Position) => Point
}

/** More points than these in one picture nobody sees, and a page grows heavy of them. */
const mostPoints = 2500

const collectionOf = (outlines: readonly Outline[]) => ({
  type: 'MultiPolygon' as const,
  coordinates: outlines.flat() as unknown as [number, number][][][],
})

/** The middle of all longitudes: the projection stands upright there. */
function middleOf(outlines: readonly Outline[]): number {
  let [west, east] = [Infinity, -Infinity]
  for (const [longitude] of outlines.flat(3) as unknown as readonly Position[])
    [west, east] = [Math.min(west, longitude), Math.max(east, longitude)]
  return west <= east ? (west + east) / 2 : 0
}

/** The points of a ring on a grid of steps, each once. Neighbours are rounded alike, so they still meet. */
function stepped(ring: readonly Point[], step: number): readonly Point[] {
  const rounded = ring.map(([x, y]) => [Math.round(x / step) * step, Math.round(y / step) * step] as const)
  return rounded.filter(([x, y], at) => at === 0 || rounded[at - 1]![0] !== x || rounded[at - 1]![1] !== y)
}

const thinned = (polygons: Polygons, step: number): Polygons =>
  polygons
    .map((rings) => rings.map((ring) => stepped(ring, step)).filter((ring) => ring.length > 3))
    .filter((rings) => rings.length > 0)

const pointsIn = (areas: readonly Polygons[]): number => areas.flat(2).reduce((sum, ring) => sum + ring.length, 0)

/** The areas of a map drawn as large as a box allows, in a projection that keeps their forms. */
export function groundOf(outlines: readonly Outline[], width: number, most: number): Ground {
  const [whole, edge] = [collectionOf(outlines), 2]
  const projection = geoTransverseMercator().rotate([-middleOf(outlines), 0])
  projection.fitExtent(
    [
      [edge, edge],
      [width - edge, most - edge],
    ],
    whole,
  )
  const raw = (position: Position): Point => projection([...position]) ?? [0, 0]
  const drawn = outlines.map((outline) => outline.map((rings) => rings.map((ring) => ring.map(raw))))
  const [top, bottom] = drawn
    .flat(3)
    .reduce(([least, highest], [, y]) => [Math.min(least, y), Math.max(highest, y)] as const, [Infinity, -Infinity])
  const up = Number.isFinite(top) ? top - edge : 0
  const placed = drawn.map((polygons) =>
    polygons.map((rings) => rings.map((ring) => ring.map(([x, y]) => [x, y - up] as const))),
  )
  let [step, areas] = [0.5, placed.map((polygons) => thinned(polygons, 0.5))]
  while (pointsIn(areas) > mostPoints && step < 8) {
    step *= 2
    areas = placed.map((polygons) => thinned(polygons, step))
  }
  return {
    areas,
    height: Number.isFinite(bottom) ? Math.ceil(bottom - up + edge) : 0,
    at: (position) => {
      const [x, y] = raw(position)
      return [x, y - up]
    },
  }
}
