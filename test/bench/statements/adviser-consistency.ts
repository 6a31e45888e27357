import { wordsOf } from '../../../analytics/evidence/columns.ts'
import { byNameBut } from '../../../analytics/framework/by-name.ts'
import { phases } from '../../../analytics/framework/phase.ts'
import { percentOf } from '../../../analytics/measures/percent.ts'
import { wilson } from '../../../analytics/statistics/wilson.ts'
import { count, total, type SqlRow, type Statement } from './statement.ts'

/** The SQL counts audits by adviser, framework, phase and level; what was to be expected is ours. */
export const adviserConsistency: Statement = {
  text: ({ day, open, strand }) => `select adviser, framework, phase, level${strand} as level, ${count} as n
    from audit where held_on <= ${day} and level${strand} > 0 and ${open} group by 1, 2, 3, 4`,
  read: (rows, { evidence }) => {
    const names = wordsOf(evidence.audits, 'adviser')
    const strata = new Map<number, { n: number; reached: number }>()
    for (const row of rows) {
      const stratum = strata.get(stratumOf(row)) ?? { n: 0, reached: 0 }
      strata.set(stratumOf(row), stratum)
      stratum.n += row['n']!
      stratum.reached += row['level']! >= 3 ? row['n']! : 0
    }
    const found = [...Map.groupBy(rows, ({ adviser }) => names[adviser!] || 'Unknown')]
      .map(([adviser, of]) => rowOf(adviser, of, strata))
      .toSorted((a, b) => byNameBut('Unknown')(a.adviser, b.adviser))
    const advisers = found.filter(({ adviser }) => adviser !== 'Unknown').length
    return { rows: found, totals: { audits: total(rows), advisers } }
  },
}

const stratumOf = ({ framework = 0, phase = 0 }: SqlRow): number => framework * phases.length + phase

function rowOf(
  adviser: string,
  rows: readonly SqlRow[],
  strata: ReadonlyMap<number, { readonly n: number; readonly reached: number }>,
) {
  const at = (code: number): number => total(rows, ({ level }) => level === code)
  const [focusing, developing, establishing, enhancing] = [at(1), at(2), at(3), at(4)]
  const [n, atOrAbove] = [total(rows), establishing + enhancing]
  const expected =
    rows.reduce((sum, row) => {
      const stratum = strata.get(stratumOf(row))!
      return sum + (row['n']! * stratum.reached) / stratum.n
    }, 0) / n
  const { lower = 0, upper = 1 } = wilson(atOrAbove, n) ?? {}
  const standing = n < 10 ? 'too few to say' : expected < lower ? 'higher' : expected > upper ? 'lower' : 'as expected'
  return {
    adviser,
    n,
    focusing,
    developing,
    establishing,
    enhancing,
    atOrAbove,
    share: percentOf(atOrAbove, n),
    expected: percentOf(expected, 1),
    lower: percentOf(lower, 1),
    upper: percentOf(upper, 1),
    standing,
  }
}
