import { parseAcademicYear, type AcademicYear } from '../../analytics/framework/academic-year.ts'
import type { ProblemCode } from '../problem.ts'
import type { ReadCell } from './reading.ts'

const readAs = (text: string, whole: string): string => `"${text}" was read as ${whole}`

/** A whole number as programs write it for each other: `100001.0`, `'100001`, `="100001"`. */
const inDisguise = /^(?:'|=")?(\d+)(?:\.0+)?"?$/

/** A spreadsheet shortens long numbers, and what it leaves out is lost: `1.00E+05`. */
const isShortened = (text: string): boolean => /^\d([.,]\d+)?e\+?\d+$/i.test(text)
const lengthen =
  'a spreadsheet program shortened this number: show the column as whole numbers, and save the file again'

/** A reader of numbers written in one form, such as six digits. */
const digits =
  (form: RegExp, problem: ProblemCode): ReadCell<number> =>
  (text) => {
    const [, whole = text] = inDisguise.exec(text) ?? []
    if (form.test(whole))
      return whole === text ? { value: Number(text) } : { value: Number(whole), note: readAs(text, whole) }
    return isShortened(text) ? { problem, accepted: lengthen } : { problem }
  }

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

/** A number of pupils, lessons or the like, perhaps with separators: `1,204` or `36.0`. */
export const count: ReadCell<number> = (text) => {
  const isCount = /^(\d{1,9}|\d{1,3}(,\d{3}){1,2})(\.\d+)?$/.test(text)
  return isCount
    ? { value: Number(text.replaceAll(',', '')) }
    : { problem: 'unreadable-number', accepted: 'use a number, 0 or more' }
}

/**
 * A number of pupils, lessons or the like as a person writes it. A point before three digits parts thousands in some
 * countries and decimals in others, so it is asked which: `1.204`.
 */
export const writtenCount: ReadCell<number> = (text) =>
  /^[1-9]\d{0,2}(\.\d{3})+$/.test(text)
    ? {
        problem: 'unreadable-number',
        accepted: 'write thousands without a point, such as 1204, and parts with one decimal, such as 1.2',
      }
    : count(text)

/** A percentage written as a part of one (`0.162`) or with its sign (`16.2%`). */
export const share: ReadCell<number> = (text) => {
  if (text.endsWith('%')) return percent(text)
  const isPart = /^(0?\.\d+|[01](\.0+)?)$/.test(text)
  return isPart
    ? { value: Number(text) * 100 }
    : { problem: 'unreadable-number', accepted: 'use a part of one, such as 0.162, or a percentage with its sign' }
}

/** A tenth of all neighbourhoods, 1 to 10. */
export const decile: ReadCell<number> = (text) =>
  /^([1-9]|10)$/.test(text)
    ? { value: Number(text) }
    : { problem: 'outside-range', accepted: 'use a decile from 1 to 10' }

export const academicYear: ReadCell<AcademicYear> = (text) => {
  const value = parseAcademicYear(text)
  return value === null ? { problem: 'unreadable-year' } : { value }
}
