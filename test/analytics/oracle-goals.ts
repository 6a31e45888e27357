/**
 * A second, plain reading of goal-attainment, written from the standard sheets' section 3 with nothing of the product's
 * but the shape of its facts. Percentages are compared as exact fractions.
 */
import type { Facts, Goal } from '../../analytics/evidence/facts.ts'
import { auditsOf } from './oracle-audits.ts'
import { monthsLater } from './oracle-days.ts'
import { plainPopulation, type PlainWhere } from './oracle-population.ts'
import type { PlainSchool } from './oracle-schools.ts'

const levelWords = ['Focusing', 'Developing', 'Establishing', 'Enhancing']
const awardWords = ['Working towards Bronze', 'Bronze', 'Silver', 'Gold']
const strandWords = ['Curriculum music', 'Co-curricular', 'Leadership and Management', 'Community and partnerships']

/** A number written with up to two decimals, in hundredths. */
const hundredths = (percent: number): bigint => {
  const [whole = '0', decimals = ''] = String(percent).split('.')
  return BigInt(whole) * 100n + BigInt(decimals.padEnd(2, '0'))
}

/** A fraction of tenths of a per cent as a percentage with one decimal, half up, by whole numbers alone. */
const oneDecimal = (part: bigint, of: bigint): number => Number((part * 2n + of) / (of * 2n)) / 10

const dayCount = (day: string): bigint => BigInt(Date.parse(`${day}T00:00:00Z`) / 86_400_000)

/** The two populations together: the goal's, and the scope asked for. */
function populationFor(facts: Facts, goal: Goal, asOf: string, where: PlainWhere): PlainSchool[] {
  if (goal.population === 'All') return plainPopulation(facts, asOf, where)
  const counted = plainPopulation(
    facts,
    asOf,
    /^\d+$/.test(goal.population) ? { council: goal.population } : { phase: goal.population },
  )
  const asked = new Set(plainPopulation(facts, asOf, where).map(({ last }) => last))
  return counted.filter(({ last }) => asked.has(last))
}

/** The days on which a school gave a sign of engagement, up to a day. */
function signsOf(facts: Facts, { urns }: PlainSchool, asOf: string): string[] {
  const ours = <T extends { readonly urn: number }>(rows: readonly T[]) => rows.filter(({ urn }) => urns.includes(urn))
  return [
    ...ours(facts.audits).map(({ heldOn }) => heldOn),
    ...ours(facts.reflections).flatMap(({ returnedOn }) => (returnedOn === null ? [] : [returnedOn])),
    ...ours(facts.dataForms).map(({ year }) => `${year}-09-01`),
  ].filter((day) => day <= asOf)
}

const awardsOf = (facts: Facts, { urns }: PlainSchool, asOf: string) =>
  facts.awards
    .filter(({ urn, awardOn }) => urns.includes(urn) && awardOn <= asOf)
    .toSorted((a, b) =>
      a.awardOn === b.awardOn
        ? awardWords.indexOf(a.award) - awardWords.indexOf(b.award)
        : a.awardOn < b.awardOn
          ? -1
          : 1,
    )

function hasAttained(facts: Facts, goal: Goal, school: PlainSchool, asOf: string): boolean {
  const audits = auditsOf(facts, school, asOf)
  if (goal.wanted === 'Engaged') return signsOf(facts, school, asOf).length > 0
  if (goal.wanted === 'Audited') return audits.length > 0
  if (goal.wanted === 'Re-audited') return audits.length > 1
  if (awardWords.includes(goal.wanted)) {
    const valid = awardsOf(facts, school, asOf).filter(({ awardOn }) => asOf <= monthsLater(awardOn, 36))
    const latest = valid.at(-1)
    return latest !== undefined && awardWords.indexOf(latest.award) >= awardWords.indexOf(goal.wanted)
  }
  const latest = audits.at(-1)
  if (latest === undefined) return false
  return strandWords.every((strand, at) => {
    if (goal.strand !== null && goal.strand !== strand) return true
    const level = latest.levels[at] ?? null
    return level !== null && levelWords.indexOf(level) >= levelWords.indexOf(goal.wanted)
  })
}

/** The days of what a goal rests on. */
function relevant(facts: Facts, goal: Goal, school: PlainSchool, asOf: string): string[] {
  if (goal.wanted === 'Engaged') return signsOf(facts, school, asOf)
  if (awardWords.includes(goal.wanted)) return awardsOf(facts, school, asOf).map(({ awardOn }) => awardOn)
  return auditsOf(facts, school, asOf).map(({ heldOn }) => heldOn)
}

/** The trajectory as a fraction of hundredths of a per cent. */
function trajectory(goal: Goal, asOf: string): readonly [part: bigint, of: bigint] | null {
  if (goal.baselinePercent === null || goal.baselineYear === null) return null
  const [from, to] = [hundredths(goal.baselinePercent), hundredths(goal.targetPercent)]
  const [start, end] = [`${goal.baselineYear + 1}-08-31`, `${goal.targetYear + 1}-08-31`]
  if (asOf <= start) return [from, 1n]
  if (asOf >= end) return [to, 1n]
  const [gone, all] = [dayCount(asOf) - dayCount(start), dayCount(end) - dayCount(start)]
  return [from * (all - gone) + to * gone, all]
}

/** How many schools more must have what the goal wants, tried one after another. */
function neededOf({ targetPercent }: Goal, attained: number, n: number): number {
  for (let more = 0; ; more++)
    if (BigInt(attained + more) * 10_000n >= hundredths(targetPercent) * BigInt(n)) return more
}

export function plainGoalAttainment(facts: Facts, asOf: string, where: PlainWhere) {
  const goals = facts.goals.toSorted((a, b) => (a.goal < b.goal ? -1 : 1))
  return goals.map((goal) => {
    const schools = populationFor(facts, goal, asOf, where)
    const n = schools.length
    const attained = schools.filter((school) => hasAttained(facts, goal, school, asOf)).length
    const line = trajectory(goal, asOf)
    const fresh = schools.some((school) =>
      relevant(facts, goal, school, asOf).some((on) => on > monthsLater(asOf, -24)),
    )
    const [have, all] = [BigInt(attained) * 10_000n, BigInt(n)]
    const status =
      n < 10 || !fresh
        ? 'cannot tell'
        : have >= hundredths(goal.targetPercent) * all
          ? 'met'
          : line === null
            ? 'cannot tell'
            : have * line[1] >= line[0] * all
              ? 'on track'
              : 'behind'
    return {
      goal: goal.goal,
      n,
      attained,
      value: n === 0 ? 'z' : oneDecimal(have / 10n, all),
      target: oneDecimal(hundredths(goal.targetPercent), 10n),
      trajectory: line === null ? 'z' : oneDecimal(line[0], line[1] * 10n),
      status,
      needed: n === 0 ? 'z' : neededOf(goal, attained, n),
    }
  })
}
