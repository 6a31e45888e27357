import { numbersOf } from '../evidence/columns.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { keeper, lastKeeper } from '../evidence/kept.ts'
import type { Grouping } from '../evidence/ledger.ts'
import { academicYearOf } from '../framework/academic-year.ts'
import type { Day } from '../framework/day.ts'
import { bandsOn } from './bands.ts'
import { fsmYearOn } from './fsm-year.ts'

/** The bands of one characteristic: for each URN that may speak for a school, by its row, a place among the names. */
export interface BandCodes {
  /** A name that no URN has stands nowhere among them. */
  readonly names: readonly string[]
  readonly codes: Uint8Array
  readonly grouping: Grouping
}

/** Where the bands of a characteristic are kept. */
const placeOf = (evidence: Evidence, name: Characteristic): object => keptBands(evidence, name, () => ({}))

const keptBands = keeper()

/** Somebody may ask about any year, and with a year's bands are kept the counts by them. */
const keptYears = lastKeeper(16)

export type Characteristic = keyof typeof bandsOn

/**
 * The bands of a characteristic on a day. They change with the academic year alone, so those of the last years asked
 * about are kept: to work out one school's takes a hundred times as long as to look it up.
 */
export function bandCodesOn(evidence: Evidence, asOf: Day, name: Characteristic): BandCodes {
  // The year and basis told of free school meals are one thing as long as the evidence is.
  const when = name === 'phase' ? name : name === 'fsm' ? fsmYearOn(evidence, asOf) : academicYearOf(asOf)
  return keptYears(placeOf(evidence, name), when, () => {
    const [school, bandOf] = [numbersOf(evidence.urns, 'school'), bandsOn[name](evidence, asOf)]
    const names: string[] = []
    const codes = Uint8Array.from(school, (of, urn) => {
      const band = bandOf(of, urn) ?? ''
      const known = names.indexOf(band)
      return known === -1 ? names.push(band) - 1 : known
    })
    return { names, codes, grouping: { size: () => names.length, groups: () => codes } }
  })
}
