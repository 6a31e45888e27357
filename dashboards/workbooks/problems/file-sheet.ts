import { faithfulText } from '../clean-text.ts'
import type { PlacedCell, PlacedRow, PlacedSheet } from '../placed-sheet.ts'
import { rowHeight } from '../row-height.ts'
import { bodyType, widthOf } from '../text-size.ts'
import type { FileRow, FileSheet, ProblemTold } from './file-problems.ts'
import { problemSentence } from './sentence.ts'

/** The heading of the column that says in words what is wrong in a row. */
const remarkHeading = 'Problem'
/** Widths of columns, in digits: those of the file between two of them, and that of the words. */
const [least, widest, remarkWidth] = [9, 64, 64]
/** How many rows tell how wide a column is. */
const sampled = 500

/**
 * A sheet of a file with every row and column in its place, its problem cells marked, and beyond its last column what is
 * wrong in each row.
 */
export function placeFileSheet(sheet: FileSheet, tab: string, problems: readonly ProblemTold[]): PlacedSheet {
  const wide = sheet.rows.reduce((most, { cells }) => Math.max(most, cells.length), 1)
  const widths = [...widthsOf(sheet.rows, wide), remarkWidth]
  const byRow = Map.groupBy(problems, ({ row }) => row ?? sheet.headRow)
  const rows = sheet.rows.map((row): PlacedRow => {
    const cells = placeRow(row, row.row === sheet.headRow, wide, byRow.get(row.row) ?? [])
    return { at: row.row - 1, height: rowHeight(cells, widths), cells }
  })
  return { tab, widths, rows, table: null, file: { headerAt: sheet.headRow === null ? null : sheet.headRow - 1 } }
}

function placeRow(
  { cells }: FileRow,
  isHead: boolean,
  wide: number,
  problems: readonly ProblemTold[],
): readonly PlacedCell[] {
  const marked = new Set(problems.flatMap(({ places }) => places))
  const placed = Array.from({ length: wide }, (_, at): PlacedCell => {
    const isMarked = marked.has(at)
    const look = isHead ? (isMarked ? 'markedHeader' : 'plainHeader') : isMarked ? 'marked' : 'plain'
    return { value: faithfulText(cells[at] ?? ''), look }
  })
  const sentences = problems.map(problemSentence)
  const remark = faithfulText([...(isHead ? [remarkHeading] : []), ...sentences].join('\n'))
  if (remark === '') return placed
  return [...placed, { value: remark, look: isHead && sentences.length === 0 ? 'plainHeader' : 'remark' }]
}

const widthsOf = (rows: readonly FileRow[], wide: number): readonly number[] =>
  Array.from({ length: wide }, (_, at) => {
    const longest = rows
      .slice(0, sampled)
      .reduce((most, { cells }) => Math.max(most, widthOf((cells[at] ?? '').slice(0, widest * 2), bodyType)), 0)
    return Math.ceil(Math.min(widest, Math.max(least, longest * 1.08 + 2)))
  })
