import { placeOnGrid } from '../../../analytics/framework/national-grid.ts'
import type { Outline, Position } from '../../../analytics/framework/outline.ts'
import { limits } from './limits.ts'
import { fieldOf, itemsOf } from './told.ts'
import { tooLarge, Unreadable } from './unreadable.ts'

/** The polygons of a shape, whatever its coordinates mean; null where it is no area, or some of them are no numbers. */
export function polygonsOf(feature: unknown): Outline | null {
  const geometry = fieldOf(feature, 'geometry')
  const [type, coordinates] = [fieldOf(geometry, 'type'), itemsOf(fieldOf(geometry, 'coordinates'))]
  const polygons = type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates.map(itemsOf) : []
  const outline = polygons.map((rings) => rings.map((ring) => itemsOf(ring).map(positionOf)))
  const isWhole = outline.every((rings) => rings.flat().every((position) => position !== null))
  return outline.length > 0 && isWhole ? (outline as Outline) : null
}

function positionOf(told: unknown): Position | null {
  const [x, y] = itemsOf(told)
  return typeof x === 'number' && typeof y === 'number' && Number.isFinite(x) && Number.isFinite(y) ? [x, y] : null
}

/** What the coordinates of a file are: degrees, or metres of the British National Grid. */
type System = 'degrees' | 'national grid'

/** How far coordinates reach. */
interface Extent {
  readonly from: Position
  readonly to: Position
}

const within = ({ from, to }: Extent, least: Position, most: Position): boolean =>
  from[0] >= least[0] && from[1] >= least[1] && to[0] <= most[0] && to[1] <= most[1]

function extentOf(outlines: readonly Outline[]): Extent {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const outline of outlines)
    for (const rings of outline)
      for (const ring of rings)
        for (const [x, y] of ring)
          [west, south, east, north] = [Math.min(west, x), Math.min(south, y), Math.max(east, x), Math.max(north, y)]
  return { from: [west, south], to: [east, north] }
}

const degrees =
  'send the boundaries in longitude and latitude (WGS 84), or in eastings and northings of the British National Grid'

/** What the coordinates of a file are. Throws where they are neither of the two. */
export function systemOf(outlines: readonly Outline[]): System {
  const positions = outlines.flat(2).reduce((sum, ring) => sum + ring.length, 0)
  if (positions > limits.positions) throw tooLarge(`${positions} positions`)
  const extent = extentOf(outlines)
  const words = [...extent.from, ...extent.to].map((each) => Number(each.toPrecision(6)))
  if (within(extent, [49, -9], [61, 2.5]))
    throw new Unreadable('latitudes where longitudes are due', 'write the longitude of each position first')
  if (within(extent, [-180, -90], [180, 90])) return 'degrees'
  if (within(extent, [0, 0], [700_000, 1_300_000])) return 'national grid'
  throw new Unreadable(
    `coordinates from ${words[0]}, ${words[1]} to ${words[2]}, ${words[3]}, which are no longitudes and latitudes`,
    degrees,
  )
}

/** The outline in degrees, to a metre or so. */
export const inDegrees = (outline: Outline, system: System): Outline =>
  outline.map((rings) =>
    rings.map((ring) =>
      ring.map((position) => {
        const [x, y] = system === 'degrees' ? position : placeOnGrid(...position)
        return [Number(x.toFixed(5)), Number(y.toFixed(5))] as const
      }),
    ),
  )
