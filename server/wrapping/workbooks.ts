import { schoolLines } from '../../analytics/cohorts/school-lines.ts'
import type { Audience } from '../../analytics/disclosure/audience.ts'
import { discloseSchools } from '../../analytics/disclosure/disclose-schools.ts'
import type { Evidence } from '../../analytics/evidence/evidence.ts'
import { academicYearOf } from '../../analytics/framework/academic-year.ts'
import type { Day } from '../../analytics/framework/day.ts'
import type { Asked } from '../../analytics/measures/measure.ts'
import type { ReturnProfile } from '../../analytics/returns/profile.ts'
import type { SchoolView } from '../../dashboards/pages/school-view.ts'
import type { RemarkShown } from '../../dashboards/parts/remarks.ts'
import { boardPackSpec } from '../../dashboards/workbooks/board/board-pack.ts'
import { councilReportSpec, countyReportSpec } from '../../dashboards/workbooks/county/spec.ts'
import { returnSpec } from '../../dashboards/workbooks/return/spec.ts'
import { actionPlanSpec, schoolPackSpec } from '../../dashboards/workbooks/school/pack.ts'
import { auditTemplateSpec } from '../../dashboards/workbooks/audit-template.ts'
import type { WorkbookSpec } from '../../dashboards/workbooks/workbook-spec.ts'
import { Mistake } from '../mistake.ts'
import { returnDraftOf } from '../returns/draft.ts'
import { boardPackOf } from './board-pack.ts'
import { countyReportOf, scopeOf } from './county-report.ts'

/** What a workbook is made of. */
export interface WorkbookSources {
  readonly evidence: Evidence
  readonly asked: Asked
  /** For whom it is disclosed; the workbook's own readers, where nobody is named. */
  readonly audience?: Audience | undefined
  readonly producedOn: Day
  /** The school it is of, as its reader may know it. */
  readonly school?: Omit<SchoolView, 'frame'> | undefined
  /** What was remarked on figures, as far as it is for its readers. */
  readonly remarks?: readonly RemarkShown[] | undefined
  /** What the return that it drafts holds. */
  readonly returnProfile?: ReturnProfile | undefined
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
  'county-report': ({ evidence, asked, audience = 'hub', producedOn, remarks }) => {
    const report = countyReportOf(evidence, asked, audience, { producedOn, remarks })
    return { spec: countyReportSpec(report), audience, schools: report.schools?.length ?? 0 }
  },
  'council-report': ({ evidence, asked, audience = 'council', producedOn, remarks }) => {
    const { council } = asked.where
    if (audience !== 'council') throw new Mistake('the council report is disclosed for the council and nobody else')
    if (council === undefined)
      throw new Mistake('the council report is of one council: say which by its LA code, such as --council 855')
    const report = countyReportOf(evidence, { ...asked, where: { council } }, audience, { producedOn, remarks })
    return { spec: councilReportSpec(report), audience, schools: 0 }
  },
  'arts-council-return': ({ evidence, asked, audience = 'hub', producedOn, returnProfile: profile }) => {
    refuseOthers('draft of a return', audience)
    if (profile === undefined) throw new Mistake('this return has no profile')
    if (Object.keys(asked.where).length > 0) throw new Mistake('the return is of the whole hub: leave out its parts')
    return { spec: returnSpec(returnDraftOf(evidence, asked.asOf, producedOn, profile)), audience, schools: 0 }
  },
  'board-pack': ({ evidence, asked, audience = 'hub', producedOn, remarks }) => {
    refuseOthers('board pack', audience)
    return { spec: boardPackSpec(boardPackOf(evidence, asked, producedOn, remarks)), audience, schools: 0 }
  },
  'audit-template': ({ evidence, asked, audience = 'hub', producedOn }) => {
    const { asOf, where } = asked
    const schools = discloseSchools(schoolLines(evidence, asOf, where), audience)
    const academicYear = academicYearOf(asOf)
    const spec = auditTemplateSpec({
      hub: evidence.hub,
      scope: scopeOf(evidence, where),
      asOf,
      academicYear,
      producedOn,
      schools,
      criteria: evidence.criteria,
    })
    return { spec, audience, schools: schools.length }
  },
  'school-pack': (sources) => ofSchool(sources, schoolPackSpec),
  'action-plan': (sources) => ofSchool(sources, actionPlanSpec),
} as const satisfies Readonly<Record<string, Make>>

export type WorkbookName = keyof typeof workbooks

export const workbookNames = Object.keys(workbooks) as readonly WorkbookName[]

/** The workbook of a name, described for its readers. */
export const workbookOf = (name: WorkbookName, sources: WorkbookSources): WorkbookMade => workbooks[name](sources)

function refuseOthers(what: string, audience: Audience): void {
  if (audience !== 'hub') throw new Mistake(`the ${what} is exact, and is for the hub and nobody else`)
}

function ofSchool(
  { evidence, asked: { asOf }, audience = 'school', producedOn, school }: WorkbookSources,
  specOf: typeof schoolPackSpec,
): WorkbookMade {
  if (school === undefined)
    throw new Mistake('this workbook is of one school: say which by its URN, such as --school 100001')
  const { dataVersion, hub } = evidence
  const spec = specOf({ ...school, hub, asOf, academicYear: academicYearOf(asOf), producedOn, dataVersion })
  return { spec, audience, schools: 1 }
}
