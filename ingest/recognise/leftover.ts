import type { GridRow } from '../readers/grid.ts'

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
