import type { Level } from '../../analytics/framework/level.ts'
import type { Strand } from '../../analytics/framework/strand.ts'
import type { Fact } from './fact.ts'

/** What schools are judged by, and what is aimed at. */
export interface PlanTables {
  criterion: CriterionTable
  goal: GoalTable
}

export interface CriterionTable extends Fact {
  framework: string
  strand: Strand
  theme: string
  level: Level
  number: number
  criterion: string
  phases: string | null
  alignedTo: string | null
  inUseFrom: string | null
  comparableWith: string | null
}

export interface GoalTable extends Fact {
  goal: string
  title: string
  function: string | null
  measure: string
  wanted: string
  strand: Strand | null
  population: string
  baselinePercent: number | null
  baselineYear: number | null
  targetPercent: number
  targetYear: number
}
