import { listed, type Note } from '../../note.ts'
import type { GridRow, Span } from '../grid.ts'
import { limits } from './limits.ts'
import { lettersOf, placeOf, type Place } from './place.ts'

/** Cells that are shown as one; only the first has a value. */
export interface Merge {
  readonly first: Place
  readonly last: Place
}

export function mergeOf(reference: string | null): Merge | null {
  const [first, last] = (reference ?? '').split(':').map(placeOf)
  return first == null || last == null ? null : { first, last }
}

/** The merges that span columns, by the row of their text. */
export const spansOf = (merges: readonly Merge[]): readonly Span[] =>
  merges
    .filter(({ first, last }) => last.column > first.column)
    .map(({ first, last }) => ({ row: first.row, from: first.column - 1, to: last.column - 1 }))

const shown = ({ first, last }: Merge): string =>
  `${lettersOf(first.column)}${first.row}:${lettersOf(last.column)}${last.row}`

/** What is said of merged cells that have a value: each that spans columns by its words, the others together. */
export function mergeNotes(merges: readonly Merge[], rows: readonly GridRow[]): readonly Note[] {
  const cells = new Map(rows.map((row) => [row.row, row.cells]))
  const textOf = ({ first }: Merge): string => cells.get(first.row)?.[first.column - 1] ?? ''
  const filled = merges.filter((merge) => textOf(merge) !== '')
  const across = filled.filter(({ first, last }) => last.column > first.column && last.row === first.row)
  const named = across.slice(0, 10)
  const others = filled.filter((merge) => !named.includes(merge))
  const cut = merges.length < limits.merges ? '' : ', and perhaps more'
  return [
    ...named.map((merge) => ({
      row: merge.first.row,
      column: null,
      text: `"${textOf(merge)}" is merged over ${shown(merge)}, and its text stands in ${lettersOf(merge.first.column)} alone`,
    })),
    ...(others.length === 0
      ? []
      : [
          {
            row: null,
            column: null,
            text: `Merged cells were read in their first cell only: ${listed(others.map(shown))}${cut}`,
          },
        ]),
  ]
}
