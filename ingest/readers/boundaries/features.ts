import { feature } from 'topojson-client'
import type { Topology } from 'topojson-specification'
import { limits } from './limits.ts'
import { fieldOf, itemsOf } from './told.ts'
import { damaged, tooLarge, Unreadable } from './unreadable.ts'

/** The shapes of a file as GeoJSON tells them, and the layers of it that were passed over. */
export interface Features {
  readonly features: readonly unknown[]
  readonly passedOver: readonly string[]
}

const areas: ReadonlySet<unknown> = new Set(['Polygon', 'MultiPolygon'])

const isArea = (geometry: unknown): boolean => areas.has(fieldOf(geometry, 'type'))

const areasIn = (layer: unknown): number => itemsOf(fieldOf(layer, 'geometries')).filter(isArea).length

/** How many positions the arcs of something come to when they are put together: the same arc may be named again and again. */
const positionsOf = (told: unknown, lengths: readonly number[]): number =>
  typeof told === 'number'
    ? (lengths[told < 0 ? ~told : told] ?? 0)
    : itemsOf(told).reduce<number>((sum, each) => sum + positionsOf(each, lengths), 0)

/** The layer of a TopoJSON file with the most areas: where districts and counties lie in one file, the districts. */
function layerOf(topology: object): Features {
  const lengths = itemsOf(fieldOf(topology, 'arcs')).map((arc) => itemsOf(arc).length)
  const objects = fieldOf(topology, 'objects')
  const layers = typeof objects === 'object' && objects !== null ? Object.entries(objects) : []
  const [most, ...others] = layers.toSorted(([, a], [, b]) => areasIn(b) - areasIn(a))
  if (most === undefined) throw damaged('TopoJSON without a layer')
  const geometries = itemsOf(fieldOf(most[1], 'geometries'))
  const positions = geometries.reduce<number>((sum, each) => sum + positionsOf(fieldOf(each, 'arcs'), lengths), 0)
  if (positions > limits.positions) throw tooLarge(`${positions} positions`)
  try {
    const features = geometries
      .filter(isArea)
      .map((geometry): unknown => feature(topology as Topology, geometry as Topology['objects'][string]))
    return { features, passedOver: others.map(([name]) => name) }
  } catch {
    throw damaged('TopoJSON whose shapes do not fit together')
  }
}

/** The shapes of GeoJSON or TopoJSON. Throws where it is neither. */
export function featuresOf(told: unknown): Features {
  const type = fieldOf(told, 'type')
  if (type === 'Topology') return layerOf(told as object)
  if (type === 'FeatureCollection') return { features: itemsOf(fieldOf(told, 'features')), passedOver: [] }
  throw new Unreadable(
    typeof type === 'string'
      ? `JSON of the type "${type.slice(0, limits.text)}"`
      : 'JSON that does not say what type of map it is',
    'send boundaries as a GeoJSON FeatureCollection or as TopoJSON',
  )
}
