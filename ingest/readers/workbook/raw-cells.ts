import type { RawCell } from './cell.ts'
import { isStringText } from './cell-text.ts'
import { mostRows, placeOf, rowOf, type Place } from './place.ts'
import { tooLarge } from './refusal.ts'
import { attributeOf, isTrue, type Path, type Tag, type Visitor } from './xml.ts'

/** A cell where it stands. A worksheet may leave places out: then each is the next. */
export interface PlacedCell extends RawCell, Place {
  readonly isInHiddenRow: boolean
}

type Growing = { -readonly [Key in keyof PlacedCell]: PlacedCell[Key] }

/** Which text of a cell the reader is in: its value, its formula, or a run of its own string. */
function fieldOf(path: Path): 'value' | 'formula' | 'inline' | null {
  const [within, name] = path.slice(-2)
  if (within === 'c' && name === 'v') return 'value'
  if (within === 'c' && name === 'f') return 'formula'
  return isStringText(path) && path.includes('is') ? 'inline' : null
}

/** Hands on the cells of a worksheet one by one; `row` and `column` are as the sheet says them, else the next ones. */
export function cellVisitor(onCell: (cell: PlacedCell) => void): Required<Visitor> {
  let [row, column, isInHiddenRow, opened] = [0, 0, false, 0]
  let cell: Growing | null = null
  const openRow = (tag: Tag): void => {
    opened += 1
    if (opened > mostRows) throw tooLarge('more rows than a worksheet can have')
    row = rowOf(attributeOf(tag, 'r')) ?? row + 1
    column = 0
    isInHiddenRow = isTrue(tag, 'hidden')
  }
  const openCell = (tag: Tag): void => {
    column = placeOf(attributeOf(tag, 'r'))?.column ?? column + 1
    const style = Number(attributeOf(tag, 's') ?? 0)
    const type = attributeOf(tag, 't') ?? 'n'
    cell = { row, column, isInHiddenRow, type, style, value: null, inline: null, formula: null }
  }
  return {
    open: (tag, path) => {
      const [within, name] = path.slice(-2)
      if (within === 'sheetData' && name === 'row') openRow(tag)
      else if (within === 'row' && name === 'c') openCell(tag)
      else if (cell !== null) {
        const field = fieldOf(path)
        if (field !== null) cell[field] ??= ''
      }
    },
    text: (words, path) => {
      if (cell === null) return
      const field = fieldOf(path)
      if (field !== null) cell[field] = (cell[field] ?? '') + words
    },
    close: (path) => {
      if (cell === null || path.at(-1) !== 'c' || path.at(-2) !== 'row') return
      onCell(cell)
      cell = null
    },
  }
}
