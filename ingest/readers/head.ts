import type { Problem } from '../problem.ts'
import type { GridRow, Span } from './grid.ts'
import { joined, pairing } from './two-rows.ts'

/** Why something cannot be read. */
export interface Problems {
  readonly problems: readonly Problem[]
}

/** One row, or two that follow each other, that may hold the headings; `first` and `last` are counted from 0. */
export interface Candidate {
  readonly first: number
  readonly last: number
  /** The numbers of the same rows as a spreadsheet shows them. */
  readonly rows: readonly [number, number]
  readonly headings: readonly string[]
  /** How two rows go together; null for one row, or a row below a title. */
  readonly pairing: ReturnType<typeof pairing>
}

/** The rows that hold the headings; with what they were recognised as, or why they were not. */
export interface Head<Found> extends Candidate {
  readonly recognised: Found | Problems
}

/** How many rows that are not blank may stand above the headings. */
const above = 20

const textsOf = ({ cells }: GridRow): readonly string[] => cells.map((cell) => cell.trim())

/** The rows at the top of a sheet that may hold its headings: each alone, and each with the one below it. */
export function headsIn(rows: Iterable<GridRow>, spans: readonly Span[] = []): readonly Candidate[] {
  const top = Iterator.from(rows)
    .map((row, index) => ({ row, index }))
    .filter(({ row }) => textsOf(row).some((text) => text !== ''))
    .take(above + 2)
    .toArray()
  const alone = top.slice(0, above + 1).map(({ row, index }): Candidate => {
    const rows: Candidate['rows'] = [row.row, row.row]
    return { first: index, last: index, rows, headings: textsOf(row), pairing: null }
  })
  const twos = top.flatMap(({ row, index }, at): readonly Candidate[] => {
    const next = top[at + 1]
    if (next === undefined || next.index !== index + 1 || next.row.row !== row.row + 1) return []
    const headings = joined(row, next.row, spans)
    const rows: Candidate['rows'] = [row.row, next.row.row]
    return [{ first: index, last: next.index, rows, headings, pairing: pairing(row, next.row, spans) }]
  })
  return [...alone, ...twos]
}

const isAmbiguous = (recognised: object): boolean =>
  'problems' in recognised && (recognised as Problems).problems.some(({ code }) => code === 'ambiguous-kind')

const isDoubled = ({ headings }: Candidate): boolean => {
  const named = headings.filter((heading) => heading !== '').map((heading) => heading.toLowerCase())
  return new Set(named).size < named.length
}

/**
 * The first row that is recognised, with the row that parts its groups, or the row that groups it where it says some
 * headings twice or the groups make them say something else. If there is none, the first two rows that are recognised
 * together; else the first row with two cells or more, which most likely lacks a heading.
 */
export function findHead<Found extends object>(
  candidates: readonly Candidate[],
  recognise: (headings: readonly string[]) => Found | Problems,
): Head<Found> | undefined {
  const heads = candidates.map((candidate): (() => Head<Found>) => {
    let head: Head<Found> | undefined
    return () => (head ??= { ...candidate, recognised: recognise(candidate.headings) })
  })
  const alone = heads.filter((_, index) => candidates[index]?.first === candidates[index]?.last)
  const twos = heads.filter((head) => !alone.includes(head))
  const isRead = (head: () => Head<Found>): boolean => !('problems' in head().recognised)
  const one = alone.find(isRead)?.()
  if (one !== undefined) {
    const pair = (at: 'first' | 'last', how: Candidate['pairing']) =>
      candidates.findIndex((each) => each.first < each.last && each[at] === one.first && each.pairing === how)
    const parted = heads[pair('first', 'parted')]
    if (parted !== undefined) return parted()
    const grouped = heads[Math.max(pair('last', 'grouped'), pair('last', 'parted'))]
    return grouped !== undefined && (isDoubled(one) || !isRead(grouped)) ? grouped() : one
  }
  const isWide = ({ headings }: Candidate): boolean => headings.filter((heading) => heading !== '').length > 1
  const found =
    twos.find(isRead) ??
    alone.find((head) => isAmbiguous(head().recognised)) ??
    alone.find((head) => isWide(head())) ??
    alone[0]
  return found?.()
}
