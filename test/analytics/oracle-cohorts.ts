/**
 * A second, plain implementation of cohort-progress and time-to-award, written from the standard sheets' section 3
 * with nothing of the product's but the shape of its facts. Slow and simple on purpose.
 */
import type { Audit, Facts, RegisterSchool } from '../../analytics/evidence/facts.ts'
import { plainPopulation, plainSchools, type PlainSchool, type PlainWhere } from './oracle.ts'

const funded = new Set([1, 2, 3, 5, 6, 7, 12, 14, 15, 28, 33, 34, 35, 36, 38, 39, 40, 41, 42, 43, 44, 45, 46, 57])
const phaseNames = ['Special', 'Nursery', 'Primary', 'Primary', 'Secondary', 'Secondary', '16 plus', 'All-through']
const strandWords = ['Curriculum music', 'Co-curricular', 'Leadership and Management', 'Community and partnerships']
const awardWords = ['Working towards Bronze', 'Bronze', 'Silver', 'Gold']

/** A school's audits on or before a day, oldest first; of two on one day the higher URN's stands later. */
const auditsOf = (facts: Facts, { urns }: PlainSchool, day: string): Audit[] =>
  facts.audits
    .filter(({ urn, heldOn }) => urns.includes(urn) && heldOn <= day)
    .toSorted((a, b) => (a.heldOn === b.heldOn ? a.urn - b.urn : a.heldOn < b.heldOn ? -1 : 1))

const yearOf = (day: string): number => Number(day.slice(0, 4)) - (day.slice(5, 7) < '09' ? 1 : 0)

export function plainCohortProgress(facts: Facts, day: string, where: PlainWhere) {
  const audited = plainPopulation(facts, day, where).filter((school) => auditsOf(facts, school, day).length > 0)
  const cohortOf = (school: PlainSchool): number => yearOf(auditsOf(facts, school, day)[0]!.heldOn)
  const rows = []
  for (const cohort of [...new Set(audited.map(cohortOf))].toSorted((a, b) => a - b)) {
    const schools = audited.filter((school) => cohortOf(school) === cohort)
    for (let yearsSince = 0; cohort + yearsSince <= yearOf(day); yearsSince++) {
      const end = `${cohort + yearsSince + 1}-08-31`
      const cut = day < end ? day : end
      for (const [at, strand] of strandWords.entries()) {
        const levels = schools
          .map((school) => auditsOf(facts, school, cut).at(-1)?.levels[at] ?? null)
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

/** The register's row of the URN at the end of a school's chain. */
const lastOf = (facts: Facts, { last }: PlainSchool): RegisterSchool => facts.register.find(({ urn }) => urn === last)!

/** Schools ever audited: those of the population by where they are now, the others by their last URN. */
function everAudited(facts: Facts, day: string, where: PlainWhere): PlainSchool[] {
  const everyone = new Set(plainPopulation(facts, day, {}).map(({ last }) => last))
  const inside = new Set(plainPopulation(facts, day, where).map(({ last }) => last))
  return plainSchools(facts).filter((school) => {
    if (auditsOf(facts, school, day).length === 0) return false
    if (everyone.has(school.last)) return inside.has(school.last)
    const { la, type, district, phase } = lastOf(facts, school)
    return (
      funded.has(type) &&
      facts.area.some((part) => part.la === la) &&
      (where.council === undefined || where.council === la) &&
      (where.district === undefined || where.district === district) &&
      (where.phase === undefined || where.phase === phaseNames[phase])
    )
  })
}

interface PlainWait {
  readonly days: number
  readonly got: boolean
}

function waitOf(facts: Facts, school: PlainSchool, day: string, wanted: string): PlainWait {
  const first = auditsOf(facts, school, day)[0]!.heldOn
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

/** The table of Kaplan and Meier, each time counted anew from all waits; null where there is no limit. */
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
      lower: told ? Math.exp(-Math.exp(middle + reach)) : null,
      upper: told ? Math.exp(-Math.exp(middle - reach)) : null,
    }
  })
  const events = waits.filter(({ got }) => got).length
  return { rows, totals: { n: waits.length, events, censored: waits.length - events } }
}
