import type { FactTable } from '../../migrations/tables.ts'
import type { Candidate } from '../match/match.ts'
import type { Note } from '../note.ts'
import { problemOf, type Problem } from '../problem.ts'
import type { GridRow } from '../readers/grid.ts'
import type { Column, Columns, Places } from '../recognise/column.ts'
import type { Recognisable } from '../recognise/kind.ts'
import { cellWithRows } from '../recognise/rows-within.ts'
import { readCells, type CellsRead } from './cells.ts'
import type { Fact } from './fact.ts'
import type { Known } from './known.ts'

/** The kinds of sheet that can be loaded. */
export const sheetKinds = [
  'register',
  'register-links',
  'framework',
  'audits',
  'awards',
  'priorities',
  'reflections',
  'goals',
  'criteria',
  'characteristics',
  'data-forms',
  'boundaries',
] as const
export type SheetKind = (typeof sheetKinds)[number]

/** The values of a row that has no problem. */
export type ValuesOf<C extends Columns> = {
  readonly [Key in keyof C]: C[Key] extends Column<infer Value, infer Need>
    ? Need extends 'required'
      ? Value
      : Need extends 'present'
        ? Value | null
        : Value | null | undefined
    : never
}

/** The values of a row as far as they could be read. */
export type ReadableOf<C extends Columns> = {
  readonly [Key in keyof C]: C[Key] extends Column<infer Value> ? Value | null | undefined : never
}

/** What checking a row against what is known brought to light. */
export interface Checked {
  readonly urn: number | null
  readonly candidates: readonly Candidate[]
  readonly problems: readonly Problem[]
  readonly notes: readonly Note[]
}

/** A row as its sheet understands it: the facts it states, the first the one that the row is named by. */
export interface SheetRow extends Checked {
  readonly row: number
  readonly facts: readonly Fact[]
  readonly textUnder: CellsRead['textUnder']
}

/** How the rows of a sheet are parted by school. */
interface Parting {
  /** The columns that name the school, its URN first, and the one with the day it is looked up for. */
  readonly naming: readonly string[]
  readonly day: string
  /** The school of a row by the URN that speaks for it; null where the row has none, and so states no facts. */
  readonly schoolOf: (row: GridRow, places: Places, known: Known) => number | null
}

/** One kind of sheet in one layout. */
export interface Sheet extends Recognisable<SheetKind> {
  /** The tables whose facts it states, and those it is checked against besides. */
  readonly writes: readonly FactTable[]
  readonly reads: readonly FactTable[]
  /** Headings that are never kept, whatever they hold. */
  readonly drops: RegExp | null
  readonly read: (row: GridRow, places: Places, known: Known) => SheetRow
  /** How rows can be parted by school, so that each part is judged by itself; null where they are not about schools. */
  readonly parting: Parting | null
  /** What must be told beside the file, and is not. */
  readonly asks: (known: Known) => readonly Problem[]
  /** What is wrong with the rows together, though with none of them alone. */
  readonly lacks: (rows: readonly SheetRow[], known: Known) => readonly Problem[]
  /** What is worth saying about the rows together: all of them, or all of some schools. */
  readonly survey: (rows: readonly SheetRow[], known: Known) => readonly Note[]
}

/** How one kind of sheet is written: its columns, its check, and what facts a row becomes. */
export interface SheetForm<C extends Columns> extends Omit<Partial<Sheet>, 'read' | 'columns'> {
  readonly kind: SheetKind
  readonly columns: C
  readonly writes: readonly FactTable[]
  /** `misread` are the headings of cells that say something no one can read. */
  readonly check: (values: ReadableOf<C>, known: Known, misread: ReadonlySet<string | null>) => Checked
  readonly facts: (values: ValuesOf<C>, checked: Checked, known: Known) => readonly Fact[]
}

export const nothingFound: Checked = { urn: null, candidates: [], problems: [], notes: [] }

const closeQuote = 'close the quotation mark that opens in this row: it takes in the rows below'

export function sheet<C extends Columns>(form: SheetForm<C>): Sheet {
  const { kind, columns, writes, check, facts } = form
  const read = (gridRow: GridRow, places: Places, known: Known): SheetRow => {
    const { row } = gridRow
    const { values, textUnder, ...cells } = readCells(columns, places, gridRow)
    const misread = new Set(cells.problems.map(({ column }) => column))
    const checked = check(values as ReadableOf<C>, known, misread)
    const inPlace = (problem: Problem): Problem => ({
      ...problem,
      row,
      found: textUnder(problem.column) || problem.found,
    })
    const taken = cellWithRows(gridRow.cells)
    const open = taken === undefined ? [] : [problemOf('unclosed-quote', taken, { row, accepted: closeQuote })]
    const problems = [...open, ...cells.problems, ...checked.problems.map(inPlace)]
    const notes = [...cells.notes, ...checked.notes.map((note) => ({ ...note, row }))]
    const stated = problems.length > 0 ? [] : facts(values as ValuesOf<C>, checked, known)
    return { ...checked, row, problems, notes, textUnder, facts: stated }
  }
  return {
    kind,
    layout: form.layout ?? null,
    columns,
    writes,
    read,
    year: form.year ?? null,
    oneOf: form.oneOf ?? [],
    never: form.never ?? [],
    reads: form.reads ?? [],
    drops: form.drops ?? null,
    parting: form.parting ?? null,
    asks: form.asks ?? (() => []),
    lacks: form.lacks ?? (() => []),
    survey: form.survey ?? (() => []),
  }
}
