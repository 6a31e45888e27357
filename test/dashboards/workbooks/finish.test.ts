import { expect, it } from 'vitest'
import { patch } from '../../../dashboards/workbooks/finish/patch.ts'
import { cellAddress } from '../../../dashboards/workbooks/finish/cell-address.ts'

it('a part that is not as expected is refused, not shipped', () => {
  expect(patch('<a/><a/>', /<a\/>/g, 2, '<b/>')).toBe('<b/><b/>')
  expect(() => patch('<a/>', /<a\/>/g, 2, '<b/>')).toThrow('1 matches of /<a\\/>/g, not 2')
})

it('cells are addressed as spreadsheets do', () => {
  expect([0, 25, 26, 27, 701, 702].map((column) => cellAddress(0, column))).toEqual([
    'A1',
    'Z1',
    'AA1',
    'AB1',
    'ZZ1',
    'AAA1',
  ])
})
