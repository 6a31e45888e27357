import type { Outline } from '../../analytics/framework/outline.ts'

type Ring = readonly (readonly [number, number])[]

/** Two neighbours, one with an island: their lines run clockwise. */
export const neighbours: Readonly<Record<string, readonly (readonly Ring[])[]>> = {
  Northvale: [
    [
      [
        [-1, 52.5],
        [-1, 53],
        [0, 53],
        [0, 52.5],
        [-0.5, 52.55],
        [-1, 52.5],
      ],
    ],
    [
      [
        [0.2, 52.6],
        [0.2, 52.7],
        [0.3, 52.7],
        [0.2, 52.6],
      ],
    ],
  ],
  Southmere: [
    [
      [
        [-1, 52],
        [-1, 52.5],
        [-0.5, 52.55],
        [0, 52.5],
        [0, 52],
        [-1, 52],
      ],
    ],
  ],
}

/** A register whose schools lie in the two districts. */
export const register = `URN,LA (code),EstablishmentNumber,EstablishmentName,TypeOfEstablishment (code),EstablishmentStatus (code),PhaseOfEducation (code),DistrictAdministrative (code),DistrictAdministrative (name)
100001,901,2001,Ash Primary,1,1,2,E07000901,Northvale
100002,901,2002,Beech Primary,1,1,2,E07000902,Southmere
100003,902,2003,Fir Primary,1,1,2,E07000903,Elsewhere
`

type Properties = Readonly<Record<string, unknown>>

const featureOf = (properties: Properties, coordinates: unknown) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'MultiPolygon', coordinates },
})

/** A GeoJSON file of shapes. */
export const geoJson = (shapes: readonly (readonly [Properties, unknown])[], also: Properties = {}): string =>
  JSON.stringify({ type: 'FeatureCollection', ...also, features: shapes.map(([each, at]) => featureOf(each, at)) })

/** The two districts as GeoJSON, each position or line changed. */
export const neighboursAs = (change: (ring: Ring) => unknown, also: Properties = {}): string =>
  geoJson(
    Object.entries(neighbours).map(([name, outline]) => [
      { name },
      outline.map((rings) => rings.map((ring) => change(ring))),
    ]),
    also,
  )

/** The same as TopoJSON, a line an arc, with a layer of the county beside the one of the districts. */
export function topoJson(): string {
  const arcs = Object.values(neighbours).flat(2)
  const arcsOf = (outline: readonly (readonly Ring[])[]) =>
    outline.map((rings) => rings.map((ring) => [arcs.indexOf(ring)]))
  const geometries = Object.entries(neighbours).map(([name, outline]) => ({
    type: 'MultiPolygon',
    properties: { name },
    arcs: arcsOf(outline),
  }))
  const county = { type: 'Polygon', properties: { name: 'Northshire' }, arcs: [[0]] }
  return JSON.stringify({
    type: 'Topology',
    objects: {
      county: { type: 'GeometryCollection', geometries: [county] },
      districts: { type: 'GeometryCollection', geometries },
    },
    arcs,
  })
}

export const backwards = (ring: Ring): unknown => ring.toReversed()
export const asItIs = (ring: Ring): unknown => ring

export const parsedOutline = (text: unknown): Outline => JSON.parse(String(text)) as Outline
