import type { Cohort } from '../cohorts/cohort.ts'
import { partOf } from '../cohorts/part-of.ts'
import type { Evidence } from '../evidence/evidence.ts'
import type { Goal } from '../evidence/facts.ts'
import type { Day } from '../framework/day.ts'
import type { Figure, Mark } from '../framework/mark.ts'
import { attainedBy } from './goal-attained.ts'
import { hasNews } from './goal-news.ts'
import { isAtLeast, percentCounted, percentSaid, trajectoryAt, type Percent } from './goal-trajectory.ts'
import type { Measure, NoTotals } from './measure.ts'
import { percentOf, roundHalfUp } from './percent.ts'

/** How a goal stands, in words. */
export type GoalStatus = 'cannot tell' | 'met' | 'on track' | 'behind'

export interface GoalAttainmentRow {
  readonly goal: string
  readonly n: number
  readonly attained: number
  readonly value: Figure
  readonly target: number
  readonly trajectory: Figure
  /** How many schools more must have what the goal wants for the target to be met; 0 once it is. */
  readonly needed: Figure
  /** A mark where it is suppressed. */
  readonly status: GoalStatus | Mark
}

/** Of fewer schools than this it cannot be told how a goal stands. */
const leastSchools = 10

/**
 * For each goal of the plan, how many of the schools it counts (within the scope asked for, audited or not) have what
 * it wants on the as-of day, as a percentage beside its target and its trajectory, and how it stands: cannot tell
 * (fewer than ten schools, or no news of them for 24 months), met, on track, or behind, compared unrounded. Without a
 * baseline there is no trajectory (`z`) and a goal not met cannot be told; without schools there is no value (`z`).
 *
 * Source: the standard sheets, section 3, goal-attainment; docs/measures.md for `needed`.
 */
export const goalAttainment: Measure<GoalAttainmentRow, NoTotals> = {
  id: 'goal-attainment',
  title: 'Goal attainment',
  question: 'Which goals of our plan are met, on track or behind?',
  needs: [],
  takes: [],
  columns: [
    { key: 'goal', label: 'Goal', unit: 'words' },
    { key: 'n', label: 'Schools', unit: 'schools', note: 'those the goal counts, audited or not', known: true },
    { key: 'attained', label: 'Attained', unit: 'schools', note: 'schools that have what the goal wants' },
    { key: 'value', label: 'Value', unit: 'percent', note: 'attained, of the schools the goal counts' },
    { key: 'target', label: 'Target', unit: 'percent', known: true },
    {
      key: 'trajectory',
      label: 'Trajectory',
      unit: 'percent',
      note: 'where the straight line from baseline to target is on the day',
      known: true,
    },
    {
      key: 'needed',
      label: 'Needed',
      unit: 'schools',
      note: 'schools more that must have it for the target to be met',
      joint: true,
    },
    { key: 'status', label: 'Status', unit: 'words', follows: true },
  ],
  totalColumns: [],
  notes: [
    'A goal is met at its target, on track at its trajectory, else behind. It cannot be told of fewer than ten schools, or where no audit, award or other sign the goal rests on is newer than 24 months.',
  ],
  fine: true,
  from: ['register', 'links', 'goals', 'audits', 'awards', 'reflections', 'dataForms'],
  find(evidence, cohort, { asOf }) {
    const goals = evidence.goals.toSorted((a, b) => inEnglish.compare(a.goal, b.goal))
    return {
      rows: goals.map((goal) => rowOf(evidence, partOf(evidence, cohort, goal.population), goal, asOf)),
      totals: {},
      identities: [],
      terms: goals.map(({ goal, title }) => ({ term: goal, meaning: title })),
    }
  },
}

/** As people count: the second goal before the tenth. */
const inEnglish = new Intl.Collator('en-GB', { numeric: true })

function rowOf(evidence: Evidence, schools: Cohort, goal: Goal, asOf: Day): GoalAttainmentRow {
  const [n, attained] = [schools.size, attainedBy(evidence, schools, goal, asOf)]
  const trajectory = trajectoryAt(goal, asOf)
  const canTell = n >= leastSchools && hasNews(evidence, schools, goal, asOf)
  return {
    goal: goal.goal,
    n,
    attained,
    value: percentOf(attained, n),
    target: roundHalfUp(goal.targetPercent, 1),
    trajectory: trajectory === null ? 'z' : roundHalfUp(Number(trajectory.part) / Number(trajectory.of), 1),
    needed: n === 0 ? 'z' : neededFor(attained, n, goal),
    status: canTell ? statusOf(percentCounted(attained, n), goal, trajectory) : 'cannot tell',
  }
}

/** The least number of schools more with which the target is met, unrounded. */
function neededFor(attained: number, n: number, { targetPercent }: Goal): number {
  const { part, of } = percentSaid(targetPercent)
  const [wanted, hundred] = [part * BigInt(n), of * 100n]
  return Math.max(0, Number((wanted + hundred - 1n) / hundred) - attained)
}

function statusOf(value: Percent, { targetPercent }: Goal, trajectory: Percent | null): GoalStatus {
  if (isAtLeast(value, percentSaid(targetPercent))) return 'met'
  if (trajectory === null) return 'cannot tell'
  return isAtLeast(value, trajectory) ? 'on track' : 'behind'
}
