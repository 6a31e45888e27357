import { bitsOf, type Bits } from './bits.ts'
import { countUpTo, rowsByDay } from './counting-steps.ts'
import { numbersOf } from './columns.ts'
import type { Evidence } from './evidence.ts'
import { keeper, lastKeeper } from './kept.ts'
import { changesOf, population } from './ledger.ts'
import { spellsOf, type SpellKind, type Spells } from './spells.ts'

/** Where schools count on the first day of a month: the cells of each row of the table of speakers, one after another. */
interface Page {
  readonly first: Uint32Array
  readonly cells: Uint16Array | Uint32Array
}

/** How many months' pages are kept of a kind of spells: people ask about one day, and perhaps about one a year before. */
const keptPages = 2

/** Of how many days it is kept what had changed since the month's first, as which schools are open on them is. */
const keptDays = 8

const [keptKinds, keptTurns, keptPage, keptChanged] = [keeper(), keeper(), lastKeeper(keptPages), lastKeeper(keptDays)]

/**
 * How often the spells of some schools count in each cell on a day. The schools are the rows of the table of speakers,
 * from one on that is a multiple of 32, whose bits are set, all of which speak that day. What they count in lies row by row as it is on the first day of the
 * month; only those of which anything changed since are looked up. To look up all takes ten times as long.
 */
export function countsOfRows(
  evidence: Evidence,
  kind: SpellKind,
  { bits, from }: { readonly bits: Bits; readonly from: number },
  day: number,
  monthStart: number,
): Int32Array {
  const spells = spellsOf(evidence, kind)
  const counts = new Int32Array(spells.size)
  const changed = rowsChanged(evidence, kind, monthStart, day)
  const { first, cells } = pageOf(evidence, kind, monthStart)
  const schools = numbersOf(evidence.speakers, 'school')
  for (let word = 0; word < bits.length; word++) {
    const [set, moved, start] = [bits[word]!, changed[(from >>> 5) + word]!, from + word * 32 + 31]
    for (let left = set & ~moved; left !== 0; left &= left - 1) {
      const row = start - Math.clz32(left & -left)
      const end = first[row + 1]!
      for (let at = first[row]!; at < end; at++) counts[cells[at]!]! += 1
    }
    for (let left = set & moved; left !== 0; left &= left - 1)
      countSchool(spells, schools[start - Math.clz32(left & -left)]!, day, counts)
  }
  return counts
}

/** Counts the spells of one school on a day. */
export function countSchool(
  { starts, from, until, first, cells }: Spells,
  school: number,
  day: number,
  counts: Int32Array,
  base = 0,
): void {
  const end = starts[school + 1]!
  for (let spell = starts[school]!; spell < end; spell++) {
    if (from[spell]! > day || until[spell]! < day) continue
    const last = first[spell + 1]!
    for (let cell = first[spell]!; cell < last; cell++) counts[base + cells[cell]!]! += 1
  }
}

const placeOf = (evidence: Evidence, kind: SpellKind): object => keptKinds(evidence, kind, () => ({}))

/** The rows of which anything changes after the first day of a month and up to a day of it. */
const rowsChanged = (evidence: Evidence, kind: SpellKind, after: number, until: number): Bits =>
  keptChanged(placeOf(evidence, kind), until, () => changedBetween(evidence, kind, after, until))

function changedBetween(evidence: Evidence, kind: SpellKind, after: number, until: number): Bits {
  const { days, rows } = keptTurns(placeOf(evidence, kind), kind, () => {
    const changes = changesOf(spellsOf(evidence, kind), population(evidence))
    const order = rowsByDay(changes.days)
    return {
      days: Int32Array.from(order, (at) => changes.days[at]!),
      rows: Uint32Array.from(order, (at) => changes.rows[at]!),
    }
  })
  const changed = bitsOf(evidence.speakers.numRows, () => false)
  const end = countUpTo(days, until)
  for (let at = countUpTo(days, after); at < end; at++) changed[rows[at]! >>> 5]! |= 1 << (rows[at]! & 31)
  return changed
}

const pageOf = (evidence: Evidence, kind: SpellKind, day: number): Page =>
  keptPage(placeOf(evidence, kind), day, () => {
    const { starts, from, until, first: firsts, cells: all } = spellsOf(evidence, kind)
    const { school, from: speaksFrom, until: speaksUntil } = population(evidence)
    const first = new Uint32Array(school.length + 1)
    const walk = (tell: (row: number, spell: number) => void): void => {
      for (let row = 0; row < school.length; row++) {
        if (speaksFrom[row]! > day || speaksUntil[row]! < day) continue
        const end = starts[school[row]! + 1]!
        for (let spell = starts[school[row]!]!; spell < end; spell++)
          if (from[spell]! <= day && until[spell]! >= day) tell(row, spell)
      }
    }
    walk((row, spell) => (first[row + 1]! += firsts[spell + 1]! - firsts[spell]!))
    for (let row = 0; row < school.length; row++) first[row + 1]! += first[row]!
    const cells = all.constructor === Uint16Array ? new Uint16Array(first.at(-1)!) : new Uint32Array(first.at(-1)!)
    const next = first.slice()
    walk((row, spell) => {
      cells.set(all.subarray(firsts[spell], firsts[spell + 1]), next[row])
      next[row]! += firsts[spell + 1]! - firsts[spell]!
    })
    return { first, cells }
  })
