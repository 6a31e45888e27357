import type { CellCounts } from '../evidence/cell-counts.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { kept, keeper, lastKeeper } from '../evidence/kept.ts'
import { spellsOf, spellsOn, type SpellKind } from '../evidence/spells.ts'
import { dayNumber, type Day } from '../framework/day.ts'
import { bandCodesOn } from './band-codes.ts'
import { bandedParts, type Filters } from './filters.ts'
import { openSchools, type Place } from './open-schools.ts'

type Part = (typeof bandedParts)[number]

/** The schools open on a day in a place, in lots of those that are in the same bands. */
interface Lots {
  /** For each part, the names of its bands, and which of them each lot is in. */
  readonly bands: ReadonlyMap<Part, { readonly names: readonly string[]; readonly of: Uint8Array }>
  /** Where each lot's schools begin. */
  readonly first: Uint32Array
  readonly schools: Uint32Array
}

/** For each lot, the cells in which any of its schools counts, and how many of them do. */
interface Counted {
  /** Where each lot's cells begin. */
  readonly first: Uint32Array
  readonly cells: Uint32Array
  readonly times: Uint32Array
}

/** Of how many days lots are kept: people ask about one, about the year before it, and about the ends of some years. */
const keptDays = 8

/** Of how many councils, districts of each, and phases of these: a hub may be asked for any name. */
const keptNames = 512

const [keptDay, keptWithin, keptCounted] = [lastKeeper(keptDays), lastKeeper(keptNames), keeper()]

/**
 * How often the spells of the schools of a place and of some bands count in each cell on a day. A country has several
 * hundred lots of schools that are alike, of which some are asked about: to look up their schools one by one took five
 * to fifty times as long.
 */
export function countsAlike(evidence: Evidence, kind: SpellKind, scope: Place & Filters, asOf: Day): CellCounts {
  const lots = lotsOf(evidence, asOf, scope)
  const { first, cells, times } = keptCounted(lots, kind, () => countedIn(evidence, kind, lots, asOf))
  const counts = new Int32Array(spellsOf(evidence, kind).size)
  for (const lot of lotsIn(lots, scope))
    for (let at = first[lot]!; at < first[lot + 1]!; at++) counts[cells[at]!]! += times[at]!
  return counts
}

/** The lots that are in every band asked for. */
function lotsIn({ bands, first }: Lots, filters: Filters): Uint32Array {
  const lots = new Uint32Array(first.length - 1)
  for (let lot = 0; lot < lots.length; lot++) lots[lot] = lot
  let left = lots.length
  for (const [part, { names, of }] of bands) {
    const wanted = filters[part]
    if (wanted === undefined) continue
    const [asked, code] = [left, names.indexOf(wanted)]
    left = 0
    for (let at = 0; at < asked; at++) if (of[lots[at]!] === code) lots[left++] = lots[at]!
  }
  return lots.subarray(0, left)
}

function lotsOf(evidence: Evidence, asOf: Day, place: Place): Lots {
  const ofDay = keptDay(evidence, dayNumber(asOf), () => ({}))
  const ofPlace = [place.council, place.district, place.phase].reduce(
    (within, name) => keptWithin(within, name, () => ({})),
    ofDay,
  )
  return kept(ofPlace, lotsOf, () => sorted(evidence, asOf, place))
}

function sorted(evidence: Evidence, asOf: Day, place: Place): Lots {
  const { schools, urns } = openSchools(evidence, asOf, place)
  const codesOf = bandedParts.map((part) => bandCodesOn(evidence, asOf, part))
  const [known, urnOf] = [new Map<number, number>(), new Array<number>()]
  const lotOf = urns.map((urn) => {
    const name = codesOf.reduce((sum, { codes, names }) => sum * names.length + codes[urn]!, 0)
    const lot = known.get(name) ?? urnOf.push(urn) - 1
    known.set(name, lot)
    return lot
  })
  const first = new Uint32Array(urnOf.length + 1)
  for (const lot of lotOf) first[lot + 1]! += 1
  for (let lot = 0; lot < urnOf.length; lot++) first[lot + 1]! += first[lot]!
  const [next, lying] = [first.slice(), new Uint32Array(schools.length)]
  schools.forEach((school, at) => {
    lying[next[lotOf[at]!]!] = school
    next[lotOf[at]!]! += 1
  })
  const bands = bandedParts.map((part, at) => {
    const { names, codes } = codesOf[at]!
    return [part, { names, of: Uint8Array.from(urnOf, (urn) => codes[urn]!) }] as const
  })
  return { bands: new Map(bands), first, schools: lying }
}

function countedIn(evidence: Evidence, kind: SpellKind, { first, schools }: Lots, asOf: Day): Counted {
  const [spells, day] = [spellsOf(evidence, kind), dayNumber(asOf)]
  const [starts, cells, times] = [new Uint32Array(first.length), new Array<number>(), new Array<number>()]
  const [counts, touched] = [new Uint32Array(spells.size), new Array<number>()]
  for (let lot = 0; lot + 1 < first.length; lot++) {
    for (let at = first[lot]!; at < first[lot + 1]!; at++)
      spellsOn(spells, schools[at]!, day, (from, to) => {
        for (let place = from; place < to; place++) {
          const cell = spells.cells[place]!
          if (counts[cell] === 0) touched.push(cell)
          counts[cell]! += 1
        }
      })
    for (const cell of touched) {
      cells.push(cell)
      times.push(counts[cell]!)
      counts[cell] = 0
    }
    touched.length = 0
    starts[lot + 1] = cells.length
  }
  return { first: starts, cells: Uint32Array.from(cells), times: Uint32Array.from(times) }
}
