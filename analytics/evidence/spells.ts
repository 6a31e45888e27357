import { forever, never } from './endless.ts'
import type { Evidence, Starts } from './evidence.ts'
import { growing } from './growing.ts'
import { keeper } from './kept.ts'

/**
 * What is so of schools from a day until a day, both included; while it is so it counts in some cells. For example,
 * that an audit is a school's latest, from its day until the day before the next one, counts in a cell for each
 * strand and its level. One row a spell, contiguous by school.
 */
export interface Spells {
  /** Where each school's spells begin. */
  readonly starts: Starts
  readonly from: Int32Array
  /** `forever` where it is so for good. */
  readonly until: Int32Array
  /** Where each spell's cells begin among the cells of all. */
  readonly first: Uint32Array
  readonly cells: Uint16Array | Uint32Array
  /** How many cells there are to count in: they are numbered from 0. */
  readonly size: number
}

/** One kind of spells, with a name for whoever reads of it. */
export interface SpellKind {
  readonly name: string
  /** How many cells there are to count in. */
  readonly size: (evidence: Evidence) => number
  /** Tells all spells of a school. One that ends before it begins, or counts nowhere, is none. */
  readonly tell: (evidence: Evidence) => (school: number, tell: TellSpell) => void
  /** Which schools count, and when, where that is not the population. */
  readonly among?: (evidence: Evidence) => Stretches
}

/** On which days a school counts, and under which URN, by their rows: a row a stretch of days. */
export interface Stretches {
  readonly school: Uint32Array
  readonly urn: Uint32Array
  readonly from: Int32Array
  readonly until: Int32Array
}

const keptSpells = keeper()

/** The last day of what ends when something happens on a day. */
export const dayBefore = (day: number): number => (day === never ? forever : day - 1)

export type TellSpell = (from: number, until: number, ...cells: readonly number[]) => void

/** The spells of a kind: they depend on no day asked about, so they are worked out once. */
export const spellsOf = (evidence: Evidence, kind: SpellKind): Spells =>
  keptSpells(evidence, kind, () => spellsTold(evidence, kind))

function spellsTold(evidence: Evidence, { size, tell }: SpellKind): Spells {
  const schools = evidence.schools.numRows
  const starts = new Uint32Array(schools + 1)
  const [tellOf, count] = [tell(evidence), size(evidence)]
  const [from, until, first] = [growing(Int32Array), growing(Int32Array), growing(Uint32Array)]
  const cells = count > 0xffff ? growing(Uint32Array) : growing(Uint16Array)
  for (let school = 0; school < schools; school++) {
    tellOf(school, (start, end, ...counted) => {
      if (start > end || counted.length === 0) return
      from.push(start)
      until.push(Math.min(end, forever))
      first.push(cells.length())
      for (const cell of counted) cells.push(cell)
    })
    starts[school + 1] = from.length()
  }
  first.push(cells.length())
  return {
    starts,
    from: from.take(),
    until: until.take(),
    first: first.take(),
    cells: cells.take(),
    size: count,
  }
}

/** Tells of each spell of a school that lasts on a day between which places of all cells its own stand. */
export function spellsOn(
  { starts, from, until, first }: Spells,
  school: number,
  day: number,
  tell: (from: number, to: number) => void,
): void {
  const end = starts[school + 1]!
  for (let spell = starts[school]!; spell < end; spell++)
    if (from[spell]! <= day && until[spell]! >= day) tell(first[spell]!, first[spell + 1]!)
}
