import type { Disclosed } from '../../../analytics/disclosure/disclose.ts'
import type { Column } from '../../../analytics/measures/measure.ts'
import type { TransitionMatrixRow, TransitionMatrixTotals } from '../../../analytics/measures/transition-matrix.ts'
import { figureCell, wordsCell } from '../cell.ts'
import { cellOf, columnOf, linesOf, tabOf, titleOf } from '../measure-sheet.ts'
import type { SheetColumn, TableSheet } from '../workbook-spec.ts'

export type Matrix = Disclosed<TransitionMatrixRow, TransitionMatrixTotals>

/**
 * The strands' transition matrices as one long table: a row for each strand and level of its first audit, and in every
 * row what is counted for the strand as a whole, so that each strand's figures can be added up and compared.
 */
export function matrixSheet(matrices: readonly Matrix[], scope: string, source: string): TableSheet {
  const [first] = matrices
  if (first === undefined) throw new RangeError('no transition matrix')
  const notes = [...new Set(matrices.flatMap((matrix) => matrix.notes))]
  const strand: SheetColumn = { label: 'Strand', unit: null, note: null, form: 'words' }
  return {
    tab: tabOf(first.measure),
    title: titleOf(first, scope),
    lines: [
      ...linesOf({ ...first, question: first.question.replace('this strand', 'each strand'), notes }, false),
      'The last two columns count the whole strand, and say the same in each of its rows.',
      'All other figures of a strand, with its schools not comparable, add to its schools rated.',
    ],
    source,
    columns: [strand, ...first.columns.map(columnOf), ...wholeStrand(first.totalColumns)],
    rows: matrices.flatMap((matrix) =>
      matrix.rows.map((row) => [
        wordsCell(matrix.where.strand ?? ''),
        ...matrix.columns.map((column) => cellOf(column, row[column.key as keyof TransitionMatrixRow])),
        ...matrix.totalColumns.map(({ key }) => figureCell(matrix.totals[key as keyof TransitionMatrixTotals])),
      ]),
    ),
  }
}

/** The columns of the totals, each saying that it is of the strand. */
const wholeStrand = (columns: readonly Column[]): readonly SheetColumn[] =>
  columns
    .map(columnOf)
    .map((column) => ({ ...column, label: column.label.replace(/(?<! in this strand)$/, ' in this strand') }))
