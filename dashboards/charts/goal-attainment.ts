import type { Disclosed, DisclosedRow } from '../../analytics/disclosure/disclose.ts'
import { isMark, type Figure } from '../../analytics/framework/mark.ts'
import type { GoalAttainmentRow } from '../../analytics/measures/goal-attainment.ts'
import type { NoTotals } from '../../analytics/measures/measure.ts'
import { figureText, percentText } from '../parts/number.ts'
import { chartAs, nothingToShow, type Chart } from './chart.ts'
import { below, type Box, type Layout } from './drawing.ts'
import { keyOf } from './key.ts'
import { ink, movementStyles, plain, track, type Canvas, type Style } from './theme.ts'
import { labelOf, noSchools, tooFewToSay } from './wording.ts'
import { wrapped } from './wrapped.ts'

type Answer = Disclosed<GoalAttainmentRow, NoTotals>
type Row = DisclosedRow<GoalAttainmentRow>

const edge = '#FFFFFF'
const styles = {
  value: plain,
  target: { fill: ink, ink: edge, outline: edge },
  trajectory: { ...movementStyles.down, outline: edge },
} as const satisfies Record<string, Style>

const keys = ['value', 'target', 'trajectory'] as const

/** A bar for each goal on a track of 100 per cent, crossed by its target and its trajectory; how it stands in words. */
export function goalAttainmentChart(answer: Answer): Chart {
  const entries = keys.map((key) => ({ label: labelOf(answer, key), style: styles[key] }))
  const description = answer.rows.map(
    (row) => `${titleOf(answer, row)}: ${figuresOf(answer, row, ', ')}, ${statusOf(row)}.`,
  )
  return chartAs(answer, findingOf(answer), description.join(' ') || 'There are no goals.', (canvas) =>
    answer.rows.length === 0
      ? nothingToShow(canvas)
      : below(keyOf(canvas, entries), ...answer.rows.map((row) => bulletOf(answer, row, canvas))),
  )
}

function titleOf({ terms }: Answer, { goal }: Row): string {
  const meaning = terms.find(({ term }) => term === goal)?.meaning
  return meaning === undefined ? goal : `${goal}: ${meaning}`
}

const figuresOf = (answer: Answer, row: Row, between: string): string =>
  keys
    .filter((key) => row[key] !== 'z')
    .map((key) => `${labelOf(answer, key)} ${percentText(row[key])}`)
    .join(between)

const statusOf = ({ status }: Row): string => (isMark(status) ? figureText(status) : status)

const [high, inset] = [24, 6]

function bulletOf(answer: Answer, row: Row, { name, text: size, small, width }: Canvas): Layout {
  // Where there is room, how it stands is beside what it is called.
  const isBeside = name === 'wide'
  const title = wrapped(titleOf(answer, row), isBeside ? width - 110 : width, size)
  const top = title.length * (size + 5) + 4
  const figures = wrapped(figuresOf(answer, row, ' · '), width, small, ' · ')
  const line = small + 5
  const below = top + high + 6
  const under = isBeside ? below : below + line
  const status = statusOf(row)
  const says = `${titleOf(answer, row)}: ${figuresOf(answer, row, ', ')}`
  return {
    boxes: [
      { x1: 0, x2: width, y1: top, y2: top + high, style: track, says },
      ...(isMark(row.value) || row.value === 0
        ? []
        : [{ x1: 0, x2: at(row.value, width), y1: top + inset, y2: top + high - inset, style: styles.value }]),
      ...tickOf(row.trajectory, styles.trajectory, width, top),
      ...tickOf(row.target, styles.target, width, top),
    ],
    words: [
      ...title.map((text, at) => ({ x: 0, y: (size + 5) * (at + 0.5), text, size })),
      {
        ...(isBeside ? { x: width, y: (size + 5) / 2, anchor: 'end' as const } : { x: 0, y: below + line / 2 }),
        text: `${status.charAt(0).toUpperCase()}${status.slice(1)}`,
        size: isBeside ? size : small,
        bold: true as const,
      },
      ...figures.map((text, at) => ({ x: 0, y: under + line * (at + 0.5), text, size: small })),
    ],
    height: under + line * figures.length + 16,
  }
}

const at = (percent: number, width: number): number => (Math.min(percent, 100) / 100) * width

/** A line across the track, within it at either end; none where there is no figure. */
function tickOf(figure: Figure, style: Style, width: number, top: number): readonly Box[] {
  if (isMark(figure)) return []
  const x = Math.min(Math.max(at(figure, width), 2.5), width - 2.5)
  return [{ x1: x - 2.5, x2: x + 2.5, y1: top, y2: top + high, style }]
}

function findingOf(answer: Answer): string {
  const { rows, population } = answer
  if (population === 0) return noSchools(answer)
  if (rows.length === 0) return 'There are no goals yet'
  if (rows.some(({ status }) => isMark(status))) return tooFewToSay(answer)
  const count = (wanted: string): string => figureText(rows.filter(({ status }) => status === wanted).length)
  return `Goals: ${count('met')} met, ${count('on track')} on track, ${count('behind')} behind, ${count('cannot tell')} cannot be told`
}
