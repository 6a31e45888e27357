import { expect, it } from 'vitest'
import { problemOf } from '../../../ingest/problem.ts'
import { turnedIntoDay } from '../../../ingest/recognise/turned-into-day.ts'

it.each(['2024-03-02', '02/03/2024', '02-Mar', 'Mar-02'])('%s in the place of a priority was no day once', (found) => {
  expect(turnedIntoDay(problemOf('unknown-priority', found)).accepted).toBe(
    'a spreadsheet program turned what was typed here, such as 2/3 or 2011/12, into a date: set the cell to Text, type it again, and use 1, 2 or 3',
  )
})

it('other words, and days in the place of days, are left as they are', () => {
  for (const problem of [problemOf('unknown-priority', '2/3'), problemOf('unreadable-day', '02-Mar')])
    expect(turnedIntoDay(problem)).toEqual(problem)
})
