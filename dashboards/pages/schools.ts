import type { Award } from '../../analytics/framework/award.ts'
import type { Day } from '../../analytics/framework/day.ts'
import type { Level } from '../../analytics/framework/level.ts'
import type { Phase } from '../../analytics/framework/phase.ts'
import { framed, type Frame } from '../parts/frame.ts'
import { html, type Html } from '../parts/html.ts'

/** The columns by which the schools can be sorted (`sort` in the address), as they stand in the table. */
export const schoolSorts = [
  'name',
  'council',
  'district',
  'phase',
  'audited',
  'curriculum-music',
  'co-curricular',
  'leadership-and-management',
  'community-and-partnerships',
  'award',
] as const

export type SchoolSort = (typeof schoolSorts)[number]

/** How many schools stand on one page. */
export const schoolsOnPage = 50

/** One school of the list. */
export interface SchoolLine {
  readonly urn: number
  readonly name: string
  /** The LA code of its council. */
  readonly council: string
  readonly district: string | null
  readonly phase: Phase
  /** The day of its latest audit; null if it has none. */
  readonly auditedOn: Day | null
  /** The levels of its latest audit in the order of the strands, null where not rated; none if it has no audit. */
  readonly levels: readonly (Level | null)[]
  /** Its latest award on the day, and whether that is still valid; null if it has none. */
  readonly award: { readonly award: Award; readonly valid: boolean } | null
}

/** What the list of schools shows: one page of the schools found, already searched, sorted and cut to length. */
export interface SchoolsView {
  readonly frame: Frame
  /** What was searched for in names (`q` in the address), blank for nothing. */
  readonly q: string
  readonly sort: SchoolSort
  /** `order` in the address. */
  readonly order: 'ascending' | 'descending'
  /** From 1 (`page` in the address). */
  readonly page: number
  /** How many schools were found, on all pages. */
  readonly found: number
  readonly schools: readonly SchoolLine[]
}

/** The list of schools. */
export const schoolsPage = (view: SchoolsView): Html =>
  framed(view.frame, 'Schools', html`<h1 class="govuk-heading-xl">Schools</h1>`)
