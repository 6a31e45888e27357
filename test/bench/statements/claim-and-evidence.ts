import { achievements } from '../../../analytics/framework/achieved.ts'
import { count, total, type Statement } from './statement.ts'

const claims = [...achievements, 'Not answered'] as const
const outcomes = ['up', 'same', 'down', 'notComparable', 'notYet', 'noStrand'] as const

export const claimAndEvidence: Statement = {
  text: ({
    day,
    open,
  }) => `select month, achieved, case when next_on > ${day} then 4 else change end as result, ${count} as n
    from outcome where returned_on <= ${day} and ${open} group by 1, 2, 3`,
  read: (rows) => {
    const found = ([12, 24] as const).flatMap((month) =>
      claims.map((claim, at) => {
        const of = rows.filter((row) => row['month'] === month && row['achieved'] === (at + 1) % claims.length)
        const counts = outcomes.map((key, code) => [key, total(of, ({ result }) => result === code)])
        return { month, claim, ...Object.fromEntries(counts) }
      }),
    )
    return { rows: found, totals: { priorities: total(rows) } }
  },
}
