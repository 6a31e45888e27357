import { countText, numberText } from '../../parts/number.ts'
import { markCell, wordsCell } from '../cell.ts'
import { cellAddress } from '../finish/cell-address.ts'
import type { Cell, SheetColumn, TableSheet } from '../workbook-spec.ts'
import type { FileProblems, ProblemTold } from './file-problems.ts'

const words = (label: string): SheetColumn => ({ label, unit: null, note: null, form: 'words' })

const columns = ['Cell', 'Worksheet', 'Row', 'Column', 'What is wrong', 'What we found', 'What to do'].map(words)

/** The tab of each sheet of the file, and the row of its headings, by the sheet's name. */
export type Tabs = ReadonlyMap<string | null, { readonly tab: string; readonly headRow: number | null }>

/** The worksheet that lists the problems, each linked to the cell it is of. */
export function problemsSheet(file: FileProblems, tabs: Tabs, tab: string): TableSheet {
  const { fileName, problems, problemCount, sheets } = file
  return {
    tab,
    title: `Problems in ${fileName}`,
    lines: [
      `${countText(problemCount, 'problem')} ${problemCount === 1 ? 'was' : 'were'} found, so nothing of the file was loaded.`,
      ...(problems.length < problemCount ? [`The first ${numberText(problems.length)} are listed.`] : []),
      ...(sheets.length === 0
        ? ['The file could not be read as rows and columns, so it is not shown here.']
        : [
            'The file follows with its rows and columns where they were. Cells with a problem have a red border and a yellow fill.',
            'Beside each row with a problem, the column Problem after the last one says what to do.',
          ]),
      ...(sheets.some(({ isCut }) => isCut)
        ? ['The file is so long that only rows with a problem are shown, each in its own row.']
        : []),
      'Mend the file and send it again, or mend it here and send this workbook: the words added to it are passed over.',
    ],
    source: null,
    columns,
    rows: problems.map((problem) => rowOf(problem, tabs)),
  }
}

function rowOf({ sheet, row, column, places, what, found, accepted }: ProblemTold, tabs: Tabs): readonly Cell[] {
  const place = tabs.get(sheet)
  const at = row ?? place?.headRow ?? null
  const [first = 0] = places
  const isShown = place !== undefined && at !== null && (row !== null || places.length > 0)
  const address = cellAddress((at ?? 1) - 1, first)
  return [
    isShown ? { kind: 'link', words: address, tab: place.tab, at: address } : markCell('z'),
    place === undefined ? markCell('z') : wordsCell(place.tab),
    row === null ? markCell('z') : wordsCell(String(row)),
    column === null ? markCell('z') : wordsCell(column),
    wordsCell(what),
    found === '' ? wordsCell('nothing') : wordsCell(found),
    wordsCell(accepted.charAt(0).toUpperCase() + accepted.slice(1)),
  ]
}

/** The worksheet that lists what is worth knowing of the file and stops nothing. */
export const notesList = (notes: readonly string[], tab: string): TableSheet => ({
  tab,
  title: 'Notes on the file',
  lines: ['Nothing here needs mending; it says how the file was read.'],
  source: null,
  columns: [words('Number'), words('Note')],
  rows: notes.map((note, at) => [wordsCell(String(at + 1)), wordsCell(note)]),
})
