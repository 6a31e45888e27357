import type { Achieved } from '../../analytics/framework/achieved.ts'
import type { Award } from '../../analytics/framework/award.ts'
import type { Judgement } from '../../analytics/framework/judgement.ts'
import type { Level } from '../../analytics/framework/level.ts'
import type { Strand } from '../../analytics/framework/strand.ts'
import type { Fact, KeyedFact } from './fact.ts'

/** What makes up the journeys of schools. */
export interface JourneyTables {
  audit: AuditTable
  rating: RatingTable
  criterionRating: CriterionRatingTable
  award: AwardTable
  priority: PriorityTable
  reflection: ReflectionTable
  reflectionPriority: ReflectionPriorityTable
}

export interface AuditTable extends KeyedFact {
  urn: number
  heldOn: string
  adviser: string | null
  framework: string | null
}

export interface RatingTable extends KeyedFact {
  urn: number
  heldOn: string
  strand: Strand
  level: Level
}

export interface CriterionRatingTable extends KeyedFact {
  urn: number
  heldOn: string
  strand: Strand
  theme: string
  level: Level
  number: number
  judgement: Judgement
}

export interface AwardTable extends Fact {
  urn: number
  heldOn: string
  awardOn: string
  award: Award
  /** 1 yes, 0 no, null unknown. */
  musicMarkNominated: number | null
  followUpOn: string | null
}

export interface PriorityTable extends Fact {
  urn: number
  heldOn: string
  priority: number
  strand: Strand | null
  theme: string | null
  what: string
  why: string | null
  target: string | null
  byWhen: string | null
  how: string | null
  needs: string | null
  support: string | null
}

export interface ReflectionTable extends Fact {
  urn: number
  heldOn: string
  month: number
  sentOn: string | null
  returnedOn: string | null
  withdrawnOn: string | null
}

export interface ReflectionPriorityTable extends Fact {
  urn: number
  heldOn: string
  month: number
  /** 1, 2 or 3; 0 for what the sheet says as a whole. */
  priority: number
  achieved: Achieved | null
  comment: string | null
}
