import type { Achieved } from '../../analytics/framework/achieved.ts'
import type { Award } from '../../analytics/framework/award.ts'
import type { Day } from '../../analytics/framework/day.ts'
import type { FsmBasis } from '../../analytics/framework/fsm-basis.ts'
import type { Level } from '../../analytics/framework/level.ts'
import type { Phase } from '../../analytics/framework/phase.ts'
import type { Strand } from '../../analytics/framework/strand.ts'
import type { Frame } from '../parts/frame.ts'

/** Who a school is. */
export interface SchoolIdentity {
  /** The URN that speaks for it. */
  readonly urn: number
  readonly name: string
  /** The LA code of its council. */
  readonly council: string
  readonly district: string | null
  readonly town: string | null
  readonly phase: Phase
  readonly trust: string | null
  readonly pupils: number | null
  /** The day this URN opened; null where that is not known. */
  readonly openOn: Day | null
  /** The day it closed; null while it is open. */
  readonly closedOn: Day | null
  /** Its other URNs, oldest first. */
  readonly formerly: readonly {
    readonly urn: number
    readonly name: string
    readonly openOn: Day | null
    readonly closedOn: Day | null
  }[]
}

/** What is known of a school in one academic year; null where it is not. */
export interface SchoolYearKnown {
  /** By its first calendar year. */
  readonly year: number
  readonly pupils: number | null
  readonly fsm: { readonly percent: number; readonly basis: FsmBasis } | null
  /** SEND percent. */
  readonly send: number | null
  /** 1 for the most deprived tenth of neighbourhoods. */
  readonly deprivation: number | null
  /** Rural or urban, as it was given. */
  readonly settlement: string | null
}

/** One audit of a school. */
export interface SchoolAudit {
  readonly urn: number
  readonly heldOn: Day
  readonly adviser: string | null
  readonly framework: string | null
  /** In the order of the strands; null where not rated. */
  readonly levels: readonly (Level | null)[]
  /** Whether its levels can be compared with those of the audit before; false for the first. */
  readonly comparable: boolean
}

export interface SchoolAward {
  readonly heldOn: Day
  readonly award: Award
  readonly awardOn: Day
  /** The last day on which it is valid. */
  readonly validUntil: Day
  /** Null where unknown. */
  readonly musicMarkNominated: boolean | null
  readonly followUpOn: Day | null
}

/** One priority agreed at an audit, with the plan's columns as they were written. */
export interface SchoolPriority {
  readonly heldOn: Day
  readonly priority: number
  readonly strand: Strand | null
  readonly theme: string | null
  /** Blank where its reader may not read what was written in words. */
  readonly what: string
  readonly why: string | null
  readonly target: string | null
  readonly byWhen: string | null
  readonly how: string | null
  readonly needs: string | null
  readonly support: string | null
}

/** One reflection sheet on an audit's priorities. */
export interface SchoolReflection {
  readonly heldOn: Day
  /** 12 or 24. */
  readonly month: number
  readonly dueOn: Day
  readonly sentOn: Day | null
  readonly returnedOn: Day | null
  readonly withdrawnOn: Day | null
  /** By priority; priority 0 is what the sheet says as a whole. */
  readonly answers: readonly {
    readonly priority: number
    readonly achieved: Achieved | null
    readonly comment: string | null
  }[]
}

/** What a school's page shows: its journey up to the day of the frame. Each list may come in any order. */
export interface SchoolView {
  readonly frame: Frame
  /** Whether what was written in words is there. */
  readonly freeText: boolean
  readonly school: SchoolIdentity
  readonly audits: readonly SchoolAudit[]
  readonly awards: readonly SchoolAward[]
  readonly priorities: readonly SchoolPriority[]
  readonly reflections: readonly SchoolReflection[]
  /** The oldest first. */
  readonly years: readonly SchoolYearKnown[]
}
