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

/**
 * What begins and ends among the spells of a hub's population, in the order of days: a spell begins to count when it
 * begins or its school comes to the population, and ends likewise. Every so often all counts stand as they are by then.
 *
 * The counts on a day are those that stand nearest, and what began and ended in between. Walking to every school
 * instead costs what each has to be looked up for: for the standings of 24,000 schools about a hundred times as long.
 */
interface Ledger {
  /** The first day on which what begins or ends has done so. */
  readonly days: Int32Array
  /** The spell that begins, or one less than nothing less the spell that ends. */
  readonly spells: Int32Array
  readonly groups: Uint16Array
  /** After how many of them all counts stand. */
  readonly every: number
  /** All counts by then, by group and then by cell, one time after the other. */
  readonly standing: Int32Array
}

/** The counts of a hub's whole population on a day: by group, and in each by cell. */
export function countsOn(evidence: Evidence, kind: SpellKind, grouping: Grouping, day: number): Int32Array {
  const { days, spells, groups, every, standing } = ledgerOf(evidence, kind, grouping)
  const { first, cells, size } = spellsOf(evidence, kind)
  const length = grouping.size(evidence) * size
  const passed = countUpTo(days, day)
  const nearest = Math.min(Math.round(passed / every), standing.length / length - 1)
  const counts = standing.slice(nearest * length, (nearest + 1) * length)
  const step = nearest * every < passed ? 1 : -1
  const [from, to] = step === 1 ? [nearest * every, passed] : [passed, nearest * every]
  for (let at = from; at < to; at++) {
    const begins = spells[at]! >= 0
    const spell = begins ? spells[at]! : -1 - spells[at]!
    const one = begins ? step : -step
    const base = groups[at]! * size
    for (let cell = first[spell]!; cell < first[spell + 1]!; cell++) counts[base + cells[cell]!]! += one
  }
  return counts
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

const ledgerOf = (evidence: Evidence, kind: SpellKind, grouping: Grouping): Ledger =>
  kept(evidence, `ledger of ${kind.name} by ${grouping.name}`, () => ledgerFrom(evidence, kind, grouping))

function ledgerFrom(evidence: Evidence, kind: SpellKind, grouping: Grouping): Ledger {
  const spells = spellsOf(evidence, kind)
  const length = grouping.size(evidence) * spells.size
  const events = eventsOf(evidence, spells, grouping.groups(evidence))
  // As much is kept standing as there is to apply in between: a short way to go, for twice the room.
  const each = 10 + (2 * spells.cells.length) / Math.max(1, spells.from.length)
  const every = Math.max(16, Math.ceil((4 * length) / each))
  const standing = new Int32Array(length * (Math.floor(events.days.length / every) + 1))
  const counts = new Int32Array(length)
  events.spells.forEach((told, at) => {
    if (at % every === 0) standing.set(counts, (at / every) * length)
    const [spell, one] = told >= 0 ? [told, 1] : [-1 - told, -1]
    const base = events.groups[at]! * spells.size
    for (let cell = spells.first[spell]!; cell < spells.first[spell + 1]!; cell++)
      counts[base + spells.cells[cell]!]! += one
  })
  if (events.days.length % every === 0) standing.set(counts, (events.days.length / every) * length)
  return { ...events, every, standing }
}

type Events = Pick<Ledger, 'days' | 'spells' | 'groups'>

/** What begins and ends, in the order of days. */
function eventsOf(evidence: Evidence, { starts, from, until }: Spells, groupOf: ArrayLike<number>): Events {
  const { speakers } = evidence
  const [school, urn] = [numbersOf(speakers, 'school'), numbersOf(speakers, 'urn')]
  const [speaksFrom, speaksUntil] = [numbersOf(speakers, 'from'), numbersOf(speakers, 'until')]
  const most = school.reduce((sum, of) => sum + 2 * (starts[of + 1]! - starts[of]!), 0)
  const [days, spells, groups] = [new Int32Array(most), new Int32Array(most), new Uint16Array(most)]
  let count = 0
  const tell = (day: number, spell: number, group: number): void => {
    days[count] = day
    spells[count] = spell
    groups[count++] = group
  }
  for (let row = 0; row < school.length; row++) {
    const group = groupOf[urn[row]!]!
    for (let spell = starts[school[row]!]!; spell < starts[school[row]! + 1]!; spell++) {
      const begins = Math.max(from[spell]!, speaksFrom[row]!)
      const ends = Math.min(until[spell]!, speaksUntil[row]!)
      if (begins > ends) continue
      tell(begins, spell, group)
      if (ends < forever) tell(ends + 1, -1 - spell, group)
    }
  }
  const order = inOrderOf(days.subarray(0, count))
  return {
    days: Int32Array.from(order, (at) => days[at]!),
    spells: Int32Array.from(order, (at) => spells[at]!),
    groups: Uint16Array.from(order, (at) => groups[at]!),
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
