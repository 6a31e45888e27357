import { strands } from '../../../analytics/framework/strand.ts'
import { count, latestAudit, total, type Statement } from './statement.ts'

const population = 2

export const strandProgress: Statement = {
  text: (asking) => `select ${population} as once, 0 as moves, ${count} as n from speaker where ${asking.open}
    union all select once, moves, ${count} from audit where ${latestAudit(asking)} group by once, moves`,
  read: (rows) => {
    const again = rows.filter(({ once }) => once === 0)
    const [reAudited, notYet] = [total(again), total(rows, ({ once }) => once === 1)]
    const notAudited = total(rows, ({ once }) => once === population) - reAudited - notYet
    const found = strands.map((strand, at) => {
      const moved = (way: number) => total(again, ({ moves = 0 }) => ((moves >> (2 * at)) & 3) === way)
      const [up, same, down] = [moved(1), moved(2), moved(3)]
      return { strand, up, same, down, notYet, notComparable: reAudited - up - same - down, notAudited }
    })
    return { rows: found, totals: {} }
  },
}
