import type { Disclosed, DisclosedRow } from '../../analytics/disclosure/disclose.ts'
import { isMark } from '../../analytics/framework/mark.ts'
import type { NoTotals } from '../../analytics/measures/measure.ts'
import type { StrandProfileRow } from '../../analytics/measures/strand-profile.ts'
import { countText, figureText } from '../parts/number.ts'
import { chartAs, nothingToShow, type Chart } from './chart.ts'
import { below, type Layout, type Words } from './drawing.ts'
import { keyOf } from './key.ts'
import { levelStyles, quietInk, track, untold, widthOf, type Canvas } from './theme.ts'
import { enoughToCompare, figuresInWords, labelOf, sumOf } from './wording.ts'

/** The profile of one group of schools, or of all on one day. */
export interface Profile {
  readonly name: string
  readonly answer: Disclosed<StrandProfileRow, NoTotals>
}

type Row = DisclosedRow<StrandProfileRow>

const keys = ['focusing', 'developing', 'establishing', 'enhancing'] as const

/**
 * Small multiples: for each strand a bar for each profile, all as long as each other, of the schools rated by level. How
 * many these are stands beside it; of fewer than ten that is said, for a share of few schools moves by chance.
 */
export function profilesChart(name: string, profiles: readonly Profile[]): Chart {
  const [first] = profiles
  if (first === undefined) throw new RangeError('no profiles')
  const { answer } = first
  const entries = keys.map((key) => ({ label: labelOf(answer, key), style: levelStyles[key] }))
  const strands = answer.rows.map(({ strand }) => strand)
  const description = profiles.flatMap(({ name: group, answer: of }) =>
    of.rows.map((row) => `${group}, ${row.strand}: ${figuresInWords(of, row, keys)}.`),
  )
  const population = Math.max(...profiles.map(({ answer: of }) => of.population))
  const drawn = { ...answer, measure: `profiles-${name}`, population }
  return chartAs(drawn, findingOf(name, profiles), description.join(' '), (canvas) =>
    population === 0
      ? nothingToShow(canvas)
      : below(keyOf(canvas, entries), ...strands.map((strand) => panelOf(canvas, strand, profiles))),
  )
}

const ratedIn = (row: Row): number | null => sumOf(keys.map((key) => row[key]))
const reachedIn = ({ establishing, enhancing }: Row): number | null => sumOf([establishing, enhancing])

const [high, gap] = [20, 6]

function panelOf(canvas: Canvas, strand: string, profiles: readonly Profile[]): Layout {
  const { text, small, width } = canvas
  const isWide = canvas.name === 'wide'
  const left = isWide ? Math.min(200, Math.max(...profiles.map(({ name }) => widthOf(name, small))) + 16) : 0
  const [right, step] = [isWide ? width - 130 : width, isWide ? high + gap : high + gap + small + 6]
  const top = text + 14
  const lines = profiles.map(({ name, answer }, at) => {
    const row = answer.rows.find((each) => each.strand === strand)
    const y = top + at * step + (isWide ? 0 : small + 4)
    const beside: Words = isWide
      ? { x: width, y: y + high / 2, text: ratedText(row), size: small, fill: quietInk, anchor: 'end' }
      : { x: width, y: y - small / 2 - 2, text: ratedText(row), size: small, fill: quietInk, anchor: 'end' }
    const called: Words = { x: 0, y: isWide ? y + high / 2 : y - small / 2 - 2, text: name, size: small }
    const bar = barOf(`${name}, ${strand}`, row, answer, { from: left, to: right, y, size: small })
    return { boxes: bar.boxes, words: [called, beside, ...bar.words] }
  })
  return {
    boxes: lines.flatMap(({ boxes }) => boxes),
    words: [{ x: 0, y: text / 2 + 1, text: strand, size: text, bold: true }, ...lines.flatMap(({ words }) => words)],
    height: top + profiles.length * step + 16,
  }
}

function ratedText(row: Row | undefined): string {
  const rated = row === undefined ? 0 : ratedIn(row)
  if (rated === null) return 'not shown'
  if (rated === 0) return 'none rated'
  return `${figureText(rated)} rated${rated < enoughToCompare ? ', few' : ''}`
}

function barOf(
  of: string,
  row: Row | undefined,
  answer: Profile['answer'],
  { from, to, y, size }: { readonly from: number; readonly to: number; readonly y: number; readonly size: number },
): Omit<Layout, 'height'> {
  const [y1, y2] = [y, y + high]
  const rated = row === undefined ? 0 : ratedIn(row)
  if (row === undefined || rated === 0) return { boxes: [{ x1: from, x2: to, y1, y2, style: track }], words: [] }
  if (rated === null) return { boxes: [{ x1: from, x2: to, y1, y2, style: untold }], words: [] }
  let x = from
  const segments = keys.flatMap((key) => {
    const value = row[key]
    if (isMark(value) || value === 0) return []
    const segment = {
      value,
      label: labelOf(answer, key),
      style: levelStyles[key],
      x1: x,
      x2: x + (value / rated) * (to - from),
    }
    x = segment.x2
    return [segment]
  })
  return {
    boxes: segments.map(({ value, label, style, x1, x2 }) => ({
      x1: x1 + 1,
      x2: Math.max(x2 - 1, x1 + 1.5),
      y1: y1 + 0.5,
      y2: y2 - 0.5,
      style,
      says: `${of}, ${label}: ${figureText(value)} of ${figureText(rated)}`,
    })),
    words: segments.flatMap(({ value, style, x1, x2 }): readonly Words[] => {
      const text = figureText(value)
      return widthOf(text, size) > x2 - x1 - 4
        ? []
        : [{ x: (x1 + x2) / 2, y: (y1 + y2) / 2, text, size, bold: true, fill: style.ink, anchor: 'middle' }]
    }),
  }
}

/** How the strand that stands best now came there from the first day; over time only. */
function changeOf(profiles: readonly Profile[]): string | null {
  const [first, last] = [profiles[0]?.answer, profiles.at(-1)?.answer]
  const told = (last?.rows ?? []).flatMap((row) => {
    const before = first?.rows.find(({ strand }) => strand === row.strand)
    const [a, b, c, d] = [before && reachedIn(before), before && ratedIn(before), reachedIn(row), ratedIn(row)]
    return a == null || b == null || c === null || !d ? [] : [{ strand: row.strand, a, b, c, d }]
  })
  const [best] = told.toSorted((x, y) => y.c / y.d - x.c / x.d)
  if (best === undefined || profiles.length < 2) return null
  const { strand, a, b, c, d } = best
  return `${strand} at Establishing or above: ${figureText(a)} of ${figureText(b)} then, ${figureText(c)} of ${figureText(d)} now`
}

/** In how many profiles of ten rated schools or more at least half reach Establishing. */
function findingOf(name: string, profiles: readonly Profile[]): string {
  const change = name === 'year' ? changeOf(profiles) : null
  if (change !== null) return change
  const large = profiles.flatMap(({ answer }) =>
    answer.rows.flatMap((row) => {
      const [rated, reached] = [ratedIn(row), reachedIn(row)]
      return rated === null || reached === null || rated < enoughToCompare ? [] : [{ rated, reached }]
    }),
  )
  if (large.length === 0) return 'Every group here has too few rated schools to compare'
  const half = large.filter(({ rated, reached }) => 2 * reached >= rated).length
  const strands = new Set(profiles.flatMap(({ answer }) => answer.rows.map(({ strand }) => strand))).size
  const groups = strands === 1 ? countText(large.length, name) : `${figureText(large.length)} strands of a ${name}`
  return `At least half of rated schools reach Establishing in ${figureText(half)} of ${groups}`
}
