import { expect, it } from 'vitest'
import { leftoverOf } from '../../../ingest/recognise/leftover.ts'

const reason = (...cells: readonly string[]) => leftoverOf({ row: 9, cells })

it('blank rows, totals and remarks are none of the sheet', () => {
  expect(reason('', ' ', '')).toBe('left out: blank')
  expect(reason('Total', '', '12')).toBe('left out: totals')
  expect(reason('', 'Grand total', '40%', '1,200')).toBe('left out: totals')
  expect(reason('* provisional', '', '')).toBe('left out: a remark')
  expect(reason('Source: the hub', '', '')).toBe('left out: a remark')
})

it('a row of the sheet stays, even one that lacks all but its number, or speaks of a total', () => {
  expect(reason('100001', '', '')).toBe(null)
  expect(reason('Total immersion', 'Every school sings', 'coverage')).toBe(null)
  expect(reason('100001', '2024-03-05', 'Focusing')).toBe(null)
})

it('the headings said again below are none of the sheet', () => {
  const again = (...cells: readonly string[]) => leftoverOf({ row: 9, cells }, ['URN', 'Level', ''])
  expect(again(' URN', 'Level ')).toBe('left out: the headings again')
  expect(again('URN', 'Focusing')).toBe(null)
})
