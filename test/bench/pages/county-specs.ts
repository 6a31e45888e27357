import { disclose } from '../../../analytics/disclosure/disclose.ts'
import type { Evidence } from '../../../analytics/evidence/evidence.ts'
import type { Day } from '../../../analytics/framework/day.ts'
import { ask } from '../../../analytics/measures/ask.ts'
import { awardLadder } from '../../../analytics/measures/award-ladder.ts'
import { coverage } from '../../../analytics/measures/coverage.ts'
import type { Measure } from '../../../analytics/measures/measure.ts'
import { priorityThemes } from '../../../analytics/measures/priority-themes.ts'
import { reflectionsDue } from '../../../analytics/measures/reflections-due.ts'
import { strandProfile } from '../../../analytics/measures/strand-profile.ts'
import { strandProgress } from '../../../analytics/measures/strand-progress.ts'
import { reflectionsDueStyles } from '../../../dashboards/charts/reflections-due.ts'
import { absent, levelStyles, movementStyles, plain, untold } from '../../../dashboards/charts/theme.ts'

const $schema = 'https://vega.github.io/schema/vega-lite/v6.json'
const config = { font: 'Helvetica Neue, Arial, sans-serif', view: { stroke: null } }

/** Each part of a chart by its column, with its colour. */
const levels = { ...levelStyles, notRated: untold, notAudited: absent }
const coverageSteps = { engaged: plain, audited: plain, reAudited: plain }
const awards = { gold: plain, silver: plain, bronze: plain, workingTowardsBronze: plain, lapsed: plain, none: plain }

/** The six charts of the county page as Vega-Lite: the same answers, a mark and a number for each that the page draws. */
export function countySpecs(evidence: Evidence, asOf: Day): readonly object[] {
  const rowsOf = <R extends object, T extends object>(measure: Measure<R, T>): readonly object[] =>
    disclose(ask(measure, evidence, { asOf, where: {} }), 'hub').rows
  const themes = rowsOf(priorityThemes).map((row) => ({
    part: Reflect.get(row, 'theme') as string,
    count: countIn(row, 'schools'),
  }))
  const population = disclose(ask(coverage, evidence, { asOf, where: {} }), 'hub').population
  return [
    bars(partsOf(rowsOf(coverage), coverageSteps), population),
    stacks(rowsOf(strandProfile), 'strand', levels),
    stacks(rowsOf(strandProgress), 'strand', movementStyles),
    bars(partsOf(rowsOf(awardLadder), awards), population),
    stacks(rowsOf(reflectionsDue), 'month', reflectionsDueStyles),
    bars(themes, population),
  ]
}

type Styles = Readonly<Record<string, { readonly fill: string }>>

const colours = (styles: Styles) => ({
  domain: Object.keys(styles),
  range: Object.values(styles).map(({ fill }) => (fill === 'hatch' ? '#FFFFFF' : fill)),
})

const countIn = (row: object, key: string): number => {
  const count: unknown = Reflect.get(row, key)
  return typeof count === 'number' ? count : 0
}

/** A bar of parts for each row by its name, a number on each part. */
const stacks = (rows: readonly object[], name: string, styles: Styles): object => ({
  $schema,
  config,
  width: 720,
  height: { step: 42 },
  data: {
    values: rows.flatMap((row) =>
      Object.keys(styles)
        .map((part, place) => ({
          name: String(Reflect.get(row, name)),
          part,
          place,
          count: countIn(row, part),
        }))
        .filter(({ count }) => count > 0),
    ),
  },
  encoding: {
    y: { field: 'name', type: 'nominal', title: null, sort: null },
    x: { field: 'count', type: 'quantitative', stack: 'zero', title: null },
    order: { field: 'place' },
  },
  layer: [
    {
      mark: { type: 'bar', stroke: '#0B0C0C', strokeWidth: 0.5 },
      encoding: {
        color: { field: 'part', type: 'nominal', title: null, scale: colours(styles), legend: { orient: 'top' } },
      },
    },
    {
      mark: { type: 'text', fontWeight: 'bold' },
      encoding: {
        x: { field: 'count', type: 'quantitative', stack: 'zero', bandPosition: 0.5 },
        text: { field: 'count' },
        detail: { field: 'part' },
      },
    },
  ],
})

interface Bar {
  readonly part: string
  readonly count: number
}

/** The parts of the one row of an answer. */
const partsOf = ([row = {}]: readonly object[], styles: Styles): readonly Bar[] =>
  Object.keys(styles).map((part) => ({ part, count: countIn(row, part) }))

/** A bar for each part on a track as long as the population, with its number at the end. */
const bars = (parts: readonly Bar[], population: number): object => ({
  $schema,
  config,
  width: 720,
  height: { step: 40 },
  data: { values: parts.map((part) => ({ ...part, population })) },
  encoding: { y: { field: 'part', type: 'nominal', title: null, sort: null } },
  layer: [
    {
      mark: { type: 'bar', color: '#F3F3F3' },
      encoding: { x: { field: 'population', type: 'quantitative', title: null } },
    },
    { mark: { type: 'bar', color: plain.fill }, encoding: { x: { field: 'count', type: 'quantitative' } } },
    {
      mark: { type: 'text', align: 'right', fontWeight: 'bold' },
      encoding: { x: { field: 'population', type: 'quantitative' }, text: { field: 'count' } },
    },
  ],
})
