import type { Int32, Table, Uint32 } from 'apache-arrow'
import type { Day } from '../framework/day.ts'
import type { AuditColumns } from './audits.ts'
import type { AwardColumns } from './awards.ts'
import type { DataFormColumns, FormFigureColumns } from './data-forms.ts'
import type { AreaPart, Criterion, CriterionPlace, Goal } from './facts.ts'
import type { JudgementColumns } from './judgements.ts'
import type { PriorityColumns } from './priorities.ts'
import type { ReflectionColumns } from './reflections.ts'
import type { SchoolFsmColumns, SchoolYearColumns } from './school-years.ts'
import type { SpeakerColumns } from './speakers.ts'
import type { UrnColumns } from './urns.ts'

/** One row a school through time, by the council of its last URN, then by that URN. */
export type SchoolColumns = {
  urn: Uint32
  /** The day number of its first sign of engagement; `never` if there is none. */
  engagedOn: Int32
}

/** Where each school's rows begin: those of school `s` are from `starts[s]` up to, not with, `starts[s + 1]`. */
export type Starts = Readonly<Uint32Array>

/** All that a measure may look at: one hub's facts, in columns, at one data version. */
export interface Evidence {
  readonly hub: string
  readonly dataVersion: number
  readonly area: readonly AreaPart[]
  /** The names of councils by LA code, as the register gives them. */
  readonly councilNames: ReadonlyMap<string, string>
  /** The day the newest register extract speaks for; null when no register is loaded. */
  readonly extractOn: Day | null
  readonly schools: Table<SchoolColumns>
  readonly urns: Table<UrnColumns>
  readonly speakers: Table<SpeakerColumns>
  /** What is known of schools by academic year, and their free school meals by basis. */
  readonly schoolYears: Table<SchoolYearColumns>
  readonly schoolFsm: Table<SchoolFsmColumns>
  readonly audits: Table<AuditColumns>
  /** The criteria judged at each audit. */
  readonly judgements: Table<JudgementColumns>
  readonly awards: Table<AwardColumns>
  readonly reflections: Table<ReflectionColumns>
  readonly priorities: Table<PriorityColumns>
  readonly dataForms: Table<DataFormColumns>
  readonly formFigures: Table<FormFigureColumns>
  readonly starts: Readonly<
    Record<
      | 'urns'
      | 'audits'
      | 'awards'
      | 'reflections'
      | 'priorities'
      | 'dataForms'
      | 'formFigures'
      | 'schoolYears'
      | 'schoolFsm',
      Starts
    >
  > & {
    /** Where each audit's judgements begin, by its row. */
    readonly judgements: Starts
    /** Where each council's speakers begin, by its LA code in the table of URNs. */
    readonly speakers: Starts
  }
  /** Whether two frameworks' levels can be compared: 1 at `a * number of frameworks + b`, by framework code. */
  readonly comparable: Uint8Array
  /** The criteria loaded or judged, by the code that judgements have for them. */
  readonly places: readonly CriterionPlace[]
  /** The criteria of the frameworks, with their wording. */
  readonly criteria: readonly Criterion[]
  readonly goals: readonly Goal[]
  /** Closed URNs with more than one successor, for the steward. */
  readonly splits: readonly number[]
}
