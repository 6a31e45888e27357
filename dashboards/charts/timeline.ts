import type { Award } from '../../analytics/framework/award.ts'
import { dayNumber, partsOfDay, type Day } from '../../analytics/framework/day.ts'
import { levels, type Level } from '../../analytics/framework/level.ts'
import { strands } from '../../analytics/framework/strand.ts'
import { chartAs, type Chart } from './chart.ts'
import { dayText } from '../parts/day.ts'
import { below, type Box, type Layout, type Words } from './drawing.ts'
import { keyOf } from './key.ts'
import {
  absent,
  levelStyles,
  movementStyles,
  plain,
  quietInk,
  track,
  untold,
  widthOf,
  type Canvas,
  type Style,
} from './theme.ts'

/** What happened at a school, for one line of time. */
export interface Timeline {
  readonly name: string
  readonly from: Day
  readonly to: Day
  /** The day it is told on: what holds then is drawn up to it. */
  readonly asOf: Day
  /** Its URNs, each from the day it opened (null: before all that is shown) to the day it closed. */
  readonly urns: readonly { readonly urn: number; readonly from: Day | null; readonly to: Day | null }[]
  readonly audits: readonly {
    readonly heldOn: Day
    readonly levels: readonly (Level | null)[]
    /** Whether its levels can be compared with those of the audit before. */
    readonly comparable: boolean
  }[]
  readonly awards: readonly { readonly award: Award; readonly from: Day; readonly to: Day }[]
  readonly reflections: readonly { readonly dueOn: Day; readonly state: ReflectionState }[]
}

export type ReflectionState = 'returned' | 'overdue' | 'due later' | 'withdrawn'

const reflectionStyles: Readonly<Record<ReflectionState, Style>> = {
  returned: plain,
  overdue: movementStyles.down,
  'due later': absent,
  withdrawn: untold,
}

const styleOf = (level: Level | null): Style =>
  level === null ? untold : levelStyles[level.toLowerCase() as keyof typeof levelStyles]

const [high, gap] = [24, 8]

/** A school through time: its URNs, the level of each strand from audit to audit, its awards and its reflections. */
export function timelineChart(timeline: Timeline): Chart {
  const { audits, name } = timeline
  const description = [
    ...audits.map(
      ({ heldOn, levels: rated }) =>
        `Audit on ${dayText(heldOn)}: ${strands.map((strand, at) => `${strand} ${rated[at] ?? 'not rated'}`).join(', ')}.`,
    ),
    ...timeline.awards.map(({ award, from, to }) => `${award} from ${dayText(from)} to ${dayText(to)}.`),
    ...timeline.reflections.map(({ dueOn, state }) => `Reflection due ${dayText(dueOn)}: ${state}.`),
  ].join(' ')
  return chartAs(
    { measure: 'journey', where: {}, population: 1 },
    findingOf(timeline),
    description || `${name}.`,
    (canvas) =>
      below(
        keyOf(canvas, [
          ...levels.map((level) => ({ label: level, style: styleOf(level) })),
          { label: 'Reflection returned', style: plain },
          { label: 'Overdue', style: movementStyles.down },
          { label: 'Due later', style: absent },
        ]),
        linesOf(canvas, timeline),
      ),
  )
}

interface Line {
  readonly title: string
  readonly spans: readonly { readonly from: Day; readonly to: Day; readonly text: string; readonly style: Style }[]
  readonly dots: readonly { readonly on: Day; readonly says: string; readonly style: Style }[]
}

/** What is written where a word has no room: no word is cut. */
const shorter: Readonly<Record<string, readonly string[]>> = {
  Focusing: ['Foc.'],
  Developing: ['Dev.'],
  Establishing: ['Est.'],
  Enhancing: ['Enh.'],
  'Working towards Bronze': ['Towards Bronze', 'Towards'],
}

function linesOf(canvas: Canvas, timeline: Timeline): Layout {
  const { name, width, small } = canvas
  const isWide = name === 'wide'
  const [left, right] = [isWide ? 190 : 0, width - 2]
  const [start, end] = [dayNumber(timeline.from), dayNumber(timeline.to)]
  const x = (day: Day): number =>
    left + ((Math.min(Math.max(dayNumber(day), start), end) - start) / Math.max(1, end - start)) * (right - left)
  const step = isWide ? high + gap : high + small + gap + 8
  const top = small + 14
  const years = yearsIn(timeline, Math.floor((right - left) / 46))
  const lines = [
    urnLine(timeline),
    ...strands.map((_, at) => strandLine(timeline, at)),
    awardLine(timeline),
    reflectionLine(timeline),
  ]
  const bottom = top + lines.length * step
  const drawn = lines.map(({ title, spans, dots }, at) => {
    const y = top + at * step + (isWide ? 0 : small + 6)
    return {
      boxes: [
        { x1: left, x2: right, y1: y, y2: y + high, style: track },
        ...spans.map(({ from, to, text, style }): Box => ({
          says: `${title}: ${text}, from ${dayText(from)}`,
          x1: x(from) + 0.5,
          x2: Math.max(x(to) - 1, x(from) + 2),
          y1: y + 0.5,
          y2: y + high - 0.5,
          style,
        })),
        ...dots.map(({ on, says, style }): Box => ({
          says,
          x1: Math.min(x(on), right - 12),
          x2: Math.min(x(on), right - 12) + 11,
          y1: y + 6,
          y2: y + high - 6,
          style,
        })),
      ],
      words: [
        { x: 0, y: isWide ? y + high / 2 : y - small / 2 - 2, text: title, size: small },
        ...spans.flatMap(({ from, to, text, style }): readonly Words[] => {
          const room = x(to) - x(from) - 8
          const fits = [text, ...(shorter[text] ?? [])].find((each) => widthOf(each, small) <= room)
          return fits === undefined
            ? []
            : [{ x: x(from) + 5, y: y + high / 2, text: fits, size: small, fill: style.ink }]
        }),
      ],
    }
  })
  return {
    boxes: [
      ...years.map((year): Box => ({
        x1: x(year),
        x2: x(year) + 1,
        y1: top - 6,
        y2: bottom - gap,
        style: { ...track, fill: '#D9D9D9' },
      })),
      ...drawn.flatMap(({ boxes }) => boxes),
    ],
    words: [
      ...years.map((year): Words => ({
        x: x(year),
        y: small / 2,
        text: year.slice(0, 4),
        size: small,
        fill: quietInk,
      })),
      ...drawn.flatMap(({ words }) => words),
    ],
    height: bottom + 4,
  }
}

/** The first days of the years within, every so many that they have room. */
function yearsIn({ from, to }: Timeline, most: number): readonly Day[] {
  const [first = 0, last = 0] = [partsOfDay(from)?.[0], partsOfDay(to)?.[0]]
  const step = Math.max(1, Math.ceil((last - first) / Math.max(1, most)))
  return Array.from({ length: Math.floor((last - first) / step) }, (_, at) => `${first + 1 + at * step}-01-01`)
}

const urnLine = ({ urns, from, to }: Timeline): Line => ({
  title: 'URN',
  spans: urns.map(({ urn, from: opened, to: closed }, at) => ({
    from: opened ?? from,
    to: closed ?? to,
    text: String(urn),
    style: at % 2 === 0 ? { ...track, fill: '#D2E2F1' } : { ...track, fill: '#E6E6E6' },
  })),
  dots: [],
})

const strandLine = ({ audits, asOf }: Timeline, strand: number): Line => ({
  title: strands[strand] ?? '',
  spans: audits.map(({ heldOn, levels: rated }, at) => ({
    from: heldOn,
    to: audits[at + 1]?.heldOn ?? asOf,
    text: rated[strand] ?? 'Not rated',
    style: styleOf(rated[strand] ?? null),
  })),
  dots: [],
})

const awardLine = ({ awards, to }: Timeline): Line => ({
  title: 'Award',
  spans: awards.map(({ award, from, to: until }, at) => {
    const next = awards[at + 1]?.from ?? to
    return {
      from,
      to: [until, next, to].toSorted()[0] ?? to,
      text: award,
      style: { fill: '#FFFFFF', ink: '#0B0C0C', outline: '#0B0C0C' },
    }
  }),
  dots: [],
})

const reflectionLine = ({ reflections }: Timeline): Line => ({
  title: 'Reflections due',
  spans: [],
  dots: reflections.map(({ dueOn, state }) => ({
    on: dueOn,
    says: `Reflection due ${dayText(dueOn)}: ${state}`,
    style: reflectionStyles[state],
  })),
})

function findingOf({ audits }: Timeline): string {
  const [first, last] = [audits[0], audits.at(-1)]
  if (first === undefined || last === undefined) return 'Not audited yet'
  if (audits.length === 1) return 'One audit so far: there is nothing to compare yet'
  if (audits.slice(1).some(({ comparable }) => !comparable)) return 'Audits under frameworks that cannot be compared'
  const moves = strands.flatMap((_, at) => {
    const [from, to] = [first.levels[at] ?? null, last.levels[at] ?? null]
    return from === null || to === null ? [] : [levels.indexOf(to) - levels.indexOf(from)]
  })
  const [up, down] = [moves.filter((move) => move > 0).length, moves.filter((move) => move < 0).length]
  return `From first to latest audit: ${up} of ${moves.length} strands up, ${down} down`
}
