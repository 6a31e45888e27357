import type { AcademicYear } from '../framework/academic-year.ts'
import type { Achieved } from '../framework/achieved.ts'
import type { Award } from '../framework/award.ts'
import type { DataFormFigure } from '../framework/data-form-figure.ts'
import type { Day } from '../framework/day.ts'
import type { FsmBasis } from '../framework/fsm-basis.ts'
import type { Judgement } from '../framework/judgement.ts'
import type { Level } from '../framework/level.ts'
import type { Phase } from '../framework/phase.ts'
import type { Strand } from '../framework/strand.ts'

/** One URN of the register, as last told. Codes are the register's own. */
export interface RegisterSchool {
  readonly urn: number
  readonly name: string
  readonly la: string
  readonly laName: string | null
  readonly establishmentNumber: string
  readonly type: number
  readonly status: number
  readonly phase: number
  readonly openOn: Day | null
  readonly closeOn: Day | null
  readonly district: string | null
  readonly town: string | null
  readonly trust: string | null
  readonly pupils: number | null
  readonly fsmPercent: number | null
  /** How rural it is, as the register's code. */
  readonly urbanRural: string | null
}

/** One row of the register's links. */
export interface RegisterLink {
  readonly urn: number
  readonly linkUrn: number
  readonly linkType: string
}

/** One version of the audit tool. */
export interface Framework {
  readonly framework: string
  readonly inUseFrom: Day | null
  /** The phases it suits; none means all. */
  readonly phases: readonly Phase[]
  readonly comparableWith: readonly string[]
}

/** Where a criterion stands in an audit tool. */
export interface CriterionPlace {
  readonly strand: Strand
  readonly theme: string
  readonly level: Level
  readonly number: number
}

/** One criterion of a framework, with its wording. */
export interface Criterion extends CriterionPlace {
  readonly framework: string
  readonly criterion: string
}

/** How far a criterion was met at a meeting. */
export interface CriterionRating {
  readonly urn: number
  readonly heldOn: Day
  readonly place: CriterionPlace
  readonly judgement: Judgement
}

/** One completed meeting; `levels` are in the order of the strands, null where a strand was not rated. */
export interface Audit {
  readonly urn: number
  readonly heldOn: Day
  readonly adviser: string | null
  readonly framework: string | null
  readonly levels: readonly (Level | null)[]
}

export interface AwardGiven {
  readonly urn: number
  readonly heldOn: Day
  readonly award: Award
  readonly awardOn: Day
  readonly musicMarkNominated: boolean | null
  readonly followUpOn: Day | null
}

/** One priority, without its free text: `sorted` is the theme its wording was sorted into, null if into none. */
export interface Priority {
  readonly urn: number
  readonly heldOn: Day
  readonly priority: number
  readonly strand: Strand | null
  readonly theme: string | null
  readonly sorted: string | null
  /** Whether it says what is needed, and whether support was offered. */
  readonly needs: boolean
  readonly offered: boolean
}

/** One reflection sheet; `achieved` by priority number 1 to 3, null where the sheet does not say. */
export interface Reflection {
  readonly urn: number
  readonly heldOn: Day
  readonly month: number
  readonly sentOn: Day | null
  readonly returnedOn: Day | null
  readonly withdrawnOn: Day | null
  readonly achieved: readonly (Achieved | null)[]
}

/** One aim of the Music Education Plan. */
export interface Goal {
  readonly goal: string
  readonly title: string
  readonly function: string | null
  readonly measure: string
  readonly wanted: string
  readonly strand: Strand | null
  readonly population: string
  readonly baselinePercent: number | null
  readonly baselineYear: AcademicYear | null
  readonly targetPercent: number
  readonly targetYear: AcademicYear
}

/** That a school sent a data form for a year. */
export interface DataForm {
  readonly urn: number
  readonly year: AcademicYear
}

/** One figure of a data form; `breakdown` is blank for the total. */
export interface FormFigure {
  readonly urn: number
  readonly year: AcademicYear
  readonly figure: DataFormFigure
  readonly breakdown: string
  readonly value: number
  /** Null where the form does not say. */
  readonly estimated: boolean | null
}

/** What is known of a school for an academic year. */
export interface SchoolYear {
  readonly urn: number
  readonly year: AcademicYear
  readonly pupils: number | null
  readonly sendPercent: number | null
  /** 1 for the most deprived tenth of neighbourhoods. */
  readonly deprivationDecile: number | null
  readonly ruralUrban: string | null
}

/** The percentage of a school's pupils who have free school meals in an academic year, on one basis. */
export interface SchoolFsm {
  readonly urn: number
  readonly year: AcademicYear
  readonly basis: FsmBasis
  /** Null where there are no pupils. */
  readonly percent: number | null
}

/** An LA code of a hub's area, and between which days it belongs to it. */
export interface AreaPart {
  readonly la: string
  readonly fromOn: Day | null
  readonly toOn: Day | null
}

/** What one hub knows at one data version besides what schools did: its register first. */
export interface HubFacts {
  readonly hub: string
  readonly dataVersion: number
  readonly area: readonly AreaPart[]
  /** The day the newest register extract speaks for; null when no register is loaded. */
  readonly extractOn: Day | null
  readonly register: readonly RegisterSchool[]
  readonly links: readonly RegisterLink[]
  readonly frameworks: readonly Framework[]
  readonly criteria: readonly Criterion[]
  readonly goals: readonly Goal[]
}

/** What it knows of some of its schools, or of all: how they are and what they did. */
export interface SchoolFacts {
  readonly schoolYears: readonly SchoolYear[]
  readonly schoolFsm: readonly SchoolFsm[]
  readonly audits: readonly Audit[]
  readonly criterionRatings: readonly CriterionRating[]
  readonly awards: readonly AwardGiven[]
  readonly priorities: readonly Priority[]
  readonly reflections: readonly Reflection[]
  readonly dataForms: readonly DataForm[]
  readonly formFigures: readonly FormFigure[]
}

/** All that one hub knows at one data version, as rows: what evidence is built from. */
export interface Facts extends HubFacts, SchoolFacts {}
