import type { GridRow } from '../readers/grid.ts'

const total = /^(grand |sub[- ]?|column )?totals?\b/i
const remark = /^(\*|notes?\b|source\b|\u00A9|key\b|footnotes?\b)|\s/i

/** Why a row is no row of the sheet: blank, a row of totals, or a remark below the table; null where it is one. */
export function leftoverOf({ cells }: GridRow): string | null {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  const [first = ''] = filled
  if (filled.length === 0) return 'left out: blank'
  if (total.test(first) && filled.slice(1).every((cell) => /^[\d.,%\s]+$/.test(cell))) return 'left out: totals'
  const isAlone = filled.length === 1 && (cells[0] ?? '').trim() !== ''
  return isAlone && remark.test(first) ? 'left out: a remark' : null
}
