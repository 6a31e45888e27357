import { parseAcademicYear, type AcademicYear } from '../../analytics/framework/academic-year.ts'
import type { ProblemCode } from '../problem.ts'
import type { ReadCell } from './reading.ts'

/** A reader of numbers written in one form, such as six digits. */
const digits =
  (form: RegExp, problem: ProblemCode): ReadCell<number> =>
  (text) =>
    form.test(text) ? { value: Number(text) } : { problem }

export const urn = digits(/^\d{6}$/, 'malformed-urn')
export const month = digits(/^(12|24)$/, 'unknown-month')
export const priorityNumber = digits(/^[123]$/, 'unknown-priority')
export const whole = digits(/^\d{1,9}$/, 'unreadable-number')

/** The LA code and establishment number as seven digits, perhaps parted: `855/2001`. */
export const laestab: ReadCell<string> = (text) =>
  /^\d{3}[/ -]?\d{4}$/.test(text) ? { value: text.replaceAll(/\D/g, '') } : { problem: 'malformed-laestab' }

export const ukprn: ReadCell<string> = (text) =>
  /^\d{8}$/.test(text) ? { value: text } : { problem: 'malformed-ukprn' }

/** An LA code; a spreadsheet takes zeros off its front. */
export const laCode: ReadCell<string> = (text) =>
  /^\d{1,3}$/.test(text) ? { value: text.padStart(3, '0') } : { problem: 'malformed-la' }

/** A percentage from 0 to 100, with or without its sign. */
export const percent: ReadCell<number> = (text) => {
  const match = /^(\d{1,3}(?:\.\d+)?)\s*%?$/.exec(text)
  if (match === null) return { problem: 'unreadable-number' }
  const value = Number(match[1])
  return value <= 100 ? { value } : { problem: 'outside-range' }
}

export const academicYear: ReadCell<AcademicYear> = (text) => {
  const value = parseAcademicYear(text)
  return value === null ? { problem: 'unreadable-year' } : { value }
}
