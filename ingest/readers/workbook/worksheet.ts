import { listed, type Note } from '../../note.ts'
import { problemOf, type Problem } from '../../problem.ts'
import type { Grid } from '../grid.ts'
import type { Legend } from './cell.ts'
import { gathering, type Gathered, type Spend } from './gathering.ts'
import { limits } from './limits.ts'
import { mergeNotes, mergeOf, spansOf, type Merge } from './merges.ts'
import { lettersOf } from './place.ts'
import { cellVisitor } from './raw-cells.ts'
import { attributeOf, isTrue, walkXml, type Tag } from './xml.ts'

/** The columns, of those that are read, that one element of a worksheet hides. */
function hiddenBy(tag: Tag): readonly number[] {
  const [min, max] = ['min', 'max'].map((name) => Number(attributeOf(tag, name) ?? 0))
  if (!isTrue(tag, 'hidden') || min === undefined || max === undefined || !(min >= 1)) return []
  const length = Math.floor(Math.min(max, limits.columns) - min + 1)
  return length > 0 ? Array.from({ length }, (_, index) => min + index) : []
}

const hiddenRowNotes = ({ hiddenRows }: Gathered): readonly Note[] =>
  [...hiddenRows].map((row) => ({ row, column: null, text: 'hidden, so not read' }))

function hiddenColumnNotes({ hiddenColumns }: Gathered): readonly Note[] {
  if (hiddenColumns.size === 0) return []
  const letters = [...hiddenColumns].toSorted((a, b) => a - b).map(lettersOf)
  return [{ row: null, column: null, text: `Hidden columns were not read: ${listed(letters)}` }]
}

function limitProblems(sheet: string, { hasTooManyRows, far }: Gathered): readonly Problem[] {
  const most = limits.rows.toLocaleString('en-GB')
  return [
    ...(hasTooManyRows
      ? [
          problemOf('unreadable-file', `more than ${most} rows`, {
            sheet,
            accepted: `put at most ${most} rows on a worksheet`,
          }),
        ]
      : []),
    ...(far === null
      ? []
      : [
          problemOf('unreadable-file', `something in column ${lettersOf(far.column)}`, {
            sheet,
            row: far.row,
            accepted: `use the first ${limits.columns} columns, up to ${lettersOf(limits.columns)}`,
          }),
        ]),
  ]
}

/** A worksheet without what is hidden. What it says of its own size is not believed. */
export async function readWorksheet(
  sheet: string,
  part: string,
  chunks: AsyncIterable<Uint8Array>,
  legend: Legend,
  spend: Spend,
): Promise<Grid> {
  const hidden = new Set<number>()
  const merges: Merge[] = []
  const { add, gathered } = gathering(legend, (column) => hidden.has(column), spend)
  const cells = cellVisitor(add)
  await walkXml(part, chunks, {
    ...cells,
    open: (tag, path) => {
      const name = path.at(-1)
      const merge = name === 'mergeCell' && merges.length < limits.merges ? mergeOf(attributeOf(tag, 'ref')) : null
      if (merge !== null) merges.push(merge)
      else if (name === 'col') for (const column of hiddenBy(tag)) hidden.add(column)
      else cells.open(tag, path)
    },
  })
  const found = gathered()
  const { rows, remarks, faults } = found
  const notes = [...hiddenRowNotes(found), ...hiddenColumnNotes(found), ...mergeNotes(merges, rows)]
  return { sheet, rows, remarks, faults, notes, problems: limitProblems(sheet, found), spans: spansOf(merges) }
}
