import { wordsOf } from '../../../analytics/evidence/columns.ts'
import { comparableNames } from '../../../analytics/evidence/comparable.ts'
import { phases } from '../../../analytics/framework/phase.ts'
import { percentOf, pointsOf } from '../../../analytics/measures/percent.ts'
import { newcombeDifference } from '../../../analytics/statistics/newcombe-difference.ts'
import { bandsOf } from '../prepared/traits.ts'
import { count, countOf, type Asking, type SqlRow, type Statement } from './statement.ts'

const characteristics = [
  { name: 'Free school meals', key: 'fsm', bands: bandsOf.fsm, against: 'Under 10%' },
  { name: 'Deprivation', key: 'deprivation', bands: bandsOf.deprivation, against: 'Least deprived fifth' },
  { name: 'SEND', key: 'send', bands: bandsOf.send, against: 'Under 10%' },
  { name: 'Size', key: 'size', bands: bandsOf.size, against: '211 to 420' },
  { name: 'Rural or urban', key: 'rural', bands: bandsOf.rural, against: 'Urban' },
  { name: 'Phase', key: 'phase', bands: phases, against: 'Primary' },
] as const

const keys = characteristics.map(({ key }) => key)

const counts = ({ strand }: Asking): string =>
  `${count} as n, ${countOf(`level${strand} > 0`)} as rated, ${countOf(`level${strand} >= 3`)} as reached`

/** The SQL counts schools by band and framework; the intervals of the differences are ours. */
export const equityGap: Statement = {
  text: (asking) => {
    const from = `from audited where ${asking.openBanded}`
    if (asking.hasSets)
      return `select ${keys.map((key) => `case when grouping(${key}) = 1 then -1 else ${key} end as ${key}`).join(', ')},
        framework, ${counts(asking)} ${from} group by grouping sets (${keys.map((key) => `(${key}, framework)`).join(', ')})`
    return keys
      .map((key) => {
        const columns = keys.map((other) => `${other === key ? other : -1} as ${other}`).join(', ')
        return `select ${columns}, framework, ${counts(asking)} ${from} group by ${key}, framework`
      })
      .join(' union all ')
  },
  read: (rows, { evidence }) => {
    const names = wordsOf(evidence.audits, 'framework')
    const comparable = comparableNames(evidence)
    const found = characteristics.flatMap(({ name, key, bands, against }) => {
      const groups = bands.flatMap((band, code) => {
        const of = rows.filter((row) => row[key] === code)
        return of.length === 0 ? [] : [groupOf(band, of, names)]
      })
      const other = groups.find(({ band }) => band === against)
      return groups.map((group) => {
        const isCompared = group.band !== against && group.band !== 'Unknown'
        const interval =
          isCompared && other !== undefined && newcombeDifference(group.atOrAbove, group.n, other.atOrAbove, other.n)
        const behind = [...group.frameworks, ...(other?.frameworks ?? [])]
        const isLike = behind.every((a) => behind.every((b) => comparable(a, b)))
        const mark = interval ? 'x' : 'z'
        const gap =
          interval && other !== undefined && isLike
            ? {
                difference: pointsOf(group.atOrAbove / group.n - other.atOrAbove / other.n),
                lower: pointsOf(interval.lower),
                upper: pointsOf(interval.upper),
              }
            : { difference: mark, lower: mark, upper: mark }
        return {
          characteristic: name,
          band: group.band,
          schools: group.schools,
          n: group.n,
          atOrAbove: group.atOrAbove,
          share: percentOf(group.atOrAbove, group.n),
          comparedWith: isCompared ? against : 'not compared',
          ...gap,
        }
      })
    })
    const all = groupOf(
      '',
      rows.filter(({ phase = -1 }) => phase >= 0),
      names,
    )
    return { rows: found, totals: { n: all.n, atOrAbove: all.atOrAbove } }
  },
}

function groupOf(band: string, rows: readonly SqlRow[], names: readonly string[]) {
  const sum = (key: string): number => rows.reduce((all, row) => all + row[key]!, 0)
  const frameworks = rows.flatMap(({ rated = 0, framework = 0 }) => (rated > 0 ? [names[framework]!] : []))
  return { band, schools: sum('n'), n: sum('rated'), atOrAbove: sum('reached'), frameworks }
}
