/**
 * A second, plain reading of who is a school and who is open, written from the standard sheets' section 2 with nothing
 * of the product's but the shape of its facts. Slow and simple on purpose.
 */
import type { Facts, RegisterSchool } from '../../analytics/evidence/facts.ts'

const funded = new Set([1, 2, 3, 5, 6, 7, 12, 14, 15, 28, 33, 34, 35, 36, 38, 39, 40, 41, 42, 43, 44, 45, 46, 57])
const phaseNames = ['Special', 'Nursery', 'Primary', 'Primary', 'Secondary', 'Secondary', '16 plus', 'All-through']

/** What has been worked out of some facts once, so that it need not be again. */
interface Memory {
  readonly register: ReadonlyMap<number, RegisterSchool>
  readonly chains: Map<number, number[]>
  readonly open: Map<string, PlainSchool[]>
  schools: PlainSchool[] | null
}

const remembered = new WeakMap<Facts, Memory>()

function memory(facts: Facts): Memory {
  const known = remembered.get(facts) ?? {
    register: new Map(facts.register.map((row) => [row.urn, row])),
    chains: new Map<number, number[]>(),
    open: new Map<string, PlainSchool[]>(),
    schools: null,
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
  /** In the order of speaking. */
  readonly urns: readonly number[]
}

export function plainSchools(facts: Facts): PlainSchool[] {
  const known = memory(facts)
  if (known.schools !== null) return known.schools
  const byLast = new Map<number, number[]>()
  for (const { urn } of facts.register) {
    const last = chain(facts, urn).at(-1) ?? urn
    byLast.set(last, [...(byLast.get(last) ?? []), urn])
  }
  known.schools = [...byLast].map(([last, urns]) => ({
    last,
    urns: urns.toSorted((a, b) => chain(facts, a).length - chain(facts, b).length || b - a),
  }))
  return known.schools
}

export const isCounted = (facts: Facts, { type, la }: RegisterSchool): boolean =>
  funded.has(type) && facts.area.some((part) => part.la === la)

/** The URN of the register that speaks for a school on a day; undefined where the school is not in the population. */
export const speakingFor = (facts: Facts, { urns }: PlainSchool, day: string): RegisterSchool | undefined =>
  urns.map((urn) => find(facts, urn)!).find((row) => isOpen(row, day) && isCounted(facts, row))

/** The whole population of a day, of no part of it. */
export function everyoneOn(facts: Facts, day: string): PlainSchool[] {
  const { open } = memory(facts)
  const known = open.get(day) ?? plainSchools(facts).filter((school) => speakingFor(facts, school, day) !== undefined)
  open.set(day, known)
  return known
}

/** The register's row of the URN at the end of a school's chain. */
export const lastOf = (facts: Facts, { last }: PlainSchool): RegisterSchool => find(facts, last)!

export const phaseNameOf = ({ phase }: RegisterSchool): string => phaseNames[phase] ?? 'Special'

/** The phase of one URN. */
export const phaseOfUrn = (facts: Facts, urn: number): string | null => {
  const row = find(facts, urn)
  return row === undefined ? null : phaseNameOf(row)
}
