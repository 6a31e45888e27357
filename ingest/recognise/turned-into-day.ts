import type { Problem } from '../problem.ts'

/** How spreadsheets show what they took for a day: in full, or as `02-Mar` and `Mar-24`. */
const day = /^(\d{4}-\d{2}-\d{2}|\d{1,2}\/\d{1,2}\/\d{4}|\d{1,2}-[A-Z][a-z]{2}|[A-Z][a-z]{2}-\d{2})$/

const turned =
  'a spreadsheet program turned what was typed here, such as 2/3 or 2011/12, into a date: set the cell to Text, type it again, and'

/** The problem of a cell, but where a day stands in the place of something else it says how that comes about. */
export const turnedIntoDay = (problem: Problem): Problem =>
  problem.code !== 'unreadable-day' && day.test(problem.found)
    ? { ...problem, accepted: `${turned} ${problem.accepted}` }
    : problem
