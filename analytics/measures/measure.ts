import type { Evidence } from '../evidence/evidence.ts'
import type { Facts } from '../evidence/facts.ts'
import type { Cohort } from '../cohorts/cohort.ts'
import type { Scope } from '../cohorts/population.ts'
import type { AcademicYear } from '../framework/academic-year.ts'
import type { Award } from '../framework/award.ts'
import type { Day } from '../framework/day.ts'
import type { Strand } from '../framework/strand.ts'

/** Which schools, and which part of the question, somebody asks for. */
export interface Where extends Scope {
  readonly strand?: Strand
  readonly award?: Award
  /** One school, by any of its URNs. */
  readonly school?: number
}

/** What somebody asks of a measure. */
export interface Asked {
  readonly asOf: Day
  /** One academic year instead of all time up to the as-of day, for the measures that take it. */
  readonly during?: AcademicYear
  readonly where: Where
}

/**
 * What the values of a column are: counts of schools, audits, reflections, priorities, awards, visits or data forms,
 * words, academic years by their first year, numbers of years, months or days, percentages and percentage points (pp) to
 * one decimal, shares from 0 to 1, numbers by which things are called, amounts of any kind, or true and false.
 */
export type Unit =
  | 'schools'
  | 'audits'
  | 'reflections'
  | 'priorities'
  | 'awards'
  | 'visits'
  | 'forms'
  | 'words'
  | 'academic year'
  | 'years'
  | 'months'
  | 'days'
  | 'percent'
  | 'pp'
  | 'number'
  | 'amount'
  | 'share'
  | 'yes or no'

/** One column of a measure, described once for page table, worksheet, CSV, Arrow and notes. */
export interface Column {
  readonly key: string
  /** As a heading: sentence case, without its unit. */
  readonly label: string
  readonly unit: Unit
  /** What the column counts, where the label does not say it all. */
  readonly note?: string
  /** True of figures anybody can read in the public register; they are never suppressed. */
  readonly known?: true
  /** True of figures that other measures give too: hiding one here to protect another would protect nothing. */
  readonly told?: true
  /** True of words that follow from the figures of their row: where these are hidden, so are they. */
  readonly follows?: true
  /** True of counts to which no school alone would have a part: they are not the sum of what each school has. */
  readonly joint?: true
  /** True of amounts that are the sum of what each school has, wherever they are numbers. */
  readonly adds?: true
}

/** A word that stands in the rows, and what it means there: the name of a goal, and its title. */
export interface Term {
  readonly term: string
  readonly meaning: string
}

/** One cell of an answer: a column of a row, of the totals, or the population. */
export type Cell = { readonly row: number | 'totals'; readonly key: string } | 'population'

/** A sum that every true answer satisfies: the parts add up to the whole. */
export interface Identity {
  readonly whole: Cell
  readonly parts: readonly Cell[]
}

export type Row = Readonly<Record<string, string | number | boolean>>

/** A measure's true answer. It says everything: only `disclose` decides what of it may be shown. */
export interface Answer<R extends object = Row, T extends object = Row> {
  readonly measure: string
  readonly title: string
  readonly question: string
  readonly asOf: Day
  readonly during: AcademicYear | null
  readonly where: Where
  /** How many schools are asked about: the population at the as-of day within the scope. */
  readonly population: number
  readonly dataVersion: number
  /** The day the register speaks for; null when none is loaded. */
  readonly extractOn: Day | null
  readonly columns: readonly Column[]
  readonly rows: readonly R[]
  readonly totals: T
  readonly totalColumns: readonly Column[]
  readonly notes: readonly string[]
  readonly terms: readonly Term[]
  readonly identities: readonly Identity[]
  readonly fine: boolean
  readonly rowsTell: boolean
  /** Why it is told to the hub alone; null where it is not. */
  readonly hubAlone: string | null
}

/** What a measure works out; the rest of its answer is the same for all. */
export interface Finding<R extends object, T extends object = Row> {
  readonly rows: readonly R[]
  readonly totals: T
  readonly identities: readonly Identity[]
  /** What words of the rows mean, where they do not say it themselves. They are told with the notes. */
  readonly terms?: readonly Term[]
  /** What is noted of this answer, beside what is noted of every answer. */
  readonly notes?: readonly string[]
}

/** The facts of a hub, by what they tell. */
export type FactKind = Exclude<keyof Facts, 'hub' | 'dataVersion' | 'area' | 'extractOn'>

/** One question put to the evidence and the form of its answer. */
export interface Measure<R extends object = Row, T extends object = Row> {
  /** The one word for it in code, URL, worksheet and test: `strand-progress`. */
  readonly id: string
  readonly title: string
  readonly question: string
  /** Which parts of what is asked it needs beyond the as-of day, and which it can take. */
  readonly needs: readonly ('strand' | 'award')[]
  readonly takes: readonly ('strand' | 'award' | 'during' | 'school')[]
  readonly columns: readonly Column[]
  readonly totalColumns: readonly Column[]
  readonly notes: readonly string[]
  /** True where small numbers could be worked out from it and the other measures together: hidden outside the hub. */
  readonly fine?: true
  /** True where which rows there are tells something about the schools: outside the hub a fine one then has none. */
  readonly rowsTell?: true
  /** Why it is told to the hub alone, to go after its title: `is for moderation within the hub`. */
  readonly hubAlone?: string
  /** True of what compares people: in the hub it is for who leads them alone. */
  readonly leaderAlone?: true
  /** What of the facts a school's place in it rests on. */
  readonly from: readonly FactKind[]
  /** Whom it counts, where that is not the population. */
  readonly counted?: (evidence: Evidence, asOf: Day, scope: Where) => Cohort
  /** What it finds of the schools it counts. All but joint counts add up: over parts of the schools to the whole. */
  readonly find: (evidence: Evidence, cohort: Cohort, asked: Asked) => Finding<R, T>
}

/** The totals of a measure that has none. */
export type NoTotals = Readonly<Record<string, never>>
