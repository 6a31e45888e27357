import { geoTransverseMercator } from 'd3-geo'
import type { MultiPolygon } from 'geojson'
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

/** More points than these in one picture nobody sees, and a page grows heavy of them; of very many areas, so many each. */
const [mostPoints, mostOfEach] = [2500, 40]

/** Outlines together, as the projections of maps take them. */
export const multiPolygon = (outlines: readonly Outline[]): MultiPolygon => ({
  type: 'MultiPolygon',
  coordinates: outlines.flat().map((rings) => rings.map((ring) => ring.map((position) => [...position]))),
})

/** The middle of all longitudes: the projection stands upright there. */
function middleOf(outlines: readonly Outline[]): number {
  let [west, east] = [Infinity, -Infinity]
  for (const [longitude] of outlines.flat(3) as unknown as readonly Position[])
    [west, east] = [Math.min(west, longitude), Math.max(east, longitude)]
  return (west + east) / 2
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
  if (outlines.length === 0) return { areas: [], height: 0, at: () => [0, 0] }
  const [whole, edge] = [multiPolygon(outlines), 2]
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
  const up = top - edge
  const placed = drawn.map((polygons) =>
    polygons.map((rings) => rings.map((ring) => ring.map(([x, y]) => [x, y - up] as const))),
  )
  let [step, areas] = [0.5, placed.map((polygons) => thinned(polygons, 0.5))]
  while (pointsIn(areas) > Math.max(mostPoints, outlines.length * mostOfEach) && step < 8) {
    step *= 2
    areas = placed.map((polygons) => thinned(polygons, step))
  }
  return {
    areas,
    height: Math.ceil(bottom - up + edge),
    at: (position) => {
      const [x, y] = raw(position)
      return [x, y - up]
    },
  }
}
