import type { CountyReport } from './report.ts'

/** The longest name that the guidance allows a file, ending included. */
const longest = 60

/** The report's file name, with its council where it is of one: `county-report-leicester-2025-26.xlsx`. */
export function countyReportFileName({ academicYear, coverage, scope }: CountyReport): string {
  const end = `-${academicYear}-${String((academicYear + 1) % 100).padStart(2, '0')}.xlsx`
  const place = coverage.where.council === undefined ? '' : slugOf(scope)
  const name = ['county-report', place].filter((part) => part !== '').join('-')
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
