import { describe, expect, it } from 'vitest'
import {
  academicYearOf,
  academicYearText,
  firstDayOf,
  lastDayOf,
  parseAcademicYear,
} from '../../../analytics/framework/academic-year.ts'

describe('academic years', () => {
  it.each(['2023', '2023/24', '2023-24', '202324', '2023/2024', ' 2023/24 '])(
    '%s is the year from September 2023',
    (text) => {
      expect(parseAcademicYear(text)).toBe(2023)
    },
  )

  it.each(['2023/25', '202325', '23/24', '2023/4', 'next year', '', '0023', '9999'])('%s is none', (text) => {
    expect(parseAcademicYear(text)).toBeNull()
  })

  it('begin on 1 September and end on 31 August', () => {
    expect([academicYearOf('2023-08-31'), academicYearOf('2023-09-01')]).toEqual([2022, 2023])
    expect([firstDayOf(2023), lastDayOf(2023), academicYearText(1999)]).toEqual(['2023-09-01', '2024-08-31', '1999/00'])
  })
})
