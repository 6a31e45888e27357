import { dayOf, isMeant, partsOfDay, type Day } from '../../analytics/framework/day.ts'
import { momentOfSerial } from '../readers/workbook/serial.ts'
import type { ReadCell, Reading } from './reading.ts'

const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00(?:\.0+)?)?)?$/
const dayFirst = /^(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})(?: 00:00(?::00)?)?$/

const monthFirst = 'write the day before the month, such as 25/03/2024'

const isDay = (year: number, month: number, date: number): boolean =>
  isMeant(year) && partsOfDay(dayOf(year, month, date)) !== null

function readDayFirst(match: RegExpExecArray): Reading<Day> {
  const [date, month, written] = [Number(match[1]), Number(match[3]), match[4] ?? '']
  const year = written.length === 2 ? 2000 + Number(written) : Number(written)
  if (isDay(year, month, date)) {
    const value = dayOf(year, month, date)
    return written.length === 2 ? { value, note: `the two-digit year ${written} was read as ${year}` } : { value }
  }
  return isDay(year, date, month) ? { problem: 'unreadable-day', accepted: monthFirst } : { problem: 'unreadable-day' }
}

/** A day that lost its format stands as the number by which a spreadsheet counts it. */
function unreadable(text: string): Reading<Day> {
  const moment = /^[3-7]\d{4}(?:\.\d+)?$/.test(text) ? momentOfSerial(Number(text), false) : null
  if (moment === null) return { problem: 'unreadable-day' }
  const accepted = `a spreadsheet program keeps the day ${moment.day} as this number: show the column as dates, and save the file again`
  return { problem: 'unreadable-day', accepted }
}

/** A day written year first, or day first; never month first. */
export const day: ReadCell<Day> = (text) => {
  const yearFirst = iso.exec(text)
  if (yearFirst !== null) {
    const [year, month, date] = [Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3])]
    return isDay(year, month, date) ? { value: dayOf(year, month, date) } : { problem: 'unreadable-day' }
  }
  const match = dayFirst.exec(text)
  return match === null ? unreadable(text) : readDayFirst(match)
}
