import { firstFact, long, textFile, type BadFile, type Expected } from './bad-file.ts'

const held = (name: string, wrong: string, day: string, expected: Expected): BadFile =>
  textFile(name, wrong, `${long}\n100001,${day},Co-curricular,Focusing\n`, expected)

const right: Expected = { gives: [firstFact] }
const unreadable: Expected = { refused: ['unreadable-day'] }

/** Days in the many ways in which spreadsheets and people write them. */
export const days: readonly BadFile[] = [
  held('day-first.csv', 'the day before the month', '05/03/2024', right),
  held('day-hyphens.csv', 'the day before the month, with hyphens', '5-3-2024', right),
  held('midnight.csv', 'a time of midnight behind the day', '2024-03-05 00:00:00', right),
  held('year-24.csv', 'a year of two figures', '05/03/24', { ...right, notes: ['was read as 2024'] }),
  held('month-first.csv', 'the month before the day', '03/25/2024', {
    ...unreadable,
    says: 'the day before the month',
  }),
  held('time.csv', 'a time behind the day', '2024-03-05 09:30', unreadable),
  held('dots.csv', 'dots between the figures', '05.03.2024', unreadable),
  held('in-words.csv', 'a month in words', '5 March 2024', unreadable),
  held('serial.csv', 'the number that a spreadsheet keeps for a day', '45356', { ...unreadable, says: '2024-03-05' }),
  held('leap-day.csv', '29 February of a year that has none', '29/02/2023', unreadable),
  held('thirty-first.csv', '31 April', '2024-04-31', unreadable),
  held('year-23.csv', 'the year 0023', '0023-03-05', unreadable),
  held('no-day.csv', 'no day', '', { refused: ['missing-value'] }),
  held('to-come.csv', 'a meeting to come', '2026-01-11', { refused: ['future-meeting'] }),
  held('long-ago.csv', 'a day that a spreadsheet made of the number 2', '1900-01-02', {
    gives: ['rating 100001 1900-01-02 Co-curricular Focusing'],
    notes: ['long ago'],
  }),
  textFile(
    'two-thirds.csv',
    'a 2/3 that a spreadsheet turned into a date',
    'URN,Meeting date,Priority,What\n100002,2023-10-02,02-Mar,Sing\n',
    { refused: ['unknown-priority'], says: 'turned what was typed here, such as 2/3' },
  ),
  textFile(
    'year-turned.csv',
    'a 2011/12 that a spreadsheet turned into a date',
    'URN,Academic year,Pupils\n100001,Dec-11,210\n',
    { refused: ['unreadable-year'], says: 'turned what was typed here' },
  ),
]
