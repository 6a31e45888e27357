import { wordsOf } from '../../../analytics/evidence/columns.ts'
import { byNameBut } from '../../../analytics/framework/by-name.ts'
import { percentOf } from '../../../analytics/measures/percent.ts'
import { funnelLimits } from '../../../analytics/statistics/funnel-limits.ts'
import { funnelStanding } from '../../../analytics/statistics/funnel-standing.ts'
import { count, countOf, latestAudit, type Statement } from './statement.ts'

/** The SQL counts schools by district; the limits are ours. */
export const districtFunnel: Statement = {
  text: (asking) => `select district, ${count} as schools, 0 as n, 0 as reached
    from speaker where ${asking.open} group by district
    union all select district, 0, ${countOf(`level${asking.strand} > 0`)}, ${countOf(`level${asking.strand} >= 3`)}
    from audit where ${latestAudit(asking)} group by district`,
  read: (rows, { evidence }) => {
    const names = wordsOf(evidence.urns, 'district')
    const sum = (key: string, of = rows): number => of.reduce((all, row) => all + row[key]!, 0)
    const [n, atOrAbove] = [sum('n'), sum('reached')]
    const centre = n === 0 ? 0 : atOrAbove / n
    const found = [...Map.groupBy(rows, ({ district }) => names[district!] || 'Unknown')]
      .toSorted(([a], [b]) => byNameBut('Unknown')(a, b))
      .map(([district, of]) => rowOf(district, sum('schools', of), sum('n', of), sum('reached', of), centre))
    return { rows: found, totals: { n, atOrAbove, centre: percentOf(atOrAbove, n) } }
  },
}

function rowOf(district: string, schools: number, n: number, atOrAbove: number, centre: number) {
  const [near, far] = ([0.95, 0.998] as const).map((confidence) => funnelLimits(centre, n, confidence))
  const percent = (limit: number | undefined) => (limit === undefined ? 'z' : percentOf(limit, 1))
  return {
    district,
    schools,
    n,
    atOrAbove,
    share: percentOf(atOrAbove, n),
    lower95: percent(near?.lower),
    upper95: percent(near?.upper),
    lower998: percent(far?.lower),
    upper998: percent(far?.upper),
    standing: n < 10 ? 'too few to say' : standingOf(atOrAbove, n, centre),
  }
}

function standingOf(atOrAbove: number, n: number, centre: number): string {
  const far = funnelStanding(atOrAbove, n, centre, 0.998)
  if (far === 'above' || far === 'below') return far
  const near = funnelStanding(atOrAbove, n, centre, 0.95)
  return near === 'above' || near === 'below' ? `${near}, perhaps by chance` : 'as expected'
}
