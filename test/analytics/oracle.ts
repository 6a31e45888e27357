/**
 * A second, plain implementation of population, identity and the first measures, written from the standard sheets'
 * sections 2 and 3 with nothing of the product's but the shape of its facts. Slow and simple on purpose.
 */
import type { Audit, Facts, RegisterSchool } from '../../analytics/evidence/facts.ts'

const funded = new Set([1, 2, 3, 5, 6, 7, 12, 14, 15, 28, 33, 34, 35, 36, 38, 39, 40, 41, 42, 43, 44, 45, 46, 57])
const phaseNames = ['Special', 'Nursery', 'Primary', 'Primary', 'Secondary', 'Secondary', '16 plus', 'All-through']
const levelWords = ['Focusing', 'Developing', 'Establishing', 'Enhancing']
const strandWords = ['Curriculum music', 'Co-curricular', 'Leadership and Management', 'Community and partnerships']
const awardWords = ['Working towards Bronze', 'Bronze', 'Silver', 'Gold']

/** What has been worked out of some facts once, so that it need not be again. */
const remembered = new WeakMap<Facts, { register: Map<number, RegisterSchool>; chains: Map<number, number[]> }>()

function memory(facts: Facts) {
  const known = remembered.get(facts) ?? {
    register: new Map(facts.register.map((row) => [row.urn, row])),
    chains: new Map<number, number[]>(),
  }
  remembered.set(facts, known)
  return known
}

const find = (facts: Facts, urn: number): RegisterSchool | undefined => memory(facts).register.get(urn)

function isOpen(school: RegisterSchool, day: string): boolean {
  if (school.openOn !== null && school.openOn > day) return false
  if (school.status === 1 || school.status === 3) return true
  return school.status === 2 && school.closeOn !== null && school.closeOn >= day
}

/** The successors a URN is linked to. */
function linked(facts: Facts, urn: number): number[] {
  const here = find(facts, urn)
  if (here === undefined || here.status !== 2) return []
  const found = new Set<number>()
  for (const { urn: a, linkUrn: b, linkType } of facts.links) {
    const straight = ['Successor', 'Successor - merged', 'Successor - amalgamated'].includes(linkType)
    const back = ['Predecessor', 'Predecessor - merged', 'Predecessor - amalgamated'].includes(linkType)
    if (straight && a === urn) found.add(b)
    if (back && b === urn) found.add(a)
    if ((linkType === 'Result of Amalgamation' || linkType.startsWith('Merged - ')) && (a === urn || b === urn)) {
      const there = find(facts, a === urn ? b : a)
      if (there === undefined) continue
      const [mine, other] = [here.closeOn ?? 'last', there.closeOn ?? 'last']
      if (mine < other) found.add(there.urn)
    }
  }
  found.delete(urn)
  return [...found].filter((next) => find(facts, next) !== undefined)
}

/** The one successor a URN is followed to. Of two that name each other the one closed first is followed; a split is not. */
function successor(facts: Facts, urn: number): number | null {
  const closed = (of: number) => find(facts, of)?.closeOn ?? 'last'
  const nexts = linked(facts, urn).filter((next) => !linked(facts, next).includes(urn) || closed(urn) < closed(next))
  return nexts.length === 1 ? (nexts[0] ?? null) : null
}

/** Whether following the successors of a URN leads back to it. */
function onCircle(facts: Facts, urn: number): boolean {
  let at = successor(facts, urn)
  for (let steps = 0; at !== null && steps <= facts.register.length; steps++) {
    if (at === urn) return true
    at = successor(facts, at)
  }
  return false
}

/** From a URN to the end of its chain; a circle is not followed. */
function chain(facts: Facts, urn: number): number[] {
  const known = memory(facts).chains.get(urn)
  if (known !== undefined) return known
  const path = [urn]
  for (let at = urn; !onCircle(facts, at);) {
    const next = successor(facts, at)
    if (next === null) break
    path.push(next)
    at = next
  }
  memory(facts).chains.set(urn, path)
  return path
}

export interface PlainSchool {
  readonly last: number
  readonly urns: readonly number[]
}

export function plainSchools(facts: Facts): PlainSchool[] {
  const byLast = new Map<number, number[]>()
  for (const { urn } of facts.register) {
    const last = chain(facts, urn).at(-1) ?? urn
    byLast.set(last, [...(byLast.get(last) ?? []), urn])
  }
  return [...byLast].map(([last, urns]) => ({ last, urns }))
}

export interface PlainWhere {
  readonly council?: string
  readonly district?: string
  readonly phase?: string
}

export function plainPopulation(facts: Facts, day: string, where: PlainWhere): PlainSchool[] {
  return plainSchools(facts).filter(({ urns }) => {
    const speaking = urns
      .map((urn) => find(facts, urn)!)
      .filter((row) => isOpen(row, day) && funded.has(row.type) && facts.area.some(({ la }) => la === row.la))
      .toSorted((a, b) => chain(facts, a.urn).length - chain(facts, b.urn).length || b.urn - a.urn)[0]
    if (speaking === undefined) return false
    return (
      (where.council === undefined || speaking.la === where.council) &&
      (where.district === undefined || speaking.district === where.district) &&
      (where.phase === undefined || phaseNames[speaking.phase] === where.phase)
    )
  })
}

/** A school's audits on different days on or before a day, oldest first; of two on one day the higher URN's. */
export function auditsOf(facts: Facts, school: PlainSchool, day: string): Audit[] {
  const all = facts.audits.filter(({ urn, heldOn }) => school.urns.includes(urn) && heldOn <= day)
  const days = [...new Set(all.map(({ heldOn }) => heldOn))].toSorted()
  return days.map((on) => all.filter(({ heldOn }) => heldOn === on).toSorted((a, b) => b.urn - a.urn)[0]!)
}

function frameworkOf(facts: Facts, audit: Audit): string {
  if (audit.framework !== null) return audit.framework
  const inUse = facts.frameworks.filter(({ inUseFrom }) => inUseFrom === null || inUseFrom <= audit.heldOn)
  return inUse.toSorted((a, b) => ((a.inUseFrom ?? '') > (b.inUseFrom ?? '') ? -1 : 1))[0]?.framework ?? ''
}

function comparable(facts: Facts, a: Audit, b: Audit): boolean {
  const [x, y] = [frameworkOf(facts, a), frameworkOf(facts, b)]
  const names = (of: string) => facts.frameworks.find(({ framework }) => framework === of)?.comparableWith ?? []
  return x === y || names(x).includes(y) || names(y).includes(x)
}

type Counts = Record<string, number | string>

const zero = (keys: readonly string[]): Record<string, number> => Object.fromEntries(keys.map((key) => [key, 0]))

export function plainCoverage(facts: Facts, day: string, where: PlainWhere): Counts[] {
  const schools = plainPopulation(facts, day, where)
  const audited = schools.filter((school) => auditsOf(facts, school, day).length > 0).length
  const reAudited = schools.filter((school) => auditsOf(facts, school, day).length > 1).length
  const engaged = schools.filter(
    (school) =>
      auditsOf(facts, school, day).length > 0 ||
      facts.dataForms.some(({ urn, year }) => school.urns.includes(urn) && `${year}-09-01` <= day) ||
      facts.reflections.some(
        ({ urn, returnedOn }) => school.urns.includes(urn) && returnedOn !== null && returnedOn <= day,
      ),
  ).length
  const population = schools.length
  return [
    { population, engaged, audited, reAudited, neverEngaged: population - engaged, notAudited: population - audited },
  ]
}

const levelKeys = ['focusing', 'developing', 'establishing', 'enhancing']

export function plainStrandProfile(facts: Facts, day: string, where: PlainWhere): Counts[] {
  return strandWords.map((strand, at) => {
    const row = zero([...levelKeys, 'notRated', 'notAudited'])
    for (const school of plainPopulation(facts, day, where)) {
      const latest = auditsOf(facts, school, day).at(-1)
      const level = latest?.levels[at] ?? null
      const key = latest === undefined ? 'notAudited' : level === null ? 'notRated' : level.toLowerCase()
      row[key] = (row[key] ?? 0) + 1
    }
    return { strand, ...row }
  })
}

/** Where a school falls in strand-progress: a key of its row. */
function progressOf(facts: Facts, school: PlainSchool, day: string, strand: number): string {
  const audits = auditsOf(facts, school, day)
  const [first, latest] = [audits[0], audits.at(-1)]
  if (first === undefined || latest === undefined) return 'notAudited'
  if (audits.length === 1) return 'notYet'
  const [from, to] = [first.levels[strand] ?? null, latest.levels[strand] ?? null]
  if (from === null || to === null || !comparable(facts, first, latest)) return 'notComparable'
  const moved = levelWords.indexOf(to) - levelWords.indexOf(from)
  return moved > 0 ? 'up' : moved < 0 ? 'down' : 'same'
}

export function plainStrandProgress(facts: Facts, day: string, where: PlainWhere): Counts[] {
  return strandWords.map((strand, at) => {
    const row = zero(['up', 'same', 'down', 'notYet', 'notComparable', 'notAudited'])
    for (const school of plainPopulation(facts, day, where)) {
      const key = progressOf(facts, school, day, at)
      row[key] = (row[key] ?? 0) + 1
    }
    return { strand, ...row }
  })
}

export function plainTransitionMatrix(facts: Facts, day: string, where: PlainWhere, strand: string) {
  const at = strandWords.indexOf(strand)
  const schools = plainPopulation(facts, day, where)
  const rated = schools.filter((school) => auditsOf(facts, school, day).some(({ levels }) => levels[at] != null))
  const rows = levelWords.map((first) => {
    const row = zero([...levelKeys, 'notYet'])
    for (const school of rated) {
      const audits = auditsOf(facts, school, day)
      const [from, to] = [audits[0]?.levels[at] ?? null, audits.at(-1)?.levels[at] ?? null]
      const key = progressOf(facts, school, day, at)
      if (key === 'notYet' && to === first) row['notYet'] = (row['notYet'] ?? 0) + 1
      if (['up', 'same', 'down'].includes(key) && from === first && to !== null)
        row[to.toLowerCase()] = (row[to.toLowerCase()] ?? 0) + 1
    }
    return { first, ...row }
  })
  const notComparable = rated.filter((school) => progressOf(facts, school, day, at) === 'notComparable').length
  return { rows, totals: { n: rated.length, notComparable } }
}

/** The day that many months later, by counting on the calendar's own month lengths. */
export function monthsLater(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const all = year * 12 + (month - 1) + months
  const [y, m] = [Math.floor(all / 12), (all % 12) + 1]
  const leap = (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  const d = Math.min(date, lengths[m - 1] ?? 31)
  return `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`
}

export function plainAwardLadder(facts: Facts, day: string, where: PlainWhere): Counts[] {
  const keys = ['workingTowardsBronze', 'bronze', 'silver', 'gold']
  const row = zero([...keys, 'lapsed', 'none'])
  for (const school of plainPopulation(facts, day, where)) {
    const had = facts.awards.filter(({ urn, awardOn }) => school.urns.includes(urn) && awardOn <= day)
    const valid = had.filter(({ awardOn }) => day <= monthsLater(awardOn, 36))
    const latest = valid
      .map(({ awardOn }) => awardOn)
      .toSorted()
      .at(-1)
    const best = Math.max(
      ...valid.filter(({ awardOn }) => awardOn === latest).map(({ award }) => awardWords.indexOf(award)),
    )
    const key = had.length === 0 ? 'none' : valid.length === 0 ? 'lapsed' : (keys[best] ?? '')
    row[key] = (row[key] ?? 0) + 1
  }
  return [row]
}
