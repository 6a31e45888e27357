import { dayOf, isMeant, partsOfDay, type Day } from './day.ts'

/** An academic year (1 September to 31 August) by its first calendar year: 2023 is 2023/24. */
export type AcademicYear = number

const forms = /^(\d{4})(?:\s*[/-]?\s*(\d{2}|\d{4}))?$/

/** The academic year written `2023`, `2023/24`, `2023-24`, `2023/2024` or `202324`; null for anything else. */
export function parseAcademicYear(text: string): AcademicYear | null {
  const match = forms.exec(text.trim())
  if (match === null) return null
  const [first, second] = [Number(match[1]), match[2]]
  if (!isMeant(first)) return null
  if (second === undefined) return first
  const next = second.length === 2 ? (first + 1) % 100 : first + 1
  return Number(second) === next ? first : null
}

/** The academic year in which a day falls. */
export function academicYearOf(day: Day): AcademicYear {
  const parts = partsOfDay(day)
  if (parts === null) throw new RangeError(`not a day: ${day}`)
  return parts[1] >= 9 ? parts[0] : parts[0] - 1
}

/** The year as people read it: 2023 is `2023/24`. */
export const academicYearText = (year: AcademicYear): string => `${year}/${String((year + 1) % 100).padStart(2, '0')}`

export const firstDayOf = (year: AcademicYear): Day => dayOf(year, 9, 1)

export const lastDayOf = (year: AcademicYear): Day => dayOf(year + 1, 8, 31)
