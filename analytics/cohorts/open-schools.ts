import { bitsOf, bitsWithin, countBits, keepBoth, rowsSet, type Bits } from '../evidence/bits.ts'
import { codesOf, numbersOf } from '../evidence/columns.ts'
import { always, forever } from '../evidence/endless.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { keeper, lastKeeper } from '../evidence/kept.ts'
import { countsIn, everyone } from '../evidence/ledger.ts'
import type { SpellKind } from '../evidence/spells.ts'
import { dayNumber, type Day } from '../framework/day.ts'
import { unknown } from '../framework/band.ts'
import { phases, type Phase } from '../framework/phase.ts'
import { foundLater, type Cohort } from './cohort.ts'
import { groupOf, placeOf, type Group } from './groupings.ts'

/** Where in a hub: of a council by LA code, of a district by name (`Unknown` for a blank one), of a phase. */
export interface Place {
  readonly council?: string
  readonly district?: string
  readonly phase?: Phase
}

/**
 * The schools open on a day in a place: schools (not URNs) of which some URN is open that day, state-funded and in
 * the hub's area. Beside each school stands that URN; if several are open, the one with fewest links to the end of
 * its chain, then the higher one. Its council, phase and district are the school's.
 */
export function openSchools(evidence: Evidence, asOf: Day, place: Place): Cohort {
  const { council, district, phase } = place
  if (council === undefined && district === undefined && phase === undefined)
    return keptWhole(evidence, asOf, () => wholeGroup(evidence, asOf, {}, { grouping: everyone, group: 0 }))
  const named = district === unknown ? { ...place, district: '' } : place
  const group = groupOf(evidence, named)
  return group === null ? schoolsAt(evidence, asOf, named) : wholeGroup(evidence, asOf, named, group)
}

/** A page asks every measure of one day, and most of them of the day before or of a year ago. */
const keptWhole = lastKeeper(8)

/** Every school, for good: how many of them count is how large the population is. */
export const everySchool: SpellKind = {
  name: 'every school',
  size: () => 1,
  tell: () => (_, tell) => tell(always, forever, 0),
}

/** All schools of a group. */
function wholeGroup(evidence: Evidence, asOf: Day, place: Place, { grouping, group }: Group): Cohort {
  if (group === -1) return nobody
  const size = countsIn(evidence, everySchool, grouping, group, dayNumber(asOf))[0]!
  return foundLater({ size, whole: { asOf, grouping, group } }, () => schoolsAt(evidence, asOf, place))
}

const nobody: Cohort = { size: 0, schools: new Uint32Array(), urns: new Uint32Array() }

/** The schools of a place, found by its bits among the rows between which it lies. */
function schoolsAt(evidence: Evidence, asOf: Day, place: Place): Cohort {
  const lying = rowsOf(evidence, place)
  if (lying === null) return nobody
  const from = lying.from - (lying.from & 31)
  const bits = bitsWithin(openOn(evidence, dayNumber(asOf)), lying.from, lying.to)
  const narrow = (others: Bits): void => keepBoth(bits, others, from >>> 5)
  if (lying.bits !== null) narrow(lying.bits)
  if (place.phase !== undefined) narrow(bitsOfPhase(evidence, place.phase))
  return foundLater({ size: countBits(bits) }, () => {
    const [{ speakers }, rows] = [evidence, rowsSet(bits, from)]
    const of = (numbers: Uint32Array): Uint32Array => rows.map((row) => numbers[row]!)
    return { schools: of(numbersOf(speakers, 'school')), urns: of(numbersOf(speakers, 'urn')) }
  })
}

/** Between which rows of the table of speakers the schools of a place lie, and their bits where others lie there too. */
interface Lying {
  readonly from: number
  /** Not with it. */
  readonly to: number
  readonly bits: Bits | null
}

/** Where a council and a district lie, either or both; null where the hub has no URN there. */
function rowsOf(evidence: Evidence, { council, district }: Place): Lying | null {
  const { speakers, starts } = evidence
  const within = district === undefined ? { from: 0, to: speakers.numRows, bits: null } : ofDistrict(evidence, district)
  if (within === null || council === undefined) return within
  const la = placeOf(evidence, 'la', council)
  if (la === -1) return null
  const [from, to] = [Math.max(within.from, starts.speakers[la]!), Math.min(within.to, starts.speakers[la + 1]!)]
  return from < to ? { ...within, from, to } : null
}

/** None for a district that no URN has: a hub may be asked for any name, and what is kept must not grow with that. */
function ofDistrict(evidence: Evidence, district: string): Lying | null {
  const code = placeOf(evidence, 'district', district)
  if (code === -1) return null
  return keptDistricts(evidence, code, () => {
    const [codes, urn] = [codesOf(evidence.urns, 'district'), numbersOf(evidence.speakers, 'urn')]
    const isThere = (of: number): boolean => codes[of] === code
    return {
      from: Math.max(0, urn.findIndex(isThere)),
      to: urn.findLastIndex(isThere) + 1,
      bits: bitsOfSpeakers(evidence, isThere),
    }
  })
}

const keptDistricts = keeper()

/** The bits of the rows that speak on a day: few days are asked about, and each again and again. */
const openOn = (evidence: Evidence, day: number): Bits =>
  keptOpen(evidence, day, () => {
    const { speakers } = evidence
    const [from, until] = [numbersOf(speakers, 'from'), numbersOf(speakers, 'until')]
    return bitsOf(speakers.numRows, (row) => from[row]! <= day && until[row]! >= day)
  })

const keptOpen = lastKeeper(8)

/** Which rows of the table of speakers are of URNs of which something holds. */
function bitsOfSpeakers({ speakers }: Evidence, holds: (urn: number) => boolean): Bits {
  const urn = numbersOf(speakers, 'urn')
  return bitsOf(speakers.numRows, (row) => holds(urn[row]!))
}

const bitsOfPhase = (evidence: Evidence, phase: Phase): Bits =>
  keptPhases(evidence, phase, () => {
    const [codes, code] = [numbersOf(evidence.urns, 'phase'), phases.indexOf(phase)]
    return bitsOfSpeakers(evidence, (urn) => codes[urn] === code)
  })

const keptPhases = keeper()
