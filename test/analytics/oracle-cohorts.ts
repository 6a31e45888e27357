/**
 * A second, plain implementation of cohort-progress and time-to-award, written from the standard sheets' section 3
 * with nothing of the product's but the shape of its facts. Slow and simple on purpose.
 */
import type { Facts } from '../../analytics/evidence/facts.ts'
import { allAuditsOf } from './oracle-audits.ts'
import { yearOf } from './oracle-days.ts'
import { isAsked, plainPopulation, type PlainWhere } from './oracle-population.ts'
import { everyoneOn, isCounted, lastOf, plainSchools, type PlainSchool } from './oracle-schools.ts'

const strandWords = ['Curriculum music', 'Co-curricular', 'Leadership and Management', 'Community and partnerships']
const awardWords = ['Working towards Bronze', 'Bronze', 'Silver', 'Gold']

export function plainCohortProgress(facts: Facts, day: string, where: PlainWhere) {
  const audited = plainPopulation(facts, day, where).filter((school) => allAuditsOf(facts, school, day).length > 0)
  const cohortOf = (school: PlainSchool): number => yearOf(allAuditsOf(facts, school, day)[0]!.heldOn)
  const rows = []
  for (const cohort of [...new Set(audited.map(cohortOf))].toSorted((a, b) => a - b)) {
    const schools = audited.filter((school) => cohortOf(school) === cohort)
    for (let yearsSince = 0; cohort + yearsSince <= yearOf(day); yearsSince++) {
      const end = `${cohort + yearsSince + 1}-08-31`
      const cut = day < end ? day : end
      for (const [at, strand] of strandWords.entries()) {
        const levels = schools
          .map((school) => allAuditsOf(facts, school, cut).at(-1)?.levels[at] ?? null)
          .filter((level) => level !== null)
        const atOrAboveEstablishing = levels.filter((level) => level === 'Establishing' || level === 'Enhancing').length
        const [size, n] = [schools.length, levels.length]
        rows.push({ cohort, yearsSince, partial: day < end, strand, size, n, atOrAboveEstablishing })
      }
    }
  }
  return rows
}

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000

/** Schools ever audited: those of the population by where they are now, the others by their last URN. */
function everAudited(facts: Facts, day: string, where: PlainWhere): PlainSchool[] {
  const everyone = new Set(everyoneOn(facts, day).map(({ last }) => last))
  const inside = new Set(plainPopulation(facts, day, where).map(({ last }) => last))
  return plainSchools(facts).filter((school) => {
    if (allAuditsOf(facts, school, day).length === 0) return false
    if (everyone.has(school.last)) return inside.has(school.last)
    const last = lastOf(facts, school)
    return isCounted(facts, last) && isAsked(facts, school, last, day, where)
  })
}

interface PlainWait {
  readonly days: number
  readonly got: boolean
}

function waitOf(facts: Facts, school: PlainSchool, day: string, wanted: string): PlainWait {
  const first = allAuditsOf(facts, school, day)[0]!.heldOn
  const days = (to: string): number => (to <= first ? 0 : daysBetween(first, to))
  const got = facts.awards
    .filter(({ urn, awardOn }) => school.urns.includes(urn) && awardOn <= day)
    .filter(({ award }) => awardWords.indexOf(award) >= awardWords.indexOf(wanted))
    .map(({ awardOn }) => awardOn)
    .toSorted()[0]
  if (got !== undefined) return { days: days(got), got: true }
  const { status, closeOn } = lastOf(facts, school)
  return { days: days(status === 2 && closeOn !== null && closeOn < day ? closeOn : day), got: false }
}

/** The table of Kaplan and Meier, each time counted anew from all waits; `z` where there is no limit. */
export function plainTimeToAward(facts: Facts, day: string, where: PlainWhere, wanted: string) {
  const waits = everAudited(facts, day, where).map((school) => waitOf(facts, school, day, wanted))
  const times = [...new Set(waits.map(({ days }) => days))].toSorted((a, b) => a - b)
  const countAt = (time: number) => ({
    atRisk: waits.filter(({ days }) => days >= time).length,
    events: waits.filter(({ days, got }) => days === time && got).length,
    censored: waits.filter(({ days, got }) => days === time && !got).length,
  })
  const rows = times.map((time) => {
    const counts = times.filter((other) => other <= time).map(countAt)
    const survival = counts.reduce((product, { atRisk, events }) => product * (1 - events / atRisk), 1)
    const variance = counts.reduce((sum, { atRisk, events }) => sum + events / (atRisk * (atRisk - events)), 0)
    // Symmetric about log(-log(survival)).
    const middle = Math.log(-Math.log(survival))
    const reach = (1.959963984540054 * Math.sqrt(variance)) / Math.abs(Math.log(survival))
    const told = survival > 0 && survival < 1
    return {
      day: time,
      ...countAt(time),
      survival,
      lower: told ? Math.exp(-Math.exp(middle + reach)) : 'z',
      upper: told ? Math.exp(-Math.exp(middle - reach)) : 'z',
    }
  })
  const events = waits.filter(({ got }) => got).length
  return { rows, totals: { n: waits.length, events, censored: waits.length - events } }
}
