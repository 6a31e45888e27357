/** A second, plain reading of what a school is like, from "Filters" of docs/measures.md. */
import type { Facts, RegisterSchool, SchoolYear } from '../../analytics/evidence/facts.ts'
import { hasBegun } from './oracle-days.ts'
import { everyoneOn, type PlainSchool } from './oracle-schools.ts'

/** A characteristic of a year, of the newest year that has it; null where none has. */
function ofNewestYear<T>(
  facts: Facts,
  { urns }: PlainSchool,
  day: string,
  valueOf: (row: SchoolYear) => T | null,
): T | null {
  const told = facts.schoolYears.filter(
    (row) => urns.includes(row.urn) && hasBegun(row.year, day) && valueOf(row) !== null,
  )
  const newest = Math.max(...told.map(({ year }) => year))
  for (const urn of urns) {
    const row = told.find((one) => one.urn === urn && one.year === newest)
    if (row !== undefined) return valueOf(row)
  }
  return null
}

/** The bands in order, `Unknown` last. */
export const bandNames = {
  fsm: ['Under 10%', '10% to under 20%', '20% to under 35%', '35% and over', 'Unknown'],
  deprivation: [
    'Most deprived fifth',
    'Second fifth',
    'Middle fifth',
    'Fourth fifth',
    'Least deprived fifth',
    'Unknown',
  ],
  send: ['Under 10%', '10% to under 15%', '15% to under 20%', '20% and over', 'Unknown'],
  size: ['Up to 100', '101 to 210', '211 to 420', '421 to 630', '631 to 1000', 'Over 1000', 'Unknown'],
  rural: ['Rural', 'Urban', 'Unknown'],
  phase: ['Nursery', 'Primary', 'Secondary', '16 plus', 'All-through', 'Special'],
} as const

export function sizeBand(facts: Facts, school: PlainSchool, speaking: RegisterSchool, day: string): string {
  const pupils = ofNewestYear(facts, school, day, (row) => row.pupils) ?? speaking.pupils
  if (pupils === null) return 'Unknown'
  if (pupils <= 100) return 'Up to 100'
  if (pupils <= 210) return '101 to 210'
  if (pupils <= 420) return '211 to 420'
  if (pupils <= 630) return '421 to 630'
  return pupils <= 1000 ? '631 to 1000' : 'Over 1000'
}

export function ruralBand(facts: Facts, school: PlainSchool, speaking: RegisterSchool, day: string): string {
  const told = ofNewestYear(facts, school, day, (row) => row.ruralUrban) ?? speaking.urbanRural ?? ''
  const text = told.toUpperCase()
  if (text.includes('RURAL')) return 'Rural'
  if (text.includes('URBAN')) return 'Urban'
  const [letter = '', second = ''] = text
  const isDigit = second >= '0' && second <= '9' && second !== ''
  if (('ABC'.includes(letter) && letter !== '' && isDigit) || text.startsWith('UN') || text.startsWith('UF'))
    return 'Urban'
  if (('DEF'.includes(letter) && letter !== '' && isDigit) || text.startsWith('RL') || text.startsWith('RS'))
    return 'Rural'
  return 'Unknown'
}

export function sendBand(facts: Facts, school: PlainSchool, day: string): string {
  const percent = ofNewestYear(facts, school, day, (row) => row.sendPercent)
  if (percent === null) return 'Unknown'
  if (percent < 10) return 'Under 10%'
  if (percent < 15) return '10% to under 15%'
  return percent < 20 ? '15% to under 20%' : '20% and over'
}

export function deprivationBand(facts: Facts, school: PlainSchool, day: string): string {
  const decile = ofNewestYear(facts, school, day, (row) => row.deprivationDecile)
  return decile === null ? 'Unknown' : (bandNames.deprivation[Math.ceil(decile / 2) - 1] ?? 'Unknown')
}

/** The year and basis of free school meals of a whole answer; null where none can be used. */
export function fsmPair(facts: Facts, day: string): { readonly year: number; readonly basis: string } | null {
  const everyone = everyoneOn(facts, day)
  const canBeUsed = (year: number, basis: string): boolean => {
    const told = everyone.filter(({ urns }) =>
      facts.schoolFsm.some(
        (row) => urns.includes(row.urn) && row.year === year && row.basis === basis && row.percent !== null,
      ),
    )
    return told.length > 0 && told.length * 2 >= everyone.length
  }
  const years = [...new Set(facts.schoolFsm.map(({ year }) => year))].filter((year) => hasBegun(year, day))
  for (const year of years.toSorted((a, b) => b - a))
    for (const basis of ['current', 'ever 6', 'pupil premium']) if (canBeUsed(year, basis)) return { year, basis }
  return null
}

export function fsmBand(facts: Facts, { urns }: PlainSchool, day: string): string {
  const pair = fsmPair(facts, day)
  if (pair === null) return 'Unknown'
  for (const urn of urns) {
    const row = facts.schoolFsm.find(
      (one) => one.urn === urn && one.year === pair.year && one.basis === pair.basis && one.percent !== null,
    )
    const percent = row?.percent ?? null
    if (percent === null) continue
    if (percent < 10) return 'Under 10%'
    if (percent < 20) return '10% to under 20%'
    return percent < 35 ? '20% to under 35%' : '35% and over'
  }
  return 'Unknown'
}
