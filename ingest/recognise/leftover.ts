import type { GridRow } from '../readers/grid.ts'
import { isPacked, type PackedRows } from '../readers/packed-rows.ts'
import type { Rows } from '../readers/rows.ts'

const total = /^(grand |sub[- ]?|column )?totals?\b/i
const remark = /^(\*|notes?\b|source\b|\u00A9|key\b|footnotes?\b)|\s/i

/** Whether a row says the headings again, as the pages of a printed list do. */
const isHeadings = (cells: readonly string[], headings: readonly string[]): boolean =>
  headings.length > 1 && headings.every((heading, place) => heading === (cells[place] ?? '').trim())

/** Why a row is no row of the sheet: blank, totals, the headings again or a remark; null where it is one. */
export function leftoverOf({ cells }: GridRow, headings: readonly string[] = []): string | null {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  const [first = ''] = filled
  if (filled.length === 0) return 'left out: blank'
  if (total.test(first) && filled.slice(1).every((cell) => /^[\d.,%\s]+$/.test(cell))) return 'left out: totals'
  if (filled.length > 1 && isHeadings(cells, headings)) return 'left out: the headings again'
  const isAlone = filled.length === 1 && (cells[0] ?? '').trim() !== ''
  return isAlone && remark.test(first) ? 'left out: a remark' : null
}

const [isBlank, isFilled, mayBegin] = [1, 2, 3]

/** Whether rows of packed texts are surely the sheet's: two cells filled, the first neither totals nor a heading. */
function sureOf({ texts, widthAt, textAt }: PackedRows, headings: readonly string[]): (index: number) => boolean {
  const kinds = Uint8Array.from(texts, (text) => {
    const cell = text.trim()
    if (cell === '') return isBlank
    return total.test(cell) || headings.includes(cell) ? mayBegin : isFilled
  })
  return (index) => {
    const width = widthAt(index)
    let place = 0
    while (place < width && kinds[textAt(index, place)] === isBlank) place += 1
    if (place >= width || kinds[textAt(index, place)] === mayBegin) return false
    for (place += 1; place < width; place++) if (kinds[textAt(index, place)] !== isBlank) return true
    return false
  }
}

/** Whether the row at an index is left out; of rows that are packed most are told by what each of their texts is. */
export function leftoversIn(rows: Rows<GridRow>, headings: readonly string[]): (index: number) => boolean {
  const isSure = isPacked(rows) ? sureOf(rows, headings) : () => false
  return (index) => !isSure(index) && leftoverOf(rows.at(index)!, headings) !== null
}
