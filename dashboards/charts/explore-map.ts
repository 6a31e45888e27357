import { geoCentroid } from 'd3-geo'
import { levels } from '../../analytics/framework/level.ts'
import type { Boundary } from '../../analytics/framework/outline.ts'
import { multiPolygon } from './map/ground.ts'
import { thanksFor } from './map/thanks.ts'
import { enoughToCompare } from './wording.ts'

/** The levels that count as reached. */
const reached: readonly string[] = levels.slice(levels.indexOf('Establishing'))

const few = `datum.rated < ${enoughToCompare}`

/** The districts as shapes that a view can look up by their names, with where their share is written. */
const shapesOf = (boundaries: readonly Boundary[]): readonly object[] =>
  boundaries.map(({ district, outline }) => {
    const geometry = multiPolygon([outline])
    const [longitude, latitude] = geoCentroid(geometry)
    return { type: 'Feature', district, geometry, longitude, latitude }
  })

/** From the filled counts of levels to a shape a district with its share. */
const sharesIn = (boundaries: readonly Boundary[], chosen: object): readonly object[] => [
  chosen,
  { calculate: `indexof(${JSON.stringify(reached)}, datum.level) >= 0 ? datum.schools : 0`, as: 'reached' },
  {
    aggregate: [
      { op: 'sum', field: 'schools', as: 'rated' },
      { op: 'sum', field: 'reached', as: 'reached' },
    ],
    groupby: ['district'],
  },
  { calculate: 'datum.reached / datum.rated', as: 'share' },
  { calculate: `${few} ? 'few' : format(datum.share, '.0%')`, as: 'said' },
  {
    lookup: 'district',
    from: {
      data: { values: shapesOf(boundaries) },
      key: 'district',
      fields: ['type', 'geometry', 'longitude', 'latitude'],
    },
  },
  { filter: 'isValid(datum.geometry)' },
]

const colour = {
  condition: { test: few, value: '#FFFFFF' },
  field: 'share',
  type: 'quantitative',
  title: 'At or above Establishing, of rated schools (white: fewer than ten)',
  scale: { type: 'threshold', domain: [0.25, 0.5, 0.75], range: ['#F3F3F3', '#D2E2F1', '#8EB8DC', '#12436D'] },
  legend: { format: '.0%', titleLimit: 560 },
} as const

const tooltip = [
  { field: 'district', type: 'nominal', title: 'District' },
  { field: 'said', type: 'nominal', title: 'At or above Establishing' },
  { field: 'rated', type: 'quantitative', title: 'Rated' },
] as const

/** A view that shows the districts where they lie, by the share of schools at or above Establishing among those chosen. */
export const mapView = (boundaries: readonly Boundary[], chosen: object): object => ({
  title: {
    text: 'Map: press a district to look at it, press beside it to look at all',
    subtitle: thanksFor(boundaries),
    anchor: 'start',
  },
  width: 560,
  height: 400,
  projection: { type: 'mercator' },
  transform: sharesIn(boundaries, chosen),
  layer: [
    {
      name: 'map',
      mark: { type: 'geoshape', stroke: '#595959', cursor: 'pointer' },
      encoding: { color: colour, opacity: { condition: { param: 'pressed', value: 1 }, value: 0.3 }, tooltip },
    },
    {
      mark: { type: 'text', fontSize: 13, tooltip: null },
      encoding: {
        longitude: { field: 'longitude', type: 'quantitative' },
        latitude: { field: 'latitude', type: 'quantitative' },
        text: { field: 'said' },
        color: { condition: { test: `!(${few}) && datum.share >= 0.75`, value: '#FFFFFF' }, value: '#0B0C0C' },
      },
    },
  ],
})
