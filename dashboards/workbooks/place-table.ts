import { cleanText } from './clean-text.ts'
import { columnWidths } from './column-widths.ts'
import { contentsTab } from './contents-sheet.ts'
import { cellAddress } from './finish/cell-address.ts'
import { legend } from './legend.ts'
import { noteMarker } from './numbered-notes.ts'
import { isNumber, placeCell } from './place-cell.ts'
import type { PlacedCell, PlacedRow, PlacedSheet } from './placed-sheet.ts'
import type { Profile } from './profile.ts'
import { rowHeight } from './row-height.ts'
import { surveyOf, widestPieceIn, type Survey } from './survey.ts'
import type { Cell, SheetColumn, SheetRows, TableSheet } from './workbook-spec.ts'

/** How a table is placed beside what it says itself. */
export interface Placing {
  readonly profile?: Profile
  /** Whether there is a worksheet of contents to link to. */
  readonly hasContents?: boolean
}

/** The header of a table of more rows than this is frozen in the working profile: fewer are seen at once anyway. */
const rowsOfAScreen = 20

/**
 * A worksheet with its table: in column A the title, what the worksheet contains, its sentences, a legend of the marks
 * really used and the source; then the table, with nothing below it. A table without rows gets one that says so. Its
 * rows are gone through once here, and again whenever they are written.
 */
export function placeTable(
  sheet: TableSheet,
  notes: ReadonlyMap<string, number>,
  { profile = 'publication', hasContents = true }: Placing = {},
): PlacedSheet {
  const { columns, tab } = sheet
  const rows: SheetRows =
    sheet.rows.length === 0 ? [columns.map((): Cell => ({ kind: 'mark', mark: 'z' }))] : sheet.rows
  const survey = surveyOf(columns, rows)
  const hasFilter = profile === 'working' && sheet.source !== null
  const isFrozen = hasFilter && survey.length > rowsOfAScreen
  const header = columns.map((column): PlacedCell => ({
    value: headerOf(column, notes),
    look: isNumber(column.form) ? 'numberHeader' : 'wordsHeader',
  }))
  const widths = columnWidths(
    columns.map(({ form, accepts }, at) => ({
      form,
      header: String(header[at]?.value),
      widest: Math.max(survey.widest[at] ?? 0, accepts === undefined ? 0 : widestEntry),
      widestPiece: () => widestPieceIn(rows, at),
    })),
    hasFilter,
  )
  const above = linesAbove(sheet, survey, { hasContents, hasFilter, isFrozen })
  const place = (cells: readonly PlacedCell[]): PlacedRow => ({ height: rowHeight(cells, widths), cells })
  const hasSums = profile === 'working' && columns.some(({ sumOf }) => sumOf !== undefined)
  const headerAt = above.length
  return {
    tab,
    widths,
    rows: [...above.map((cell) => place([cell])), place(header)],
    table: {
      name: tab,
      headerAt,
      textNumbers: survey.textNumbers.flatMap((is, at) => (is ? at : [])),
      hasFilter,
      isFrozen,
      entries: columns.flatMap(({ accepts }, column) => (accepts === undefined ? [] : { column, accepts })),
      body: {
        length: survey.length,
        looks: survey.looks,
        *[Symbol.iterator]() {
          let at = headerAt + 1
          for (const row of rows) {
            const cells = row.map((cell, column) => placeCell(cell, columns[column]?.form ?? 'words'))
            yield place(hasSums ? summed(cells, columns, at) : cells)
            at++
          }
        },
      },
    },
  }
}

/** Room for what is entered, in digits: the longest level, or a day, and the button of the list. */
const widestEntry = 16

/** The cells of a row with those that are sums of others as formulas, where all of these are numbers. */
const summed = (cells: readonly PlacedCell[], columns: readonly SheetColumn[], at: number): readonly PlacedCell[] =>
  cells.map((cell, column) => {
    const parts = columns[column]?.sumOf
    if (parts === undefined || typeof cell.value !== 'number') return cell
    const values = parts.map((part) => cells[part]?.value)
    if (!values.every((value) => typeof value === 'number')) return cell
    const sum = values.reduce((sum, value) => sum + value, 0)
    if (sum !== cell.value) throw new RangeError(`a sum that does not add up: ${sum}, not ${cell.value}`)
    return { ...cell, formula: `SUM(${parts.map((part) => cellAddress(at, part)).join(',')})` }
  })

/** The column's header: its label, its unit in round brackets, and on a line of its own its note's marker. */
export function headerOf(column: SheetColumn, notes: ReadonlyMap<string, number>): string {
  const named = cleanText(column.unit === null ? column.label : `${column.label} (${column.unit})`)
  const number = notes.get(column.note ?? '')
  return number === undefined ? named : `${named}\n${noteMarker(number)}`
}

/** What the guidance wants said where filters or frozen panes are used. */
const howToTurnOff = {
  filter: "Filters are turned on. To turn off filters select the 'Data' ribbon then 'Filter' or use [Alt A, T].",
  pane: "Freeze panes are turned on. To turn off freeze panes select the 'View' ribbon then 'Freeze Panes' then 'Unfreeze Panes' or use [Alt W, F].",
} as const

interface Above {
  readonly hasContents: boolean
  readonly hasFilter: boolean
  readonly isFrozen: boolean
}

function linesAbove(sheet: TableSheet, survey: Survey, { hasContents, hasFilter, isFrozen }: Above) {
  const { blanks, columns, lines, rows, source, tab, title } = sheet
  const hasNotes = columns.some((column) => column.note !== null)
  const sentences = [
    `This worksheet contains one table.${hasNotes ? ' Some cells refer to notes, which can be found on the Notes worksheet.' : ''}`,
    ...lines,
    ...(rows.length === 0 ? ['There is nothing to list, so the one row of the table holds marks only.'] : []),
    ...(blanks === undefined || rows.length === 0 ? [] : [blanks]),
    ...legend(survey.marks),
    ...(source === null ? [] : [`Source: ${source}`]),
    ...(hasFilter ? [howToTurnOff.filter] : []),
    ...(isFrozen ? [howToTurnOff.pane] : []),
  ]
  return [
    { value: cleanText(title), look: 'heading1' },
    ...sentences.map((sentence): PlacedCell => ({ value: cleanText(sentence), look: 'line' })),
    ...(!hasContents || tab === contentsTab
      ? []
      : [{ value: contentsTab, look: 'link', linkTo: contentsTab } as const]),
  ] as const satisfies readonly PlacedCell[]
}
