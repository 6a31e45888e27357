import { parseAcademicYear, type AcademicYear } from '../../analytics/framework/academic-year.ts'

/** The one academic year that the name of a tab says, as `Audits 2023-24` or `202324` do; null for none or several. */
export function tabYear(name: string | null): AcademicYear | null {
  const found = (name ?? '').matchAll(/(?<!\d)(\d{4})\s*[-/_\u2013 ]?\s*(\d{4}|\d{2})(?!\d)/g)
  const years = new Set(Array.from(found, ([, first, second]) => parseAcademicYear(`${first}-${second}`)))
  const [year] = years
  return years.size === 1 ? (year ?? null) : null
}
