import { academicYearText, type AcademicYear } from '../../analytics/framework/academic-year.ts'

/** The most characters of a name: with the longest ending, `-working.xlsx`, the sixty that the guidance allows a file. */
const longest = 47

/**
 * The name of a workbook's file without its ending, after what it is, its place, if it is of one, and its year:
 * `county-report-leicester-2025-26`.
 */
export function workbookName(what: string, place: string | null, year: AcademicYear): string {
  const end = `-${academicYearText(year).replace('/', '-')}`
  const name = [what, slugOf(place ?? '')].filter((part) => part !== '').join('-')
  const room = longest - end.length
  return (name.length <= room ? name : name.slice(0, room + 1).replace(/-[^-]*$/, '')) + end
}

const slugOf = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\u0300-\u036F'’]/g, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
