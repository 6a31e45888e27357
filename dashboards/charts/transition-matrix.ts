import type { Disclosed } from '../../analytics/disclosure/disclose.ts'
import { levels } from '../../analytics/framework/level.ts'
import { isMark, type Figure } from '../../analytics/framework/mark.ts'
import type { TransitionMatrixRow, TransitionMatrixTotals } from '../../analytics/measures/transition-matrix.ts'
import { countText, figureText } from '../parts/number.ts'
import { chartAs, type Chart } from './chart.ts'
import { below, type Layout } from './drawing.ts'
import { keyOf } from './key.ts'
import { absent, ink, levelStyles, palePaint, quietInk, type Canvas, type Style } from './theme.ts'
import { figuresInWords, labelOf, noSchools, sumOf, tooFewToSay } from './wording.ts'

type Answer = Disclosed<TransitionMatrixRow, TransitionMatrixTotals>
type Direction = 'up' | 'same' | 'down'

const columns = ['focusing', 'developing', 'establishing', 'enhancing'] as const
const short: Readonly<Record<(typeof columns)[number], string>> = {
  focusing: 'Foc.',
  developing: 'Dev.',
  establishing: 'Est.',
  enhancing: 'Enh.',
}

/** A move between two levels, by how many schools, and which way it goes. */
export interface Move {
  readonly from: string
  readonly to: string
  readonly direction: Direction
  readonly count: Figure
}

/** The sixteen moves of the matrix, in reading order. */
export const movesOf = ({ rows }: Answer): readonly Move[] =>
  rows.flatMap((row, at) =>
    columns.map((column, to) => ({
      from: row.first,
      to: levels[to] ?? '',
      direction: to > at ? 'up' : to < at ? 'down' : 'same',
      count: row[column],
    })),
  )

/** The matrix as a grid: level in the first audit down, in the latest across, and who was audited only once. */
export function transitionMatrixChart(answer: Answer): Chart {
  const description = answer.rows
    .map((row) => `First ${row.first}: ${figuresInWords(answer, row, [...columns, 'notYet'])}.`)
    .join(' ')
  return chartAs(answer, findingOf(answer), description, (canvas) => below(directions(canvas), gridOf(answer, canvas)))
}

const paleOf = (direction: Direction): Style => ({ fill: palePaint[direction], ink, outline: quietInk })

const directions = (canvas: Canvas): Layout =>
  keyOf(canvas, [
    { label: 'Moved down', style: paleOf('down') },
    { label: 'Same level', style: paleOf('same') },
    { label: 'Moved up', style: paleOf('up') },
  ])

function gridOf(answer: Answer, canvas: Canvas): Layout {
  const { text, small, width } = canvas
  const isWide = canvas.name === 'wide'
  const left = isWide ? 150 : 0
  const [cell, high, lead] = [(width - left) / 5, isWide ? 52 : 42, isWide ? 0 : text + 8]
  const top = small * 2 + 20
  const centre = (column: number) => left + cell * (column + 0.5)
  const rowTop = (row: number) => top + row * (high + lead + 4)
  const moves = movesOf(answer)
  const saysOf = (row: number, column: number): string => {
    const from = answer.rows[row]
    const key = columns[column] ?? 'notYet'
    return from === undefined ? '' : `First ${from.first}, ${labelOf(answer, key)}: ${figureText(from[key])}`
  }
  const box = (column: number, row: number, style: Style) => ({
    x1: left + column * cell + 2,
    x2: left + (column + 1) * cell - 2,
    y1: rowTop(row) + lead,
    y2: rowTop(row) + lead + high,
    style,
  })
  const number = (column: number, row: number, count: Figure) => ({
    x: centre(column),
    y: rowTop(row) + lead + high / 2,
    text: figureText(count),
    size: text + 2,
    anchor: 'middle' as const,
    ...(count === 0 ? { fill: quietInk } : { bold: true as const }),
  })
  return {
    boxes: [
      ...columns.map((key, at) => ({
        ...box(at, 0, levelStyles[key]),
        y1: top - 9.5,
        y2: top - 4.5,
      })),
      ...moves.map(({ direction, count }, at) => ({
        ...box(at % 4, Math.floor(at / 4), count === 0 ? { ...paleOf(direction), outline: null } : paleOf(direction)),
        says: saysOf(Math.floor(at / 4), at % 4),
      })),
      ...answer.rows.map((_, row) => ({ ...box(4, row, absent), says: saysOf(row, 4) })),
    ],
    words: [
      { x: left, y: small / 2, text: 'Level in latest audit', size: small, fill: quietInk },
      ...(isWide ? [{ x: 0, y: small * 1.5 + 6, text: labelOf(answer, 'first'), size: small, fill: quietInk }] : []),
      ...columns.map((key, at) => ({
        x: centre(at),
        y: small * 1.5 + 6,
        text: isWide ? (levels[at] ?? '') : short[key],
        size: small,
        anchor: 'middle' as const,
      })),
      {
        x: centre(4),
        y: small * 1.5 + 6,
        text: isWide ? labelOf(answer, 'notYet') : 'Not yet',
        size: small,
        anchor: 'middle',
      },
      ...answer.rows.map((row, at) => ({
        x: 0,
        y: rowTop(at) + (isWide ? high / 2 : lead / 2),
        text: isWide ? row.first : `From ${row.first}`,
        size: text,
        bold: true as const,
      })),
      ...moves.map(({ count }, at) => number(at % 4, Math.floor(at / 4), count)),
      ...answer.rows.map(({ notYet }, row) => number(4, row, notYet)),
    ],
    height: rowTop(answer.rows.length) + 8,
  }
}

function findingOf(answer: Answer): string {
  const { population, totals } = answer
  if (population === 0) return noSchools(answer)
  if (totals.n === 0) return 'No school has been rated in this strand yet'
  const moves = movesOf(answer)
  const compared = sumOf(moves.map(({ count }) => count))
  if (compared === null) return tooFewToSay(answer)
  if (compared === 0) return 'No two audits can be compared in this strand'
  const [most, next] = moves
    .flatMap(({ from, to, direction, count }) => (direction === 'same' || isMark(count) ? [] : [{ from, to, count }]))
    .toSorted((a, b) => b.count - a.count)
  const group = countText(compared, 'school')
  if (most === undefined || most.count === 0) return `None of ${group} compared has changed level`
  return most.count === next?.count
    ? `${group} compared: no one move is the most common`
    : `Most common move: ${most.from} to ${most.to}, ${figureText(most.count)} of ${group} compared`
}
