import { describe, expect, it } from 'vitest'
import { shapeOf } from '../../../ingest/mapping/shape.ts'

describe('the shape of headings', () => {
  it('does not hang on their order, case or punctuation, nor on blank ones behind the last', () => {
    expect(shapeOf(['Meeting-date', 'URN', '', ''])).toBe(shapeOf(['urn', 'Meeting date']))
  })
  it('hangs on which headings there are, and how many', () => {
    const shapes = [['URN'], ['URN', 'Level'], ['URN', 'Level', 'Level'], ['URNLevel'], []].map(shapeOf)
    expect(new Set(shapes).size).toBe(5)
  })
  it('hangs on the place of columns that their headings do not tell apart', () => {
    expect(shapeOf(['A', '', 'B'])).not.toBe(shapeOf(['', 'A', 'B']))
    expect(shapeOf(['A', 'B', 'A'])).not.toBe(shapeOf(['A', 'A', 'B']))
  })
})
