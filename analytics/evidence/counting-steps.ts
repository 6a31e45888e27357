import { countingFrom, toldCounts, type CellCounts } from './cell-counts.ts'
import { firstDay } from './endless.ts'
import type { Spells } from './spells.ts'

/** Whole numbers from 0: there are millions of changes in a country, so they are held in no more room than they need. */
export type Wholes = Uint8Array | Uint16Array | Uint32Array

/** Room for so many of them, none as large as another number. */
export const wholesBelow = (limit: number, count: number): Wholes =>
  new (limit <= 0x100 ? Uint8Array : limit <= 0x10000 ? Uint16Array : Uint32Array)(count)

/** What begins and ends, in no order: its day, its part, where the cells of its group begin, and what it is. */
export interface Changes {
  readonly days: Int32Array
  readonly parts: Wholes
  readonly bases: Wholes
  /** The spell that begins, or the bits of the one that ends turned round. */
  readonly turns: Int32Array
}

/** Counts in cells that change from day to day, in each of some parts apart. */
export interface Steps {
  /** How many cells each part has. */
  readonly length: number
  /** Where each part's days begin. */
  readonly starts: Uint32Array
  /** The days on which counts change, earliest first. */
  readonly days: Int32Array
  /** Beside each day, how many single steps are taken by its end. */
  readonly ends: Uint32Array
  /** The single steps: twice the cell, and one more where it counts one less. */
  readonly steps: Uint16Array | Uint32Array
  /** The counts of each part as they stand written evenly among its steps, the last at their end: most ask of today. */
  readonly standings: Int32Array
  /** The place of each part's first such standing. */
  readonly firstStandings: Uint32Array
}

/** Fewer steps than this are quicker taken than counts written twice as often are held. */
const fewSteps = 64

/**
 * The steps by which the counts of spells change. What a day's spells add to a cell and take from it again is no step,
 * and steps lie one after another as they are taken: looking each spell up took ten times as long.
 */
export function stepsFrom(spells: Spells, changes: Changes, parts: number, length: number): Steps {
  const order = inOrder(changes, parts)
  const { days, parts: partOf, bases, turns } = changes
  const taken = stepsTaken(spells, changes, length)
  const starts = new Uint32Array(parts + 1)
  const [dayList, ends]: [number[], number[]] = [[], []]
  for (let part = 0, at = 0; part < parts; part++) {
    while (at < order.length && partOf[order[at]!] === part) {
      const day = days[order[at]!]!
      for (; at < order.length && partOf[order[at]!] === part && days[order[at]!] === day; at++)
        taken.count(turns[order[at]!]!, bases[order[at]!]!)
      if (!taken.write()) continue
      dayList.push(day)
      ends.push(taken.size())
    }
    starts[part + 1] = dayList.length
  }
  const steps = taken.all()
  const found = { length, starts, days: Int32Array.from(dayList), ends: Uint32Array.from(ends), steps }
  return { ...found, ...standingsOf(found) }
}

/** Gathers what changes on a day, and writes down what is left of it as steps. */
function stepsTaken({ first, cells }: Spells, { turns }: Changes, length: number) {
  let most = 0
  for (const turn of turns) {
    const spell = turn < 0 ? ~turn : turn
    most += first[spell + 1]! - first[spell]!
  }
  const steps = 2 * length > 0x10000 ? new Uint32Array(most) : new Uint16Array(most)
  const [net, isTouched, touched] = [new Int32Array(length), new Uint8Array(length), new Uint32Array(length)]
  let size = 0
  let touching = 0
  return {
    count(turn: number, base: number): void {
      const one = turn < 0 ? -1 : 1
      const spell = turn < 0 ? ~turn : turn
      const end = first[spell + 1]!
      for (let at = first[spell]!; at < end; at++) {
        const cell = base + cells[at]!
        net[cell]! += one
        if (isTouched[cell] === 1) continue
        isTouched[cell] = 1
        touched[touching++] = cell
      }
    },
    /** Whether any step was left. */
    write(): boolean {
      const before = size
      for (let at = 0; at < touching; at++) {
        const cell = touched[at]!
        const step = 2 * cell + (net[cell]! < 0 ? 1 : 0)
        for (let left = Math.abs(net[cell]!); left > 0; left--) steps[size++] = step
        net[cell] = 0
        isTouched[cell] = 0
      }
      touching = 0
      return size > before
    },
    size: () => size,
    all: () => steps.slice(0, size),
  }
}

/** The changes by part and then by day. */
function inOrder({ days, parts }: Changes, count: number): Uint32Array {
  const byDay = rowsByDay(days)
  return count === 1 ? byDay : counted(byDay, parts, count)
}

/** Rows in the order of their days. */
export function rowsByDay(days: Int32Array): Uint32Array {
  let [lowest, highest] = [0, 0]
  let isNone = true
  for (let row = 0; row < days.length; row++) {
    const day = days[row]!
    if (day === firstDay) continue
    if (isNone || day < lowest) lowest = day
    if (isNone || day > highest) highest = day
    isNone = false
  }
  const places = wholesBelow(highest - lowest + 2, days.length)
  for (let row = 0; row < days.length; row++) places[row] = days[row] === firstDay ? 0 : days[row]! - lowest + 1
  return counted(null, places, highest - lowest + 2)
}

/** How many of the days, earliest first, from one place up to, not with, another are that day or before it. */
export function countUpTo(days: Int32Array, day: number, from = 0, to = days.length): number {
  let [low, high] = [from, to]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (days[middle]! <= day) low = middle + 1
    else high = middle
  }
  return low
}

/** Rows in the order of their keys, of equal ones as they came: by counting, for there are many rows to a key. */
function counted(rows: Uint32Array | null, keys: Wholes, count: number): Uint32Array {
  const next = new Uint32Array(count + 1)
  for (let row = 0; row < keys.length; row++) next[keys[row]! + 1]! += 1
  for (let key = 1; key < next.length; key++) next[key]! += next[key - 1]!
  const order = new Uint32Array(keys.length)
  for (let at = 0; at < keys.length; at++) {
    const row = rows === null ? at : rows[at]!
    const key = keys[row]!
    order[next[key]!] = row
    next[key]! += 1
  }
  return order
}

/** All counts of each part as they stand after every so many steps: as much is held as there are steps in between. */
function standingsOf({ length, starts, ends, steps }: Pick<Steps, 'length' | 'starts' | 'ends' | 'steps'>) {
  const every = Math.max(fewSteps, 2 * length)
  const parts = starts.length - 1
  const firstStandings = new Uint32Array(parts + 1)
  for (let part = 0; part < parts; part++) {
    const [begin, end] = [upTo(ends, starts[part]!), upTo(ends, starts[part + 1]!)]
    firstStandings[part + 1] = firstStandings[part]! + Math.floor((end - begin) / every)
  }
  const standings = new Int32Array(length * firstStandings[parts]!)
  for (let part = 0; part < parts; part++) {
    const [begin, end] = [upTo(ends, starts[part]!), upTo(ends, starts[part + 1]!)]
    const [first, many] = [firstStandings[part]!, firstStandings[part + 1]! - firstStandings[part]!]
    const counts = new Int32Array(length)
    for (let stand = 0; stand < many; stand++) {
      take(steps, counts, standingAt(begin, end, many, stand), standingAt(begin, end, many, stand + 1), 1)
      standings.set(counts, (first + stand) * length)
    }
  }
  return { standings, firstStandings }
}

/** Up to which step the counts of a part stand written, by which of its standings it is; the one before the first is 0. */
const standingAt = (begin: number, end: number, many: number, stand: number): number =>
  stand === 0 ? begin : begin + Math.trunc(((end - begin) * stand) / many)

const upTo = (ends: Uint32Array, day: number): number => (day === 0 ? 0 : ends[day - 1]!)

/** Takes steps from one place up to, not with, another, or takes them back where `one` is -1. */
function take(steps: Steps['steps'], counts: Int32Array, from: number, to: number, one: number): void {
  for (let at = from; at < to; at++) {
    const step = steps[at]!
    counts[step >>> 1]! += (step & 1) === 0 ? one : -one
  }
}

/** The counts of a part by the end of a day: those that stand written nearest, and the steps between. */
export function countsAfter(all: Steps, part: number, day: number): CellCounts {
  const { length, starts, days, ends, steps, standings, firstStandings } = all
  const [begin, end] = [upTo(ends, starts[part]!), upTo(ends, starts[part + 1]!)]
  const passed = upTo(ends, countUpTo(days, day, starts[part], starts[part + 1]))
  const [first, many] = [firstStandings[part]!, firstStandings[part + 1]! - firstStandings[part]!]
  const nearest = many === 0 ? 0 : Math.round(((passed - begin) * many) / (end - begin))
  const counts = countingFrom(standings, nearest === 0 ? -1 : (first + nearest - 1) * length, length)
  const from = standingAt(begin, end, many, nearest)
  if (from < passed) take(steps, counts, from, passed, 1)
  else take(steps, counts, passed, from, -1)
  return toldCounts(counts, length)
}
