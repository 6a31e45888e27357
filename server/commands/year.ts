import { parseAcademicYear, type AcademicYear } from '../../analytics/framework/academic-year.ts'
import { Mistake } from '../mistake.ts'

/** The academic year of `--year`. */
export function yearOf(text: string): AcademicYear {
  const year = parseAcademicYear(text)
  if (year === null) throw new Mistake(`--year: found "${text}"; use an academic year such as 2025 or 202526`)
  return year
}
