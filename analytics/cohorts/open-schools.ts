import { bitsOf, keepBoth, rowsSet, type Bits } from '../evidence/bits.ts'
import { codesOf, numbersOf, wordsOf } from '../evidence/columns.ts'
import { always, forever } from '../evidence/endless.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { kept } from '../evidence/kept.ts'
import { countsIn } from '../evidence/ledger.ts'
import type { SpellKind } from '../evidence/spells.ts'
import { dayNumber, type Day } from '../framework/day.ts'
import { unknown } from '../framework/band.ts'
import { phases, type Phase } from '../framework/phase.ts'
import type { Cohort } from './cohort.ts'
import { groupOf, type Group } from './groupings.ts'

/** Where in a hub: of a council by LA code, of a district by name (`Unknown` for a blank one), of a phase. */
export interface Place {
  readonly council?: string
  readonly district?: string
  readonly phase?: Phase
}

/**
 * The schools open on a day in a place: schools (not URNs) of which some URN is open that day, state-funded and in
 * the hub's area. Beside each school stands that URN; if several are open, the one with fewest links to the end of
 * its chain, then the higher one. Its council, phase and district are the school's. Only those of which all bits beside
 * the table of speakers are set are chosen.
 */
export function openSchools(evidence: Evidence, asOf: Day, place: Place, alike: readonly Bits[] = []): Cohort {
  const { district } = place
  const named = district === unknown ? { ...place, district: '' } : place
  const group = alike.length === 0 ? groupOf(evidence, named) : null
  return group === null ? schoolsAt(evidence, asOf, named, alike) : wholeGroup(evidence, asOf, named, group)
}

/** Every school, for good: how many of them count is how large the population is. */
export const everySchool: SpellKind = {
  name: 'every school',
  size: () => 1,
  tell: () => (_, tell) => tell(always, forever, 0),
}

/** All schools of a group: who they are is looked up once somebody asks for more than how many. */
function wholeGroup(evidence: Evidence, asOf: Day, place: Place, { grouping, group }: Group): Cohort {
  if (group === -1) return { size: 0, schools: new Uint32Array(), urns: new Uint32Array() }
  let schools: Cohort | undefined
  const found = (): Cohort => (schools ??= schoolsAt(evidence, asOf, place, []))
  return {
    size: countsIn(evidence, everySchool, grouping, group, dayNumber(asOf))[0]!,
    whole: { asOf, grouping, group },
    get schools() {
      return found().schools
    },
    get urns() {
      return found().urns
    },
  }
}

/** The schools of a place, found by its bits; of those left it is looked up which are open that day. */
function schoolsAt(evidence: Evidence, asOf: Day, { council, district, phase }: Place, alike: readonly Bits[]): Cohort {
  const { speakers, starts, urns } = evidence
  const la = council === undefined ? null : wordsOf(urns, 'la').indexOf(council)
  const [start, end] =
    la === null ? [0, speakers.numRows] : la === -1 ? [0, 0] : [starts.speakers[la]!, starts.speakers[la + 1]!]
  const wanted = [
    ...(district === undefined ? [] : [bitsOfDistrict(evidence, district)]),
    ...(phase === undefined ? [] : [bitsOfPhase(evidence, phase)]),
    ...alike,
  ]
  return openAmong(evidence, dayNumber(asOf), start, end, wanted.length === 0 ? null : rowsWithAll(wanted, start, end))
}

/** The rows of which all bits are set, from the word of one row up to that of another. */
function rowsWithAll([first, ...others]: readonly Bits[], start: number, end: number): Uint32Array {
  const [from, to] = [start >>> 5, Math.ceil(end / 32)]
  const bits = first === undefined ? new Uint32Array() : first.slice(from, to)
  for (const each of others) keepBoth(bits, each.subarray(from, to))
  const rows = rowsSet(bits)
  for (let at = 0; at < rows.length; at++) rows[at]! += from * 32
  return rows
}

/** Those of the rows (of all, where none are named) from `start` up to, not with, `end` that speak on a day. */
function openAmong({ speakers }: Evidence, day: number, start: number, end: number, rows: Uint32Array | null): Cohort {
  const [school, speaker] = [numbersOf(speakers, 'school'), numbersOf(speakers, 'urn')]
  const [from, until] = [numbersOf(speakers, 'from'), numbersOf(speakers, 'until')]
  const most = rows === null ? end - start : rows.length
  const [schools, urns] = [new Uint32Array(most), new Uint32Array(most)]
  let size = 0
  for (let at = 0; at < most; at++) {
    const row = rows === null ? start + at : rows[at]!
    if (row < start || row >= end || from[row]! > day || until[row]! < day) continue
    schools[size] = school[row]!
    urns[size++] = speaker[row]!
  }
  return { size, schools: schools.subarray(0, size), urns: urns.subarray(0, size) }
}

/** Which rows of the table of speakers are of URNs of which something holds. */
export function bitsOfSpeakers({ speakers }: Evidence, holds: (urn: number) => boolean): Bits {
  const urn = numbersOf(speakers, 'urn')
  return bitsOf(speakers.numRows, (row) => holds(urn[row]!))
}

const bitsOfPhase = (evidence: Evidence, phase: Phase): Bits =>
  kept(evidence, `speakers of phase ${phase}`, () => {
    const [codes, code] = [numbersOf(evidence.urns, 'phase'), phases.indexOf(phase)]
    return bitsOfSpeakers(evidence, (urn) => codes[urn] === code)
  })

/** None for a district that no URN has: a hub may be asked for any name, and what is kept must not grow with that. */
function bitsOfDistrict(evidence: Evidence, district: string): Bits {
  const code = wordsOf(evidence.urns, 'district').indexOf(district)
  return kept(evidence, `speakers of district ${code}`, () => {
    const codes = codesOf(evidence.urns, 'district')
    return bitsOfSpeakers(evidence, (urn) => codes[urn] === code)
  })
}
