/**
 * A second, plain implementation of the first measures, written from the standard sheets' section 3 with nothing of the
 * product's but the shape of its facts. Slow and simple on purpose.
 */
import type { Facts } from '../../analytics/evidence/facts.ts'
import { auditsOf, comparable } from './oracle-audits.ts'
import { monthsLater } from './oracle-days.ts'
import { plainPopulation, type PlainWhere } from './oracle-population.ts'
import type { PlainSchool } from './oracle-schools.ts'

const levelWords = ['Focusing', 'Developing', 'Establishing', 'Enhancing']
const strandWords = ['Curriculum music', 'Co-curricular', 'Leadership and Management', 'Community and partnerships']
const awardWords = ['Working towards Bronze', 'Bronze', 'Silver', 'Gold']

type Counts = Record<string, number | string>

const zero = (keys: readonly string[]): Record<string, number> => Object.fromEntries(keys.map((key) => [key, 0]))

/** Engaged up to a day, or in one academic year; all else up to the day. */
export function plainCoverage(facts: Facts, day: string, where: PlainWhere, during?: number): Counts[] {
  const schools = plainPopulation(facts, day, where)
  const audited = schools.filter((school) => auditsOf(facts, school, day).length > 0).length
  const reAudited = schools.filter((school) => auditsOf(facts, school, day).length > 1).length
  const counts = (on: string | null): boolean =>
    on !== null && on <= day && (during === undefined || on >= `${during}-09-01`)
  const engaged = schools.filter(({ urns }) => {
    const ours = ({ urn }: { readonly urn: number }): boolean => urns.includes(urn)
    return (
      facts.audits.some((row) => ours(row) && counts(row.heldOn)) ||
      facts.dataForms.some((row) => ours(row) && counts(`${row.year}-09-01`)) ||
      facts.reflections.some((row) => ours(row) && counts(row.returnedOn)) ||
      (during !== undefined && facts.awards.some((row) => ours(row) && counts(row.followUpOn)))
    )
  }).length
  const population = schools.length
  return [
    { population, engaged, audited, reAudited, neverEngaged: population - engaged, notAudited: population - audited },
  ]
}

const levelKeys = ['focusing', 'developing', 'establishing', 'enhancing']

export function plainStrandProfile(facts: Facts, day: string, where: PlainWhere): Counts[] {
  return strandWords.map((strand, at) => {
    const row = zero([...levelKeys, 'notRated', 'notAudited'])
    for (const school of plainPopulation(facts, day, where)) {
      const latest = auditsOf(facts, school, day).at(-1)
      const level = latest?.levels[at] ?? null
      const key = latest === undefined ? 'notAudited' : level === null ? 'notRated' : level.toLowerCase()
      row[key] = (row[key] ?? 0) + 1
    }
    return { strand, ...row }
  })
}

/** Where a school falls in strand-progress: a key of its row. */
function progressOf(facts: Facts, school: PlainSchool, day: string, strand: number): string {
  const audits = auditsOf(facts, school, day)
  const [first, latest] = [audits[0], audits.at(-1)]
  if (first === undefined || latest === undefined) return 'notAudited'
  if (audits.length === 1) return 'notYet'
  const [from, to] = [first.levels[strand] ?? null, latest.levels[strand] ?? null]
  if (from === null || to === null || !comparable(facts, first, latest)) return 'notComparable'
  const moved = levelWords.indexOf(to) - levelWords.indexOf(from)
  return moved > 0 ? 'up' : moved < 0 ? 'down' : 'same'
}

export function plainStrandProgress(facts: Facts, day: string, where: PlainWhere): Counts[] {
  return strandWords.map((strand, at) => {
    const row = zero(['up', 'same', 'down', 'notYet', 'notComparable', 'notAudited'])
    for (const school of plainPopulation(facts, day, where)) {
      const key = progressOf(facts, school, day, at)
      row[key] = (row[key] ?? 0) + 1
    }
    return { strand, ...row }
  })
}

export function plainTransitionMatrix(facts: Facts, day: string, where: PlainWhere, strand: string) {
  const at = strandWords.indexOf(strand)
  const schools = plainPopulation(facts, day, where)
  const rated = schools.filter((school) => auditsOf(facts, school, day).some(({ levels }) => levels[at] != null))
  const rows = levelWords.map((first) => {
    const row = zero([...levelKeys, 'notYet'])
    for (const school of rated) {
      const audits = auditsOf(facts, school, day)
      const [from, to] = [audits[0]?.levels[at] ?? null, audits.at(-1)?.levels[at] ?? null]
      const key = progressOf(facts, school, day, at)
      if (key === 'notYet' && to === first) row['notYet'] = (row['notYet'] ?? 0) + 1
      if (['up', 'same', 'down'].includes(key) && from === first && to !== null)
        row[to.toLowerCase()] = (row[to.toLowerCase()] ?? 0) + 1
    }
    return { first, ...row }
  })
  const notComparable = rated.filter((school) => progressOf(facts, school, day, at) === 'notComparable').length
  return { rows, totals: { n: rated.length, notComparable } }
}

export function plainAwardLadder(facts: Facts, day: string, where: PlainWhere): Counts[] {
  const keys = ['workingTowardsBronze', 'bronze', 'silver', 'gold']
  const row = zero([...keys, 'lapsed', 'none'])
  for (const school of plainPopulation(facts, day, where)) {
    const had = facts.awards.filter(({ urn, awardOn }) => school.urns.includes(urn) && awardOn <= day)
    const valid = had.filter(({ awardOn }) => day <= monthsLater(awardOn, 36))
    const latest = valid
      .map(({ awardOn }) => awardOn)
      .toSorted()
      .at(-1)
    const best = Math.max(
      ...valid.filter(({ awardOn }) => awardOn === latest).map(({ award }) => awardWords.indexOf(award)),
    )
    const key = had.length === 0 ? 'none' : valid.length === 0 ? 'lapsed' : (keys[best] ?? '')
    row[key] = (row[key] ?? 0) + 1
  }
  return [row]
}
