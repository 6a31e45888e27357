import type { SchoolLine } from '../../analytics/cohorts/school-lines.ts'
import type { Disclosed } from '../../analytics/disclosure/disclose.ts'
import { addMonths, type Day } from '../../analytics/framework/day.ts'
import type { Boundary, Position } from '../../analytics/framework/outline.ts'
import { dayText } from '../parts/day.ts'
import { countText, numberText } from '../parts/number.ts'
import { chartAs, nothingToShow, type Chart } from './chart.ts'
import { below, type Area, type Layout, type Words } from './drawing.ts'
import { apart, dotAt } from './map/dots.ts'
import { groundOf } from './map/ground.ts'
import { ink, quietInk, track, widthOf, type Canvas, type Style } from './theme.ts'

/** How a school was met, by its latest audit. */
export const metStates = ['Never met', 'Audited within three years', 'Audited longer ago'] as const
export type MetState = (typeof metStates)[number]

/** How long an audit counts as recent: when it ends, the school is invited again. */
const recentMonths = 36

export const metStateOf = ({ auditedOn }: Pick<SchoolLine, 'auditedOn'>, asOf: Day): MetState =>
  auditedOn === null
    ? 'Never met'
    : addMonths(auditedOn, recentMonths) >= asOf
      ? 'Audited within three years'
      : 'Audited longer ago'

/** What a map of schools is drawn from: schools by name, for those entitled to names. */
export interface SchoolMap {
  /** Coverage of the schools shown. */
  readonly answer: Disclosed<object, object>
  readonly schools: readonly SchoolLine[]
  readonly places: ReadonlyMap<number, Position>
  readonly boundaries: readonly Boundary[]
}

const looks: Readonly<Record<MetState, { readonly form: 'circle' | 'diamond' | 'square'; readonly style: Style }>> = {
  'Never met': { form: 'square', style: { fill: '#FFFFFF', ink, outline: ink } },
  'Audited within three years': { form: 'circle', style: { fill: '#12436D', ink: '#FFFFFF', outline: '#12436D' } },
  'Audited longer ago': { form: 'diamond', style: { fill: '#6BACE6', ink, outline: ink } },
}

/** Each school as a dot about where it lies, by how it was met. */
export function schoolMapChart(map: SchoolMap): Chart {
  const { answer, schools } = map
  const counts = countsOf(schools, answer.asOf)
  const never = counts['Never met']
  const finding = `${never === 0 ? 'None' : numberText(never)} of ${countText(schools.length, 'school')} ${never > 1 ? 'were' : 'was'} never met for an audit`
  const description = metStates.map((state) => `${state}: ${counts[state]}.`).join(' ')
  return chartAs({ ...answer, measure: 'school-map' }, finding, description, (canvas) =>
    map.boundaries.length === 0 ? nothingToShow(canvas) : layOut(canvas, map),
  )
}

/** How many schools there are of each state. */
export function countsOf(schools: readonly SchoolLine[], asOf: Day): Readonly<Record<MetState, number>> {
  const counts = { 'Never met': 0, 'Audited within three years': 0, 'Audited longer ago': 0 }
  for (const school of schools) counts[metStateOf(school, asOf)] += 1
  return counts
}

function layOut(canvas: Canvas, { answer: { asOf }, schools, places, boundaries }: SchoolMap): Layout {
  const isWide = canvas.name === 'wide'
  const { areas, height, at } = groundOf(
    boundaries.map(({ outline }) => outline),
    canvas.width,
    isWide ? 640 : 360,
  )
  const placed = schools.flatMap((school) => {
    const place = places.get(school.urn)
    return place === undefined ? [] : [{ school, point: at(place) }]
  })
  const size = isWide ? 4.5 : 3
  const points = apart(
    placed.map(({ point }) => point),
    size * 2 + 1.5,
  )
  const dots = placed.map(({ school }, index): Area => {
    const state = metStateOf(school, asOf)
    const { form, style } = looks[state]
    const when = school.auditedOn === null ? 'never met' : `audited on ${dayText(school.auditedOn)}`
    return { polygons: dotAt(points[index]!, form, size), style, says: `${school.name}: ${when}` }
  })
  const ground = areas.map((polygons): Area => ({ polygons, style: { ...track, outline: quietInk } }))
  return below(keyTo(canvas, size), { boxes: [], areas: [...ground, ...dots], words: [], height })
}

/** What the dots mean, one line each on a phone. */
function keyTo({ name, width, small }: Canvas, size: number): Layout {
  const line = small + 8
  let [x, y] = [size + 2, line / 2]
  const entries = metStates.map((state) => {
    const long = size + 6 + widthOf(state, small) + 24
    if (x > size + 2 && (name === 'narrow' || x + long > width)) [x, y] = [size + 2, y + line]
    const entry = { state, x, y }
    x += long
    return entry
  })
  return {
    boxes: [],
    areas: entries.map(({ state, x, y }): Area => ({
      polygons: dotAt([x, y], looks[state].form, size),
      style: looks[state].style,
    })),
    words: entries.map(({ state, x, y }): Words => ({ x: x + size + 6, y, text: state, size: small })),
    height: y + line,
  }
}
