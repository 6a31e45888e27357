import { describe, expect, it } from 'vitest'
import { columnWidths } from '../../../dashboards/workbooks/column-widths.ts'

const words = (widest: number, header = 'Heading', widestPiece = 0) => ({
  form: 'words' as const,
  header,
  widest,
  widestPiece: () => widestPiece,
})
const total = (widths: readonly number[]): number => widths.reduce((sum, width) => sum + width, 0)

describe('the widths of columns', () => {
  it('hold a table of several sentences to the width of a screen, and leave one with few as wide as it is', () => {
    const plan = [words(8), words(26), ...Array.from({ length: 4 }, () => words(70))]
    expect(total(columnWidths(plan))).toBeLessThanOrEqual(180)
    expect(total(columnWidths(plan))).toBeGreaterThan(170)
    expect(columnWidths([words(44), words(26), words(9)])).toEqual([46, 28, 11])
    expect(columnWidths([words(10), words(58)])).toEqual([12, 60])
  })

  it('leave each column the words of its header, and a text so long that its row could not be as high its own width', () => {
    const [header] = columnWidths([words(90, 'W'.repeat(24)), ...Array.from({ length: 6 }, () => words(90))])
    expect(header).toBeGreaterThan(24)
    const long = columnWidths([words(24 * 60), ...Array.from({ length: 6 }, () => words(90))])
    expect(long[0]).toBeGreaterThan(60)
    expect(Math.max(...long.slice(1))).toBe(24)
    const [pieced] = columnWidths([words(90, 'Heading', 38), ...Array.from({ length: 6 }, () => words(90))])
    expect(pieced).toBe(40)
  })
})
