import type { Note } from '../note.ts'
import { problemOf, type Problem } from '../problem.ts'
import type { GridRow } from '../readers/grid.ts'
import { turnedIntoDay } from '../recognise/turned-into-day.ts'
import type { Column, Columns, Places } from '../recognise/column.ts'
import { isBlank, trimmed, type Reading } from '../recognise/reading.ts'

/** What the cells of a row say, by column; undefined where the file has no such column, null where it is blank. */
export interface CellsRead {
  readonly values: Readonly<Record<string, unknown>>
  readonly problems: readonly Problem[]
  readonly notes: readonly Note[]
  /** The text of the cell under a heading as it stands; blank where there is none. */
  readonly textUnder: (heading: string | null) => string
}

interface CellRead {
  readonly value: unknown
  readonly problem?: Problem
  readonly note?: Note
}

function readBlank({ need, heading }: Column, row: number, text: string): CellRead {
  if (need === 'required') return { value: null, problem: problemOf('missing-value', text, { row, column: heading }) }
  return text === ''
    ? { value: null }
    : { value: null, note: { row, column: heading, text: `"${text}" was read as blank` } }
}

/** Of several columns taken for one, the first that says something speaks. */
function textIn({ cells }: GridRow, places: readonly number[]): string {
  const texts = places.map((place) => trimmed(cells[place] ?? ''))
  return texts.find((text) => !isBlank(text)) ?? texts.find((text) => text !== '') ?? ''
}

/** A long file says the same few things in a column again and again: so many different ones are read only once. */
const remembered = 10_000
/** Texts with more characters are not remembered: no two of them are alike. */
const longest = 1000
const readings = new WeakMap<Column, Map<string, Reading<unknown>>>()

/** What a text says in a column; whatever the row, it is the same. */
function readingOf(column: Column, text: string): Reading<unknown> {
  if (text.length > longest) return column.read(text)
  const known = readings.get(column) ?? new Map<string, Reading<unknown>>()
  const before = known.get(text)
  if (before !== undefined) return before
  const reading = column.read(text)
  if (known.size >= remembered) known.clear()
  readings.set(column, known.set(text, reading))
  return reading
}

function readCell(column: Column, gridRow: GridRow, places: readonly number[]): CellRead {
  const { row } = gridRow
  if (places.length === 0) return { value: undefined }
  const text = textIn(gridRow, places)
  if (isBlank(text)) return readBlank(column, row, text)
  const reading = readingOf(column, text)
  if ('problem' in reading) {
    const told = reading.accepted === undefined ? {} : { accepted: reading.accepted }
    const problem = problemOf(reading.problem, text, { row, column: column.heading, ...told })
    return { value: null, problem: turnedIntoDay(problem) }
  }
  const { value, note } = reading
  return note === undefined ? { value } : { value, note: { row, column: column.heading, text: note } }
}

export function readCells(columns: Columns, places: Places, row: GridRow): CellsRead {
  const values: Record<string, unknown> = {}
  const [problems, notes]: [Problem[], Note[]] = [[], []]
  for (const [key, column] of Object.entries(columns)) {
    const { value, problem, note } = readCell(column, row, places[key] ?? [])
    values[key] = value
    if (problem !== undefined) problems.push(problem)
    if (note !== undefined) notes.push(note)
  }
  return {
    values,
    problems,
    notes,
    textUnder: (heading) => {
      const key = Object.keys(columns).find((each) => columns[each]?.heading === heading)
      return key === undefined ? '' : textIn(row, places[key] ?? [])
    },
  }
}
