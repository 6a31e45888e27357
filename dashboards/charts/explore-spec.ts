import { levels } from '../../analytics/framework/level.ts'
import { strands } from '../../analytics/framework/strand.ts'
import type { Boundary } from '../../analytics/framework/outline.ts'
import { mapView } from './explore-map.ts'
import { levelStyles } from './theme.ts'

/** How many schools of a phase and district stood at a level of a strand on a day. */
export interface ExploreRow {
  readonly year: string
  readonly phase: string
  readonly district: string
  readonly strand: string
  readonly level: string
  readonly schools: number
}

const colour = {
  field: 'level',
  type: 'nominal',
  title: 'Level',
  sort: levels,
  scale: { domain: levels, range: Object.values(levelStyles).map(({ fill }) => fill) },
} as const
const order = { field: 'place', type: 'quantitative' } as const
const schools = { aggregate: 'sum', field: 'schools', type: 'quantitative', title: 'Schools' } as const
const share = { ...schools, stack: 'normalize', title: 'Share of rated schools' } as const
const tooltip = [
  { field: 'level', type: 'nominal', title: 'Level' },
  { aggregate: 'sum', field: 'schools', type: 'quantitative', title: 'Schools' },
] as const

const choose = (name: string, label: string, values: readonly string[], value: string | null) => ({
  name,
  value,
  bind: { input: 'select', options: [null, ...values], labels: ['All', ...values], name: `${label} ` },
})

const within = (...names: readonly string[]) => ({
  filter: names.map((name) => `(chosen_${name} == null || datum.${name} == chosen_${name})`).join(' && ') || 'true',
})

const unlike = (rows: readonly ExploreRow[], key: 'year' | 'phase' | 'district'): readonly string[] => [
  ...new Set(rows.map((row) => row[key])),
]

/**
 * A portable Vega-Lite specification of linked views, with its data in it: a map where there are boundaries, districts,
 * strands and years, each filtered by what is chosen in lists or by pressing a district or its bar.
 */
export function exploreSpec(rows: readonly ExploreRow[], boundaries: readonly Boundary[], description: string): object {
  const years = unlike(rows, 'year')
  const values = rows.map((row) => ({ ...row, place: levels.indexOf(row.level as (typeof levels)[number]) }))
  const pressed = { filter: { param: 'pressed' } }
  const bar = { type: 'bar', stroke: '#0B0C0C', strokeWidth: 0.5 } as const
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    description,
    data: { values },
    config: {
      font: 'Helvetica Neue, Arial, sans-serif',
      axis: { labelFontSize: 13, titleFontSize: 13 },
      view: { stroke: null },
      legend: { labelFontSize: 13, titleFontSize: 13, orient: 'top' },
      header: { labelFontSize: 14, titleFontSize: 14 },
    },
    params: [
      choose('chosen_year', 'As of', years, years.at(-1) ?? null),
      choose('chosen_phase', 'Phase', unlike(rows, 'phase'), null),
      choose('chosen_strand', 'Strand', strands, strands[0]),
      {
        name: 'pressed',
        select: { type: 'point', fields: ['district'] },
        views: ['districts', ...(boundaries.length === 0 ? [] : ['map'])],
      },
    ],
    vconcat: [
      ...(boundaries.length === 0 ? [] : [mapView(boundaries, within('year', 'phase', 'strand'))]),
      {
        name: 'districts',
        title: 'Districts: press a bar to look at one, press beside it to look at all',
        width: 560,
        height: { step: 26 },
        transform: [within('year', 'phase', 'strand')],
        mark: bar,
        encoding: {
          y: { field: 'district', type: 'nominal', title: null },
          x: share,
          color: colour,
          order,
          tooltip,
          opacity: { condition: { param: 'pressed', value: 1 }, value: 0.3 },
        },
      },
      {
        title: 'Strands',
        width: 560,
        height: { step: 26 },
        transform: [within('year', 'phase'), pressed],
        mark: bar,
        encoding: {
          y: { field: 'strand', type: 'nominal', title: null, sort: strands, axis: { labelLimit: 220 } },
          x: share,
          color: colour,
          order,
          tooltip,
        },
      },
      {
        title: 'Over time',
        width: 560,
        height: 220,
        transform: [within('phase', 'strand'), pressed],
        mark: bar,
        encoding: {
          x: { field: 'year', type: 'ordinal', title: null, sort: years, axis: { labelAngle: 0, labelLimit: 80 } },
          y: schools,
          color: colour,
          order,
          tooltip,
        },
      },
    ],
  }
}
