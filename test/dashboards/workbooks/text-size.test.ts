import { expect, it } from 'vitest'
import { bodyType, headerType, linesOf, widthOf } from '../../../dashboards/workbooks/text-size.ts'

it('ten digits are ten wide, and bold letters are wider', () => {
  expect(widthOf('0123456789', bodyType)).toBeCloseTo(10)
  expect(widthOf('Establishing', headerType)).toBeGreaterThan(widthOf('Establishing', bodyType))
})

it('text breaks between words, after hyphens, at line breaks and within words that are wider than the column', () => {
  expect(linesOf('Focusing', 12, bodyType)).toBe(1)
  expect(linesOf('Focusing and Developing', 12, bodyType)).toBe(2)
  expect(linesOf('Easton-under-Hill', 10, bodyType)).toBe(2)
  expect(linesOf('Not rated (schools)\n[note 1]', 20, headerType)).toBe(2)
  expect(linesOf('0'.repeat(35), 10, bodyType)).toBe(4)
})
