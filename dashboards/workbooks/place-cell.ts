import { dayNumber } from '../../analytics/framework/day.ts'
import { cleanText } from './clean-text.ts'
import type { Look, PlacedCell } from './placed-sheet.ts'
import type { Cell, ColumnForm } from './workbook-spec.ts'

/** Spreadsheets count days from 30 December 1899. */
const firstSerial = 25_569

/** Numbers stand to the right of their column, and with them their headers and marks; all else to the left. */
export const isNumber = (form: ColumnForm): boolean => form === 'count' || form === 'percent'

/** How a cell of a column of some form looks. */
export function lookOf({ kind }: Pick<Cell, 'kind'>, form: ColumnForm): Look {
  switch (kind) {
    case 'link':
      return 'link'
    case 'number':
      return form === 'percent' ? 'percent' : 'count'
    case 'day':
      return 'day'
    case 'mark':
      return isNumber(form) ? 'mark' : 'words'
    case 'blank':
      return form === 'day' ? 'day' : 'words'
    case 'words':
      break
  }
  return 'words'
}

/** The cell in its place. */
export function placeCell(cell: Cell, form: ColumnForm): PlacedCell {
  const look = lookOf(cell, form)
  switch (cell.kind) {
    case 'link':
      return { value: cell.words, look, linkTo: cell.tab, ...(cell.at === undefined ? {} : { linkAt: cell.at }) }
    case 'number':
      return { value: cell.number, look }
    case 'day':
      return { value: dayNumber(cell.day) + firstSerial, look }
    case 'words':
      return { value: cleanText(cell.words), look }
    case 'mark':
    case 'blank':
      break
  }
  return { value: cell.kind === 'mark' ? `[${cell.mark}]` : '', look }
}

/** The cell's text as a reader sees it, or one as wide. */
export function shownText(cell: Cell): string {
  switch (cell.kind) {
    case 'words':
    case 'link':
      return cell.words
    case 'number':
      return widest(cell.number)
    case 'day':
      return '30 Sep 2026'
    case 'mark':
      return `[${cell.mark}]`
    case 'blank':
      break
  }
  return ''
}

/** A number with room for its commas and a decimal. */
const widest = (number: number): string => {
  const text = String(number)
  return text.length <= 3 ? text : `${text}${','.repeat(Math.floor((text.length - 1) / 3))}`
}
