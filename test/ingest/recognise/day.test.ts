import { expect, it } from 'vitest'
import { day } from '../../../ingest/recognise/day.ts'

it.each([
  ['2024-03-05', '2024-03-05'],
  ['05/03/2024', '2024-03-05'],
  ['05-03-2024', '2024-03-05'],
  ['5/3/2024', '2024-03-05'],
  ['29/02/2024', '2024-02-29'],
  ['2024-03-05 00:00:00', '2024-03-05'],
])('%s is a day', (text, value) => {
  expect(day(text)).toEqual({ value })
})

it('a two-digit year is of this century, and that is said', () => {
  expect(day('05/03/24')).toEqual({ value: '2024-03-05', note: 'the two-digit year 24 was read as 2024' })
})

it('a day that can only be month first is refused, and says so', () => {
  const accepted = 'write the day before the month, such as 25/03/2024'
  expect(day('03/25/2024')).toEqual({ problem: 'unreadable-day', accepted })
  expect(day('12/31/24')).toEqual({ problem: 'unreadable-day', accepted })
})

it.each([
  '29/02/2023',
  '31/04/2024',
  '2024-13-01',
  '05.03.2024',
  'March 2024',
  '5/3',
  '05/03-2024',
  '2024-03-05 09:30',
  '0024-03-05',
  '31/12/9999',
])('%s is no day', (text) => {
  expect(day(text)).toEqual({ problem: 'unreadable-day' })
})

it('a day that lost its format is refused with the day that it was', () => {
  expect(day('45356')).toEqual({
    problem: 'unreadable-day',
    accepted:
      'a spreadsheet program keeps the day 2024-03-05 as this number: show the column as dates, and save the file again',
  })
})
