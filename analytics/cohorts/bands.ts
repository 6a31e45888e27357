import { codesOf, numbersOf, wordsOf } from '../evidence/columns.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { academicYearOf } from '../framework/academic-year.ts'
import { unknown } from '../framework/band.ts'
import type { Day } from '../framework/day.ts'
import { deprivationFifthOf } from '../framework/deprivation.ts'
import { fsmBandOf } from '../framework/fsm-band.ts'
import { phases } from '../framework/phase.ts'
import { sendBandOf } from '../framework/send-band.ts'
import { settlementOf } from '../framework/settlement.ts'
import { sizeOf } from '../framework/size.ts'
import { fsmYearOn } from './fsm-year.ts'

/** The band of a school by the URN that speaks for it; null where it has none, not even `Unknown`. */
export type BandOfSchool = (school: number, urn: number) => string | null

/** How to find the bands of schools on a day, by characteristic. */
export const bandsOn = {
  fsm: fsmBandsOn,
  deprivation: (evidence, asOf) => {
    const decile = ofYear(evidence, asOf, 'deprivationDecile')
    return (school) => deprivationFifthOf(decile(school))
  },
  send: (evidence, asOf) => {
    const percent = ofYear(evidence, asOf, 'sendPercent')
    return (school) => sendBandOf(percent(school))
  },
  size: (evidence, asOf) => {
    const [ofSchool, ofUrn] = [ofYear(evidence, asOf, 'pupils'), numbersOf(evidence.urns, 'pupils')]
    return (school, urn) => sizeOf(ofSchool(school) ?? ofUrn[urn]!)
  },
  rural: settlementsOn,
  phase: ({ urns }) => {
    const phase = numbersOf(urns, 'phase')
    return (_, urn) => phases[phase[urn]!] ?? unknown
  },
} as const satisfies Record<string, (evidence: Evidence, asOf: Day) => BandOfSchool>

/** Finds a school's number of the newest academic year begun by a day that has one; null where none has. */
export function ofYear(evidence: Evidence, asOf: Day, column: 'pupils' | 'sendPercent' | 'deprivationDecile') {
  const value = numbersOf(evidence.schoolYears, column)
  const rowOf = firstRow(evidence, asOf, (row) => !Number.isNaN(value[row]))
  return (school: number): number | null => {
    const row = rowOf(school)
    return row === null ? null : value[row]!
  }
}

/** Finds the first row of a school's years, newest first, that has begun by a day and holds what is looked for. */
function firstRow({ schoolYears, starts }: Evidence, asOf: Day, holds: (row: number) => boolean) {
  const [year, now] = [numbersOf(schoolYears, 'year'), academicYearOf(asOf)]
  return (school: number): number | null => {
    for (let row = starts.schoolYears[school]!; row < starts.schoolYears[school + 1]!; row++)
      if (year[row]! <= now && holds(row)) return row
    return null
  }
}

function settlementsOn(evidence: Evidence, asOf: Day): BandOfSchool {
  const { schoolYears, urns } = evidence
  const [ofYear, ofUrn] = [codesOf(schoolYears, 'ruralUrban'), codesOf(urns, 'urbanRural')]
  const [wordsOfYear, wordsOfUrn] = [
    wordsOf(schoolYears, 'ruralUrban').map(settlementOf),
    wordsOf(urns, 'urbanRural').map(settlementOf),
  ]
  const rowOf = firstRow(evidence, asOf, (row) => ofYear[row] !== 0)
  return (school, urn) => {
    const row = rowOf(school)
    return (row === null ? wordsOfUrn[ofUrn[urn]!] : wordsOfYear[ofYear[row]!]) ?? unknown
  }
}

function fsmBandsOn(evidence: Evidence, asOf: Day): BandOfSchool {
  const percent = fsmPercentOn(evidence, asOf)
  return (school) => fsmBandOf(percent(school))
}

/** Finds a school's percentage of free school meals on the basis and of the year told on a day; null where there is none. */
export function fsmPercentOn(evidence: Evidence, asOf: Day): (school: number) => number | null {
  const told = fsmYearOn(evidence, asOf)
  if (told === null) return () => null
  const { schoolFsm, starts } = evidence
  const [year, basis] = [numbersOf(schoolFsm, 'year'), numbersOf(schoolFsm, 'basis')]
  const percent = numbersOf(schoolFsm, 'percent')
  return (school) => {
    for (let row = starts.schoolFsm[school]!; row < starts.schoolFsm[school + 1]!; row++)
      if (year[row] === told.year && basis[row] === told.basis) return percent[row]!
    return null
  }
}
