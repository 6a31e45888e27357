import type { CountyReport } from './county/report.ts'
import { countyReportSpec } from './county/spec.ts'
import { writeWorkbook } from './write-workbook.ts'

export { countyReportFileName } from './county/file-name.ts'
export type { CountyReport } from './county/report.ts'

/** The county report as the bytes of an accessible workbook. The same report gives the same bytes, whatever the clock. */
export const writeCountyReport = (report: CountyReport): Promise<Uint8Array> => writeWorkbook(countyReportSpec(report))
