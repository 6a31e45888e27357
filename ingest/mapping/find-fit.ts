import { parseAcademicYear, type AcademicYear } from '../../analytics/framework/academic-year.ts'
import { problemOf, type Problem } from '../problem.ts'
import type { AnyGrid } from '../readers/grid.ts'
import { findHead, headsIn, type Candidate, type Problems } from '../readers/head.ts'
import { pupilColumns, pupilNumbers } from '../recognise/pupil-columns.ts'
import { trimmed } from '../recognise/reading.ts'
import { recogniseKind } from '../sheets/index.ts'
import type { Beside } from './beside.ts'
import { fitOf, lackingOf, mappedFit, type Fit } from './fit.ts'
import type { Mapping } from './mapping.ts'
import type { RememberedMapping } from './remember.ts'
import { shapeOf } from './shape.ts'
import { tabYear } from './tab-year.ts'

/** The headings of a tab with the fit that they have, and the mapping that gave it. */
export interface Fitted {
  readonly head: Candidate
  readonly fit: Fit
  readonly mapping: Mapping | RememberedMapping | null
  /** Who told the academic year that the rows do not say. */
  readonly yearFrom: 'told' | 'mapping' | 'tab'
}

/** The academic year told beside the rows, by whom it is told first. */
function yearOf(
  grid: AnyGrid,
  { year }: Beside,
  mapping?: Mapping,
): Pick<Fitted, 'yearFrom'> & { year: AcademicYear | null } {
  if (year !== undefined) return { year, yearFrom: 'told' }
  const mapped = parseAcademicYear(mapping?.year ?? '')
  return mapped === null ? { year: tabYear(grid.sheet), yearFrom: 'tab' } : { year: mapped, yearFrom: 'mapping' }
}

/** The heading rows of a tab, as they may be; the texts of their cells without the space around them. */
export const headsOf = (grid: AnyGrid): readonly Candidate[] =>
  headsIn(
    Iterator.from(grid.rows).map(({ row, cells }) => ({ row, cells: cells.map(trimmed) })),
    grid.spans,
  )

/** The head that most columns of a mapping are in, none left out that its sheet needs; the first of several. */
function fitted(grid: AnyGrid, heads: readonly Candidate[], mapping: Mapping, beside: Beside): Fitted | undefined {
  const { year, yearFrom } = yearOf(grid, beside, mapping)
  return heads
    .flatMap((head) => {
      const fit = mappedFit(mapping, head.headings, year)
      return fit === null ? [] : [{ head, fit, mapping, yearFrom }]
    })
    .filter(({ fit }) => fit.told.size > 0 && lackingOf(fit).length === 0)
    .toSorted((a, b) => b.fit.told.size - a.fit.told.size)[0]
}

const isAt = ({ headingRows }: Mapping, { rows }: Candidate): boolean =>
  headingRows === undefined || (headingRows[0] === rows[0] && headingRows[1] === rows[1])

/** The head that a mapping which was told fits; else one of the shape of a mapping that the hub remembers. */
function mappedHead(grid: AnyGrid, heads: readonly Candidate[], beside: Beside): Fitted | undefined {
  const { kind, mappings = [], remembered = [] } = beside
  for (const mapping of mappings) {
    const asked = heads.filter((head) => isAt(mapping, head))
    const found = fitted(grid, asked, mapping, beside)
    if (found !== undefined) return found
  }
  const known = remembered.filter(({ mapping }) => kind === undefined || mapping.kind === kind)
  if (known.length === 0) return undefined
  for (const head of heads) {
    const mapping = known.find(({ shape }) => shape === shapeOf(head.headings))
    const found = mapping === undefined ? undefined : fitted(grid, [head], mapping.mapping, beside)
    if (mapping !== undefined && found !== undefined) return { ...found, mapping }
  }
  return undefined
}

/** The columns that would say who a pupil is, by any row of the headings or above them, or by what is in them. */
function tellingOfPupils({ rows }: AnyGrid, head: Candidate, grouped: readonly Candidate[]): readonly Problem[] {
  const top = Iterator.from(rows)
    .take(head.last + 1)
    .map(({ cells }) => cells.map(trimmed))
  const named = [...top, head.headings, ...grouped.map(({ headings }) => headings)].flatMap(pupilColumns)
  const byColumn = new Map(named.map((problem) => [problem.column, problem]))
  return named.length > 0 ? [...byColumn.values()] : pupilNumbers(head.headings, rows, head.last + 1)
}

/** How a tab is read: through a mapping, else by what its headings say by themselves; or why it is not. */
export function findFit(grid: AnyGrid, beside: Beside): Fitted | Problems {
  const heads = headsOf(grid)
  const { year, yearFrom } = yearOf(grid, beside)
  const found = findHead(heads, (headings) => recogniseKind(headings, beside.kind, year !== null))
  const mapped = mappedHead(grid, heads, beside)
  if (found === undefined) return { problems: [problemOf('empty-file', '')] }
  const grouped = heads.filter(({ first, pairing }) => pairing !== null && first <= found.last)
  const pupils = tellingOfPupils(grid, mapped?.head ?? found, grouped)
  if (pupils.length > 0) return { problems: pupils }
  if (mapped !== undefined) return mapped
  const { recognised } = found
  if ('problems' in recognised) return { problems: recognised.problems }
  return { head: found, fit: fitOf(recognised.sheet, found.headings, year), mapping: null, yearFrom }
}
