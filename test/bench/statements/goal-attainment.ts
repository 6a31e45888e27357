import { wordsOf } from '../../../analytics/evidence/columns.ts'
import type { Goal } from '../../../analytics/evidence/facts.ts'
import { awards } from '../../../analytics/framework/award.ts'
import { addMonths, dayNumber } from '../../../analytics/framework/day.ts'
import { levelCode, levels } from '../../../analytics/framework/level.ts'
import { phases } from '../../../analytics/framework/phase.ts'
import { strands } from '../../../analytics/framework/strand.ts'
import { percentOf, roundHalfUp } from '../../../analytics/measures/percent.ts'
import { isAtLeast, percentCounted, percentSaid, trajectoryAt } from '../../../analytics/measures/goal-trajectory.ts'
import { latestAward } from './award-ladder.ts'
import { countOf, latestAudit, type Asking, type Statement } from './statement.ts'

/** Where a goal's schools are counted: in their latest award, their latest audit, or the population. */
type Table = 'award' | 'audit' | 'speaker'

const tableOf = ({ wanted }: Goal): Table =>
  awards.some((name) => name === wanted) ? 'award' : wanted === 'Engaged' ? 'speaker' : 'audit'

/** Which rows are of the schools that a goal counts. */
function partOf({ population }: Goal, { evidence }: Asking): string {
  if (population === 'All') return 'true'
  const phase = phases.findIndex((name) => name === population)
  return phase === -1 ? `la = ${wordsOf(evidence.urns, 'la').indexOf(population)}` : `phase = ${phase}`
}

/** Which rows have what a goal wants. */
function attained({ wanted, strand }: Goal, { day }: Asking): string {
  if (wanted === 'Engaged') return `engaged_on <= ${day}`
  if (wanted === 'Audited') return 'true'
  if (wanted === 'Re-audited') return 'once = 0'
  const award = awards.findIndex((name) => name === wanted)
  if (award !== -1) return `valid_on >= ${day} and award >= ${award}`
  const least = levelCode(levels.find((name) => name === wanted) ?? null)
  return strands
    .flatMap((name, at) => (strand === null || strand === name ? [`level${at} >= ${least}`] : []))
    .join(' and ')
}

/** One scan of each table counts for all goals; trajectory and status are ours. An audit is always news here. */
export const goalAttainment: Statement = {
  text: (asking) => {
    const { evidence, open } = asking
    const columns = (table: Table, of: (goal: Goal) => string): string =>
      evidence.goals.map((goal, at) => `${tableOf(goal) === table ? of(goal) : 0} as g${at}`).join(', ')
    const met = (table: Table): string =>
      columns(table, (goal) => countOf(`${partOf(goal, asking)} and ${attained(goal, asking)}`))
    const news = (table: 'award' | 'audit'): string =>
      evidence.goals
        .map((goal) => (tableOf(goal) === 'award' ? table === 'award' : table === 'audit'))
        .map((isHere, at) => {
          const on = table === 'award' ? 'award_on' : 'held_on'
          const part = partOf(evidence.goals[at]!, asking)
          return `${isHere ? `coalesce(max(${on}) filter (where ${part}), 0)` : 0} as g${at}`
        })
        .join(', ')
    const all = evidence.goals.map((goal, at) => `${countOf(partOf(goal, asking))} as g${at}`).join(', ')
    return `select 0 as part, ${all} from speaker where ${open}
      union all select 1, ${met('speaker')} from speaker where ${open}
      union all select 1, ${met('audit')} from audit where ${latestAudit(asking)}
      union all select 1, ${met('award')} from award where ${latestAward(asking)}
      union all select 2, ${news('audit')} from audit where ${latestAudit(asking)}
      union all select 2, ${news('award')} from award where ${latestAward(asking)}`
  },
  read: (rows, { asked, evidence }) => {
    const since = dayNumber(addMonths(asked.asOf, -24))
    const found = evidence.goals.map((goal, at) => {
      const told = (part: number) => rows.filter((row) => row['part'] === part).map((row) => row[`g${at}`]!)
      const sum = (part: number) => told(part).reduce((all, each) => all + each, 0)
      return rowOf(goal, asked.asOf, sum(0), sum(1), Math.max(...told(2)) > since)
    })
    return { rows: found, totals: {} }
  },
}

function rowOf(goal: Goal, asOf: string, n: number, attained: number, isNew: boolean) {
  const [target, trajectory] = [percentSaid(goal.targetPercent), trajectoryAt(goal, asOf)]
  const reaches = (schools: number, percent = target): boolean => isAtLeast(percentCounted(schools, n), percent)
  let needed = 0
  if (n > 0) while (!reaches(attained + needed)) needed++
  const standing = trajectory === null ? 'cannot tell' : reaches(attained, trajectory) ? 'on track' : 'behind'
  return {
    goal: goal.goal,
    n,
    attained,
    value: percentOf(attained, n),
    target: roundHalfUp(goal.targetPercent, 1),
    trajectory: trajectory === null ? 'z' : roundHalfUp(Number(trajectory.part) / Number(trajectory.of), 1),
    needed: n === 0 ? 'z' : needed,
    status: n < 10 || !isNew ? 'cannot tell' : reaches(attained) ? 'met' : standing,
  }
}
