import { levels } from '../../../analytics/framework/level.ts'
import { count, latestAudit, total, type Statement } from './statement.ts'

const rated = 2

export const transitionMatrix: Statement = {
  text: (asking) => `select ${rated} as once, 0 as was, 0 as now, ${count} as n from speaker
    where rated${asking.strand} <= ${asking.day} and ${asking.open}
    union all select once, first${asking.strand}, level${asking.strand}, ${count} from audit
    where ${latestAudit(asking)} group by 1, 2, 3`,
  read: (rows) => {
    const compared = rows.filter(({ once, was, now }) => once === 0 && was !== 0 && now !== 0)
    const single = rows.filter(({ once, now }) => once === 1 && now !== 0)
    const found = levels.map((first, turn) => {
      const to = (level: number) => total(compared, ({ was, now }) => was === turn + 1 && now === level)
      const notYet = total(single, ({ now }) => now === turn + 1)
      return { first, focusing: to(1), developing: to(2), establishing: to(3), enhancing: to(4), notYet }
    })
    const n = total(rows, ({ once }) => once === rated)
    return { rows: found, totals: { n, notComparable: n - total(compared) - total(single) } }
  },
}
