import { writeFileSync } from 'node:fs'
import { buildEvidence } from '../../../analytics/evidence/build.ts'
import { countyReportSpec } from '../../../dashboards/workbooks/county/spec.ts'
import { writeWorkbook } from '../../../dashboards/workbooks/write-workbook.ts'
import { nationalFacts } from '../../../fixtures/national.ts'
import { countyReportOf } from '../../../server/wrapping/county-report.ts'

const day = '2026-08-31'

/** Writes the county report of a hub of that many schools, its evidence built for it. */
export async function county(file: string, schools: number): Promise<void> {
  const evidence = buildEvidence(nationalFacts(schools, 1))
  const report = countyReportOf(evidence, { asOf: day, where: {} }, 'hub', { producedOn: day })
  writeFileSync(file, await writeWorkbook(countyReportSpec(report)))
}
