import { strands } from '../../../analytics/framework/strand.ts'
import { count, latestAudit, type Statement } from './statement.ts'

/** The level of a strand in the code of all four. */
export const levelIn = (levels: number, strand: number): number => Math.trunc(levels / 5 ** strand) % 5

const population = -1

export const strandProfile: Statement = {
  text: (asking) => `select ${population} as levels, ${count} as n from speaker where ${asking.open}
    union all select levels, ${count} from audit where ${latestAudit(asking)} group by levels`,
  read: (rows) => {
    const tallies = strands.map(() => [0, 0, 0, 0, 0])
    let notAudited = 0
    for (const { levels = 0, n = 0 } of rows) {
      notAudited += levels === population ? n : -n
      if (levels !== population) tallies.forEach((tally, strand) => (tally[levelIn(levels, strand)]! += n))
    }
    const found = strands.map((strand, at) => {
      const [notRated, focusing, developing, establishing, enhancing] = tallies[at]!
      return { strand, focusing, developing, establishing, enhancing, notRated, notAudited }
    })
    return { rows: found, totals: {} }
  },
}
