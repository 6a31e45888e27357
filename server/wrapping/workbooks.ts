import type { Audience } from '../../analytics/disclosure/audience.ts'
import type { Evidence } from '../../analytics/evidence/evidence.ts'
import type { Day } from '../../analytics/framework/day.ts'
import type { Asked } from '../../analytics/measures/measure.ts'
import { councilReportSpec, countyReportSpec } from '../../dashboards/workbooks/county/spec.ts'
import type { WorkbookSpec } from '../../dashboards/workbooks/workbook-spec.ts'
import { Mistake } from '../mistake.ts'
import { countyReportOf } from './county-report.ts'

/** What a workbook is made of. */
export interface WorkbookSources {
  readonly evidence: Evidence
  readonly asked: Asked
  /** For whom it is disclosed; the workbook's own readers, where nobody is named. */
  readonly audience?: Audience | undefined
  readonly producedOn: Day
}

/** A workbook described, for whom it is, and how many schools it names. */
export interface WorkbookMade {
  readonly spec: WorkbookSpec
  readonly audience: Audience
  readonly schools: number
}

type Make = (sources: WorkbookSources) => WorkbookMade

/** Every workbook by its name. */
const workbooks = {
  'county-report': ({ evidence, asked, audience = 'hub', producedOn }) => {
    const report = countyReportOf(evidence, asked, audience, producedOn)
    return { spec: countyReportSpec(report), audience, schools: report.schools?.length ?? 0 }
  },
  'council-report': ({ evidence, asked, audience = 'council', producedOn }) => {
    if (audience !== 'council') throw new Mistake('the council report is disclosed for the council and nobody else')
    if (asked.where.council === undefined)
      throw new Mistake('the council report is of one council: say which by its LA code, such as --council 855')
    const report = countyReportOf(evidence, { ...asked, where: { council: asked.where.council } }, audience, producedOn)
    return { spec: councilReportSpec(report), audience, schools: 0 }
  },
} as const satisfies Readonly<Record<string, Make>>

export type WorkbookName = keyof typeof workbooks

export const workbookNames = Object.keys(workbooks) as readonly WorkbookName[]

/** The workbook of a name, described for its readers. */
export const workbookOf = (name: WorkbookName, sources: WorkbookSources): WorkbookMade => workbooks[name](sources)
