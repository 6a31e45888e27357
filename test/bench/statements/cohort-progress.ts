import { lastDayOf } from '../../../analytics/framework/academic-year.ts'
import { strands } from '../../../analytics/framework/strand.ts'
import { count, countOf, total, type SqlRow, type Statement } from './statement.ts'

const columns = strands.flatMap((_, at) => [
  `${countOf(`level${at} > 0`)} as n${at}`,
  `${countOf(`level${at} >= 3`)} as reached${at}`,
])
const population = 0

/** The SQL counts audits by cohort and by the years at whose ends they were the latest; each year's sums are ours. */
export const cohortProgress: Statement = {
  text: ({ day, year, open }) => `select ${population} as cohort, 0 as year, 0 as until, ${count} as n,
      ${strands.map((_, at) => `0 as n${at}, 0 as reached${at}`).join(', ')} from speaker where ${open}
    union all select cohort, year, case when next_on > ${day} then ${year + 1} else next_year end, ${count}, ${columns.join(', ')}
    from audit where held_on <= ${day} and (next_on > ${day} or next_year > year) and ${open} group by 1, 2, 3`,
  read: (rows, { asked, year: now }) => {
    const groups = rows.filter(({ cohort }) => cohort !== population)
    const cohorts = [...Map.groupBy(groups, ({ cohort }) => cohort!)].toSorted(([a], [b]) => a - b)
    const sizeOf = (of: readonly SqlRow[]): number => total(of, ({ until }) => until === now + 1)
    const found = cohorts.flatMap(([cohort, of]) =>
      Array.from({ length: now - cohort + 1 }, (_, yearsSince) => {
        const at = of.filter(({ year, until }) => year! <= cohort + yearsSince && until! > cohort + yearsSince)
        const sum = (key: string): number => at.reduce((all, row) => all + row[key]!, 0)
        const partial = asked.asOf < lastDayOf(cohort + yearsSince)
        return strands.map((strand, turn) => ({
          cohort,
          yearsSince,
          partial,
          strand,
          size: sizeOf(of),
          n: sum(`n${turn}`),
          atOrAboveEstablishing: sum(`reached${turn}`),
        }))
      }).flat(),
    )
    const audited = sizeOf(groups)
    return {
      rows: found,
      totals: { audited, notAudited: total(rows, ({ cohort }) => cohort === population) - audited },
    }
  },
}
