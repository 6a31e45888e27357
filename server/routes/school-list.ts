import type { SchoolLine } from '../../analytics/cohorts/school-lines.ts'
import { awards } from '../../analytics/framework/award.ts'
import { levelCode } from '../../analytics/framework/level.ts'
import { phases } from '../../analytics/framework/phase.ts'
import { strandSlug, strands } from '../../analytics/framework/strand.ts'
import { howMet, schoolSorts, schoolsOnPage, type Met, type SchoolSort } from '../../dashboards/pages/schools.ts'

/** What the list of schools can be asked by, as text. */
export interface ListText {
  readonly q?: string | undefined
  readonly sort?: string | undefined
  readonly order?: string | undefined
  readonly page?: string | undefined
  readonly met?: string | undefined
}

export interface List {
  readonly q: string
  readonly met: Met | null
  readonly sort: SchoolSort
  readonly order: 'ascending' | 'descending'
  readonly page: number
  readonly found: number
  readonly schools: readonly SchoolLine[]
}

/** What a line is sorted by; null sorts last, whichever way. */
const sortKey = (sort: SchoolSort, line: SchoolLine): string | number | null => {
  switch (sort) {
    case 'name':
      return line.name
    case 'council':
      return line.council
    case 'district':
      return line.district
    case 'phase':
      return phases.indexOf(line.phase)
    case 'audited':
      return line.auditedOn
    case 'award':
      return line.award === null ? null : awards.indexOf(line.award.award) + (line.award.valid ? 0.5 : 0)
    default:
      return levelCode(line.levels[strands.findIndex((strand) => strandSlug(strand) === sort)] ?? null) || null
  }
}

const inEnglish = new Intl.Collator('en-GB')

const compare = (a: string | number, b: string | number): number =>
  typeof a === 'string' && typeof b === 'string' ? inEnglish.compare(a, b) : Number(a) - Number(b)

const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()

/** Lines, which come by name, in an order; what has no key is last, whichever way. */
function inOrder(lines: readonly SchoolLine[], sort: SchoolSort, order: List['order']): readonly SchoolLine[] {
  if (sort === 'name' && order === 'ascending') return lines
  const keyed = lines.map((line) => ({ line, key: sortKey(sort, line) }))
  const sorted = keyed.toSorted((a, b) => {
    if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null)
    return order === 'ascending' ? compare(a.key, b.key) : compare(b.key, a.key)
  })
  return sorted.map(({ line }) => line)
}

/** The names of some lines as they are searched: folded once, however often they are asked for. */
const foldedNames = new WeakMap<SchoolLine, string>()

function foldedName(line: SchoolLine): string {
  const known = foldedNames.get(line)
  if (known !== undefined) return known
  const name = folded(line.name)
  foldedNames.set(line, name)
  return name
}

/** One page of the schools whose name or URN holds what was searched for, in the order asked for. */
export function listOf(lines: readonly SchoolLine[], text: ListText): List {
  const q = (text.q ?? '').trim()
  const sort = schoolSorts.find((name) => name === text.sort) ?? 'name'
  const order = text.order === 'descending' ? 'descending' : 'ascending'
  const wanted = folded(q)
  const met = howMet.find((name) => name === text.met) ?? null
  const found = lines.filter(
    (line) =>
      (met === null || (met === 'never') === (line.auditedOn === null)) &&
      (wanted === '' || foldedName(line).includes(wanted) || String(line.urn) === wanted),
  )
  const pages = Math.max(1, Math.ceil(found.length / schoolsOnPage))
  const page = Math.min(pages, Math.max(1, Math.trunc(Number(text.page)) || 1))
  const schools = inOrder(found, sort, order).slice((page - 1) * schoolsOnPage, page * schoolsOnPage)
  return { q, met, sort, order, page, found: found.length, schools }
}
