import { numbersOf } from './columns.ts'
import { forever } from './endless.ts'
import type { Evidence } from './evidence.ts'
import { kept } from './kept.ts'
import { spellsOf, type SpellKind, type Spells } from './spells.ts'

/** Into which groups schools are counted apart, by the URN that speaks for them. */
export interface Grouping {
  readonly name: string
  readonly size: (evidence: Evidence) => number
  /** The group of each URN, by its row. */
  readonly groups: (evidence: Evidence) => ArrayLike<number>
}

/** What begins and ends among the spells of a hub's population, in the order of days. */
interface Ledger {
  /** The first day on which what begins or ends has done so. */
  readonly days: Int32Array
  /** The spell that begins, or one less than nothing less the spell that ends. */
  readonly spells: Int32Array
  /** The row of the URN that speaks for its school. */
  readonly urns: Uint32Array
}

/** All counts as they stand every so often, by group and then by cell, one time after the other. */
interface Standing {
  /** After how much has begun and ended all counts stand again. */
  readonly every: number
  readonly counts: Int32Array
}

/**
 * The counts of a hub's whole population on a day: by group, and in each by cell. A spell begins to count when it begins
 * or its school comes to the population, and ends likewise; the counts on a day are those that stand nearest, and what
 * began and ended in between. Walking to every school instead costs what each has to be looked up for: for the standings
 * of 24,000 schools twenty times as long.
 */
export function countsOn(evidence: Evidence, kind: SpellKind, grouping: Grouping, day: number): Int32Array {
  const { every, counts: standing } = standingOf(evidence, kind, grouping)
  const ledger = ledgerOf(evidence, kind)
  const { size } = spellsOf(evidence, kind)
  const length = grouping.size(evidence) * size
  const passed = countUpTo(ledger.days, day)
  const nearest = Math.min(Math.round(passed / every), standing.length / length - 1)
  const counts = standing.slice(nearest * length, (nearest + 1) * length)
  const from = nearest * every
  const groups = grouping.groups(evidence)
  if (from < passed) apply(spellsOf(evidence, kind), ledger, groups, counts, from, passed, 1)
  else apply(spellsOf(evidence, kind), ledger, groups, counts, passed, from, -1)
  return counts
}

/** Counts what begins and ends from one place up to, not with, another, or takes it back where `step` is -1. */
function apply(
  { first, cells, size }: Spells,
  { spells, urns }: Ledger,
  groups: ArrayLike<number>,
  counts: Int32Array,
  from: number,
  to: number,
  step: number,
): void {
  for (let at = from; at < to; at++) {
    const told = spells[at]!
    const spell = told >= 0 ? told : -1 - told
    const one = told >= 0 ? step : -step
    const base = groups[urns[at]!]! * size
    const end = first[spell + 1]!
    for (let cell = first[spell]!; cell < end; cell++) counts[base + cells[cell]!]! += one
  }
}

/** How many of the days, earliest first, are that day or before it. */
function countUpTo(days: Int32Array, day: number): number {
  let [low, high] = [0, days.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (days[middle]! <= day) low = middle + 1
    else high = middle
  }
  return low
}

const standingOf = (evidence: Evidence, kind: SpellKind, grouping: Grouping): Standing =>
  kept(evidence, `standing counts of ${kind.name} by ${grouping.name}`, () => {
    const [spells, ledger] = [spellsOf(evidence, kind), ledgerOf(evidence, kind)]
    const length = grouping.size(evidence) * spells.size
    const changes = ledger.days.length
    // As much stands as there is to apply in between: a short way to go, for twice the room.
    const each = 12 + (2 * spells.cells.length) / Math.max(1, spells.from.length)
    const every = Math.max(512, Math.ceil((4 * length) / each))
    const standing = new Int32Array(length * (Math.floor(changes / every) + 1))
    const [counts, groups] = [new Int32Array(length), grouping.groups(evidence)]
    for (let at = every; at <= changes; at += every) {
      apply(spells, ledger, groups, counts, at - every, at, 1)
      standing.set(counts, (at / every) * length)
    }
    return { every, counts: standing }
  })

const ledgerOf = (evidence: Evidence, kind: SpellKind): Ledger =>
  kept(evidence, `ledger of ${kind.name}`, () => ledgerFrom(evidence, spellsOf(evidence, kind)))

function ledgerFrom({ speakers }: Evidence, { starts, from, until }: Spells): Ledger {
  const [school, urn] = [numbersOf(speakers, 'school'), numbersOf(speakers, 'urn')]
  const [speaksFrom, speaksUntil] = [numbersOf(speakers, 'from'), numbersOf(speakers, 'until')]
  const most = school.reduce((sum, of) => sum + 2 * (starts[of + 1]! - starts[of]!), 0)
  const [days, spells, urns] = [new Int32Array(most), new Int32Array(most), new Uint32Array(most)]
  let count = 0
  for (let row = 0; row < school.length; row++)
    for (let spell = starts[school[row]!]!; spell < starts[school[row]! + 1]!; spell++) {
      const begins = Math.max(from[spell]!, speaksFrom[row]!)
      const ends = Math.min(until[spell]!, speaksUntil[row]!)
      if (begins > ends) continue
      days[count] = begins
      spells[count] = spell
      urns[count++] = urn[row]!
      if (ends >= forever) continue
      days[count] = ends + 1
      spells[count] = -1 - spell
      urns[count++] = urn[row]!
    }
  const order = inOrderOf(days.subarray(0, count))
  return {
    days: Int32Array.from(order, (at) => days[at]!),
    spells: Int32Array.from(order, (at) => spells[at]!),
    urns: Uint32Array.from(order, (at) => urns[at]!),
  }
}

/** The rows of some days in the order of days, by counting how many fall on each: there are many rows to a day. */
function inOrderOf(days: Int32Array): Uint32Array {
  const places = new Map([...new Set(days)].toSorted((a, b) => a - b).map((day, place) => [day, place]))
  const placeOf = days.map((day) => places.get(day)!)
  const next = new Uint32Array(places.size + 1)
  for (const place of placeOf) next[place + 1]! += 1
  for (let place = 1; place < next.length; place++) next[place]! += next[place - 1]!
  const order = new Uint32Array(days.length)
  placeOf.forEach((place, row) => {
    order[next[place]!] = row
    next[place]! += 1
  })
  return order
}
