import type { SchoolLine } from '../../analytics/cohorts/school-lines.ts'
import { linkFrom, type Frame } from '../parts/frame.ts'

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

/** How schools were met (`met` in the address). */
export const howMet = ['never', 'audited'] as const
export type Met = (typeof howMet)[number]

/** How many schools stand on one page. */
export const schoolsOnPage = 50

/** What the list of schools shows: one page of the schools found, already searched, sorted and cut to length. */
export interface SchoolsView {
  readonly frame: Frame
  /** What was searched for in names (`q` in the address), blank for nothing. */
  readonly q: string
  /** What is missing, stale or contradictory of the schools shown (`gap` in the address); null for all schools. */
  readonly gap: { readonly key: string; readonly name: string } | null
  /** Null for all schools, however they were met. */
  readonly met: Met | null
  readonly sort: SchoolSort
  /** `order` in the address. */
  readonly order: 'ascending' | 'descending'
  /** From 1 (`page` in the address). */
  readonly page: number
  /** How many schools were found, on all pages. */
  readonly found: number
  readonly schools: readonly SchoolLine[]
}

/** The address of this list sorted or paged otherwise. */
export const listAt = ({ frame, q, gap, met, sort, order }: SchoolsView, and: object): string =>
  linkFrom(frame, frame.path, { q, gap: gap?.key, met: met ?? undefined, sort, order, ...and })
