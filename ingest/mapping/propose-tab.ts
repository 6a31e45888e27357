import { academicYearText } from '../../analytics/framework/academic-year.ts'
import type { AnyGrid } from '../readers/grid.ts'
import type { Candidate } from '../readers/head.ts'
import { namesOf } from '../recognise/column.ts'
import { foldHeading, lowerParts } from '../recognise/heading.ts'
import { leftoverOf } from '../recognise/leftover.ts'
import { trimmed } from '../recognise/reading.ts'
import { sheets } from '../sheets/index.ts'
import type { Beside } from './beside.ts'
import { findFit, headsOf } from './find-fit.ts'
import { hints } from './hints.ts'
import type { TabProposal } from './proposal.ts'
import { headingOf, type FileColumn } from './propose-column.ts'
import { proposeKind } from './propose-kind.ts'
import { shapeOf } from './shape.ts'
import { tabYear } from './tab-year.ts'

const names: ReadonlySet<string> = new Set([
  ...sheets.flatMap(({ columns }) => Object.values(columns).flatMap(namesOf)),
  ...Object.values(hints).flatMap((words) => words.map(foldHeading)),
])

const isName = (heading: string): boolean =>
  [heading, ...lowerParts(heading)].some((part) => names.has(foldHeading(part)))

/** Of the rows that may hold the headings those with most words of headings; else the first with two cells. */
function likeliestHead(heads: readonly Candidate[]): Candidate | undefined {
  const hits = ({ headings }: Candidate): number => headings.filter(isName).length
  const most = heads.toSorted((a, b) => hits(b) - hits(a))[0]
  const best = heads.find(({ first, pairing }) => first === most?.first && pairing === 'parted') ?? most
  const isWide = ({ headings }: Candidate): boolean => headings.filter((heading) => heading !== '').length > 1
  return best !== undefined && hits(best) > 0 ? best : (heads.find(isWide) ?? heads[0])
}

/** How many rows below the headings are looked at. */
const looked = 200

function columnsOf(grid: AnyGrid, { last, headings }: Candidate): readonly FileColumn[] {
  const rows = Iterator.from(grid.rows)
    .drop(last + 1)
    .take(looked)
    .filter((row) => leftoverOf(row, headings) === null)
    .map(({ cells }) => cells.map(trimmed))
    .toArray()
  const width = rows.reduce((most, cells) => Math.max(most, cells.length), headings.length)
  return Array.from({ length: width }, (_, place) => ({
    place,
    ...headingOf(headings[place] ?? ''),
    values: rows.map((cells) => cells[place] ?? '').filter((value) => value !== ''),
  })).filter(({ heading, values }) => heading !== '' || values.length > 0)
}

const mostKinds = 5

/** How one tab may be read: as what kinds of sheet, and what its columns may mean in each. */
export function proposeTab(grid: AnyGrid, beside: Beside): TabProposal {
  const { kind, remembered = [] } = beside
  const found = findFit(grid, beside)
  const problems = [...grid.problems, ...('problems' in found ? found.problems : [])]
  const head = 'head' in found ? found.head : likeliestHead(headsOf(grid))
  const shape = shapeOf(head?.headings ?? [])
  const known = remembered.find((each) => each.shape === shape)
  const year = tabYear(grid.sheet)
  const hasPupils = problems.some(({ code }) => code === 'pupil-data')
  const asked = sheets.filter((sheet) => kind === undefined || sheet.kind === kind)
  const columns = head === undefined || hasPupils ? [] : columnsOf(grid, head)
  const tab = { headings: head?.headings ?? [], columns, year: beside.year ?? year }
  const kinds = asked
    .flatMap((sheet) => proposeKind(sheet, tab) ?? [])
    .toSorted((a, b) => b.rank - a.rank)
    .slice(0, mostKinds)
  return {
    tab: grid.sheet,
    isRecognised: 'head' in found,
    headingRows: head?.rows ?? null,
    shape,
    year: year === null ? null : academicYearText(year),
    remembered: known === undefined ? null : { id: known.id, name: known.name },
    kinds: kinds.map(({ proposal }) => proposal),
    problems,
  }
}
