import type { Problem } from '../problem.ts'

/** Why something cannot be read. */
export interface Problems {
  readonly problems: readonly Problem[]
}

/** The row, counted from 0, that holds the headings; with what they were recognised as, or why they were not. */
export interface Head<Found> {
  readonly head: number
  readonly headings: readonly string[]
  readonly recognised: Found | Problems
}

/** How many rows that are not blank may stand above the headings. */
const above = 20

const isAmbiguous = (recognised: object): boolean =>
  'problems' in recognised && (recognised as Problems).problems.some(({ code }) => code === 'ambiguous-kind')

/** The first row that is recognised; else the first with two cells or more, which most likely lacks a heading. */
export function findHead<Found extends object>(
  rows: Iterable<readonly string[]>,
  recognise: (headings: readonly string[]) => Found | Problems,
): Head<Found> | undefined {
  const heads = Iterator.from(rows)
    .map((headings, head) => ({ head, headings }))
    .filter(({ headings }) => headings.some((heading) => heading !== ''))
    .take(above + 1)
    .map((each) => ({ ...each, recognised: recognise(each.headings) }))
    .toArray()
  const isWide = ({ headings }: Head<Found>): boolean => headings.filter((heading) => heading !== '').length > 1
  return (
    heads.find(({ recognised }) => !('problems' in recognised)) ??
    heads.find(({ recognised }) => isAmbiguous(recognised)) ??
    heads.find(isWide) ??
    heads[0]
  )
}
