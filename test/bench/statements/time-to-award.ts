import { awards } from '../../../analytics/framework/award.ts'
import { normalQuantile } from '../../../analytics/statistics/normal-quantile.ts'
import { survivalInterval } from '../../../analytics/statistics/survival-interval.ts'
import { survivalQuantile } from '../../../analytics/statistics/survival-quantile.ts'
import { count, total, type Asking, type Statement } from './statement.ts'

const rankOf = ({ asked }: Asking): number => awards.indexOf(asked.where.award ?? awards[0])

/** The SQL counts waits by their days; who is at risk, and the Kaplan-Meier arithmetic, are ours. */
export const timeToAward: Statement = {
  text: (asking) => {
    const [{ day, open }, rank] = [asking, rankOf(asking)]
    const audited = `first_on <= ${day} and ${open}`
    return `select wait${rank} as wait, 1 as got, ${count} as n from wait where got${rank}_on <= ${day} and ${audited} group by 1
      union all select ${day} - first_on, 0, ${count} from wait where got${rank}_on > ${day} and ${audited} group by 1
      order by 1`
  },
  read: (rows) => {
    const n = total(rows)
    const steps = stepsOf(rows, n)
    const events = total(rows, ({ got }) => got === 1)
    const found = steps.map(({ time, atRisk, happened, censored, survival, lower, upper }) => ({
      day: time,
      atRisk,
      events: happened,
      censored,
      survival,
      lower: lower ?? 'z',
      upper: upper ?? 'z',
    }))
    return { rows: found, totals: { n, events, censored: n - events, median: survivalQuantile(steps, 0.5) ?? 'x' } }
  },
}

/** Survival by the days of the waits, which come in order. */
function stepsOf(rows: Parameters<Statement['read']>[0], all: number) {
  const z = normalQuantile(0.975)
  const steps = []
  let [atRisk, survival, greenwood] = [all, 1, 0]
  for (let at = 0; at < rows.length;) {
    const time = rows[at]!['wait']!
    let [happened, censored] = [0, 0]
    for (; rows[at]?.['wait'] === time; at++)
      if (rows[at]!['got'] === 1) happened += rows[at]!['n']!
      else censored += rows[at]!['n']!
    const after = atRisk - happened
    survival *= after / atRisk
    greenwood += happened === 0 ? 0 : happened / (atRisk * after)
    const { lower, upper } = survivalInterval(survival, greenwood, 'log-log', z) ?? { lower: null, upper: null }
    const error = survival === 0 ? null : survival * Math.sqrt(greenwood)
    steps.push({ time, atRisk, happened, censored, survival, error, lower, upper })
    atRisk = after - censored
  }
  return steps
}
