import type { AcademicYear } from '../../../analytics/framework/academic-year.ts'
import type { Day } from '../../../analytics/framework/day.ts'
import type { SchoolView } from '../../pages/school-view.ts'

/** What the workbooks of one school are made of: its journey up to a day, and what its reader may read of it. */
export interface SchoolReport extends Omit<SchoolView, 'frame'> {
  readonly hub: string
  readonly asOf: Day
  readonly academicYear: AcademicYear
  readonly producedOn: Day
  readonly dataVersion: number
}
