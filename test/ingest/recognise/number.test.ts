import { expect, it } from 'vitest'
import { month, urn, writtenCount } from '../../../ingest/recognise/number.ts'

it.each(['100001.0', '100001.00', "'100001", '="100001"'])(
  'a URN that a program wrote as %s is read, and said',
  (text) => {
    expect(urn(text)).toEqual({ value: 100_001, note: `"${text}" was read as 100001` })
  },
)

it('a number that a spreadsheet shortened is refused with how to show it whole', () => {
  expect(urn('1.00E+05')).toEqual({
    problem: 'malformed-urn',
    accepted: 'a spreadsheet program shortened this number: show the column as whole numbers, and save the file again',
  })
})

it.each(['100001.5', '1e9x', '-100001', '1000010'])('%s is no URN', (text) => {
  expect(urn(text)).toEqual({ problem: 'malformed-urn' })
})

it('a month may have come through a program that knows no whole numbers', () => {
  expect(month('12.0')).toEqual({ value: 12, note: '"12.0" was read as 12' })
  expect(month('12.5')).toEqual({ problem: 'unknown-month' })
})

it('a count that may be in thousands or in parts is asked about, and no other', () => {
  expect(['1.204', '12.000', '1.204.000'].map((text) => 'problem' in writtenCount(text))).toEqual([true, true, true])
  expect(['1204', '1,204', '36.0', '0.125', '1.25'].map((text) => writtenCount(text))).toEqual(
    [1204, 1204, 36, 0.125, 1.25].map((value) => ({ value })),
  )
})
