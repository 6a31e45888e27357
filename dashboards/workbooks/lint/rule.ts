import type { Profile } from '../profile.ts'
import type { Book } from './book.ts'
import type { Sheet, SheetCell } from './sheet.ts'

/** Errors keep a workbook from being released; warnings advise. */
export type Severity = 'error' | 'warning'

/** What a workbook is checked as. */
export interface Checked {
  readonly book: Book
  readonly profile: Profile
  /** Its file's name; null where it has none yet. */
  readonly fileName: string | null
  /** What may stand in no part of it, such as names of schools. */
  readonly unsaid: readonly string[]
}

/** Something wrong: where, and what was found there. */
export interface Fault {
  readonly place: string
  readonly found: string
  /** Where it is not the rule's own. */
  readonly severity?: Severity
}

/** One thing that a workbook must be, by a name that never changes. */
export interface Rule {
  readonly id: string
  readonly severity: Severity
  /** What to do about a fault. */
  readonly mend: string
  readonly find: (checked: Checked) => Iterable<Fault>
}

export const whole = 'Workbook'

/** A rule of the workbook as a whole: what is wrong with it, in words, or nothing. */
export const ofBook = (
  id: string,
  severity: Severity,
  mend: string,
  find: (checked: Checked) => readonly string[],
): Rule => ({
  id,
  severity,
  mend,
  find: (checked) => find(checked).map((found) => ({ place: whole, found })),
})

/** A rule of every worksheet. */
export const ofSheets = (
  id: string,
  severity: Severity,
  mend: string,
  find: (sheet: Sheet, checked: Checked) => readonly (string | Fault)[],
): Rule => ({
  id,
  severity,
  mend,
  find: (checked) =>
    checked.book.sheets.flatMap((sheet) =>
      find(sheet, checked).map((found) => (typeof found === 'string' ? { place: sheet.tab, found } : found)),
    ),
})

/** A rule of every cell that has a value. */
export const ofCells = (
  id: string,
  severity: Severity,
  mend: string,
  isWrong: (cell: SheetCell, sheet: Sheet, checked: Checked) => boolean | Severity,
): Rule =>
  ofSheets(id, severity, mend, (sheet, checked) => {
    const faults: Fault[] = []
    for (const cell of sheet.cells.values()) {
      const wrong = cell.kind === 'blank' ? false : isWrong(cell, sheet, checked)
      if (wrong !== false) faults.push(at(sheet, cell, cell.text, wrong === true ? severity : wrong))
    }
    return faults
  })

/** A fault at a cell. */
export const at = (
  { tab }: Sheet,
  { address }: Pick<SheetCell, 'address'>,
  found: string,
  severity?: Severity,
): Fault => ({
  place: `${tab}!${address}`,
  found: found.length > 80 ? `${found.slice(0, 77)}...` : found,
  ...(severity === undefined ? {} : { severity }),
})

/** The cells of column A outside tables, from the top: what a worksheet says of itself. */
export const linesOf = ({ cells, tables }: Sheet): readonly SheetCell[] =>
  [...cells.values()].filter(
    ({ column, row, kind }) =>
      column === 1 && kind !== 'blank' && !tables.some(({ top, bottom }) => row >= top && row <= bottom),
  )

/** The rows of each table below its header, cell by cell. */
export const bodyOf = ({ cells, tables }: Sheet): readonly SheetCell[] =>
  [...cells.values()].filter(({ row, column }) =>
    tables.some(({ top, bottom, left, right }) => row > top && row <= bottom && column >= left && column <= right),
  )
