import type { DataFormFigure } from '../../analytics/framework/data-form-figure.ts'
import type { FsmBasis } from '../../analytics/framework/fsm-basis.ts'
import type { Fact } from './fact.ts'

/** What is known of schools by academic year. */
export interface SchoolYearTables {
  schoolYear: SchoolYearTable
  schoolFsm: SchoolFsmTable
  dataFormFigure: DataFormFigureTable
}

/** What is known of a school for an academic year, by its first calendar year. */
export interface SchoolYearTable extends Fact {
  urn: number
  academicYear: number
  pupils: number | null
  sendPercent: number | null
  ealPercent: number | null
  /** 1 for the most deprived tenth of neighbourhoods. */
  deprivationDecile: number | null
  ruralUrban: string | null
  district: string | null
}

/** Free school meals at a school in an academic year on one basis: of `pupils`, `eligible` have them. */
export interface SchoolFsmTable extends Fact {
  urn: number
  academicYear: number
  basis: FsmBasis
  /** Null where there are no pupils. */
  percent: number | null
  eligible: number | null
  pupils: number | null
}

export interface DataFormFigureTable extends Fact {
  urn: number
  academicYear: number
  figure: DataFormFigure
  /** As `key stage=2;gender=girls`; blank for the total. */
  breakdown: string
  value: number
  /** 1 yes, 0 no, null unknown. */
  estimated: number | null
}
