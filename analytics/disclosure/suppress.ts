import type { Cell, Column, Identity, Row } from '../measures/measure.ts'

/** Figures of fewer schools than this, but not none, are not shown outside the hub. */
export const leastShown = 3

/** Groups of fewer schools than this are not broken down outside the hub. */
export const leastGroup = 10

/** What suppression works on: the numbers of an answer, and the sums they satisfy. */
export interface Figures {
  readonly population: number
  readonly rows: readonly Row[]
  readonly totals: Row
  readonly columns: readonly Column[]
  readonly totalColumns: readonly Column[]
  readonly identities: readonly Identity[]
  readonly fine: boolean
}

/** A cell's name in a set. */
export const cellName = (cell: Cell): string => (cell === 'population' ? cell : `${cell.row} ${cell.key}`)

interface Entry {
  readonly name: string
  readonly value: number
  readonly told: boolean
}

/** Every number of the answer that could be hidden, in reading order. */
function entriesOf({ rows, totals, columns, totalColumns }: Figures): readonly Entry[] {
  const of = (row: Row, at: number | 'totals', described: readonly Column[]): Entry[] =>
    described.flatMap(({ key, known, told = false }) => {
      const value = row[key]
      return typeof value === 'number' && known !== true ? [{ name: cellName({ row: at, key }), value, told }] : []
    })
  return [...rows.flatMap((row, at) => of(row, at, columns)), ...of(totals, 'totals', totalColumns)]
}

/**
 * The names of the cells to hide: all, in a group too small to break down or a table too fine; else the small numbers, and in each sum
 * from which a hidden number could be worked out the smallest other number too.
 *
 * This protects one table. Tables of many groups or days can still be compared with each other: what schools and
 * councils may read of those is decided for a whole release at a time.
 */
export function hiddenCells(figures: Figures): ReadonlySet<string> {
  if (figures.population < leastGroup || figures.fine) return new Set(allCells(figures))
  const entries = entriesOf(figures)
  const valueOf = new Map(entries.map(({ name, value }) => [name, value]))
  const told = new Set(entries.filter((entry) => entry.told).map(({ name }) => name))
  const hidden = new Set(entries.filter(({ value }) => value > 0 && value < leastShown).map(({ name }) => name))
  for (let before = -1; before !== hidden.size;) {
    before = hidden.size
    for (const { whole, parts } of figures.identities) {
      const members = [whole, ...parts].map(cellName).filter((name) => valueOf.has(name))
      const values = members.filter((name) => hidden.has(name)).map((name) => valueOf.get(name) ?? 0)
      const others = members.filter((name) => !hidden.has(name) && !told.has(name) && valueOf.get(name) !== 0)
      const [smallest] = others.toSorted((a, b) => (valueOf.get(a) ?? 0) - (valueOf.get(b) ?? 0))
      if (canBeWorkedOut(values) && smallest !== undefined) hidden.add(smallest)
    }
  }
  return hidden
}

/** The names of all cells but plain words and what is known: marks too, for that there is no number can tell one. */
function allCells({ rows, totals, columns, totalColumns }: Figures): readonly string[] {
  const of = (row: Row, at: number | 'totals', described: readonly Column[]): readonly string[] =>
    described.flatMap(({ key, unit, known, follows }) =>
      (unit === 'words' && follows !== true) || known === true || row[key] === undefined
        ? []
        : [cellName({ row: at, key })],
    )
  return [...rows.flatMap((row, at) => of(row, at, columns)), ...of(totals, 'totals', totalColumns)]
}

/** Whether the hidden numbers of a sum follow from their total: there is only one, or each must be the least there is. */
function canBeWorkedOut(hidden: readonly number[]): boolean {
  const total = hidden.reduce((sum, value) => sum + value, 0)
  return hidden.length > 0 && (hidden.length === 1 || total === hidden.length)
}
