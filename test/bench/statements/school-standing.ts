import { wordsOf } from '../../../analytics/evidence/columns.ts'
import { comparableNames } from '../../../analytics/evidence/comparable.ts'
import { byNameBut } from '../../../analytics/framework/by-name.ts'
import { levels } from '../../../analytics/framework/level.ts'
import { strands } from '../../../analytics/framework/strand.ts'
import { levelIn } from './strand-profile.ts'
import { count, latestAudit, type Statement } from './statement.ts'

const population = -1

/** The SQL counts schools by framework and levels; above, level with and below are sums of ours. */
export const schoolStanding: Statement = {
  text: (asking) => `select ${population} as framework, 0 as levels, ${count} as n from speaker where ${asking.open}
    union all select framework, levels, ${count} from audit where ${latestAudit(asking)} group by framework, levels`,
  read: (rows, { evidence }) => {
    const names = wordsOf(evidence.audits, 'framework')
    const comparable = comparableNames(evidence)
    const tallies = new Map<string, number[][]>()
    let notAudited = 0
    for (const { framework = 0, levels = 0, n = 0 } of rows) {
      notAudited += framework === population ? n : -n
      if (framework === population) continue
      const tally = tallies.get(names[framework]!) ?? strands.map(() => [0, 0, 0, 0, 0])
      tallies.set(names[framework]!, tally)
      tally.forEach((counts, strand) => (counts[levelIn(levels, strand)]! += n))
    }
    const found = [...tallies.keys()].toSorted(byNameBut('')).flatMap((framework) =>
      strands.flatMap((strand, turn) =>
        levels.map((level, at) => {
          const row = { above: 0, levelWith: 0, below: 0, notComparable: 0, notRated: 0, notAudited }
          for (const [other, tally] of tallies)
            tally[turn]!.forEach((n, code) => {
              if (code === 0) row.notRated += n
              else if (!comparable(framework, other)) row.notComparable += n
              else row[code > at + 1 ? 'above' : code < at + 1 ? 'below' : 'levelWith'] += n
            })
          return { framework, strand, level, ...row }
        }),
      ),
    )
    const peers = rows.reduce((sum, { framework, n = 0 }) => (framework === population ? n : sum), 0)
    return { rows: found, totals: { peers } }
  },
}
