import { wordsOf } from '../../../analytics/evidence/columns.ts'
import { academicYearOf } from '../../../analytics/framework/academic-year.ts'
import { dataFormFigures } from '../../../analytics/framework/data-form-figure.ts'
import { roundHalfUp } from '../../../analytics/measures/percent.ts'
import { count, countOf, sumOf, total, type SqlRow, type Statement } from './statement.ts'

const forms = -1
const yesOrNo = new Set(['subject lead named', 'music development plan'])
const notSummed = new Set(['whole-class terms', 'curriculum minutes a week'])

/** The SQL counts values; sums and medians of so many of each are ours. */
export const provisionFigures: Statement = {
  text: ({ asked, open }) => {
    const begun = `year <= ${academicYearOf(asked.asOf)} and ${open}`
    return `select year, ${forms} as figure, 0 as breakdown, 0 as value, 0 as estimated, ${count} as n, 0 as known, 0 as roll
      from form where ${begun} group by year
      union all select year, figure, breakdown, value, estimated, ${count}, ${countOf('roll > 0')}, ${sumOf('roll')} from figure
      where ${begun} group by year, figure, breakdown, value, estimated order by 1, 2, 3, 4`
  },
  read: (rows, { evidence }) => {
    const words = wordsOf(evidence.formFigures, 'breakdown')
    const sent = new Map(rows.flatMap(({ year, figure, n }) => (figure === forms ? [[year!, n!] as const] : [])))
    const told = rows.filter(({ figure }) => figure !== forms)
    const found = runsOf(told)
      .toSorted(([a], [b]) => order(words, a!, b!))
      .map((of) => rowOf(of, sent.get(of[0]!['year']!) ?? 0, words))
    return { rows: found, totals: { forms: total(rows, ({ figure }) => figure === forms) } }
  },
}

/** Rows of one year, figure and breakdown: they come one after another. */
function runsOf(rows: readonly SqlRow[]): readonly (readonly SqlRow[])[] {
  const runs: SqlRow[][] = []
  for (const row of rows) {
    const last = runs.at(-1)?.[0]
    if (
      last?.['year'] === row['year'] &&
      last?.['figure'] === row['figure'] &&
      last?.['breakdown'] === row['breakdown']
    )
      runs.at(-1)!.push(row)
    else runs.push([row])
  }
  return runs
}

function order(words: readonly string[], a: SqlRow, b: SqlRow): number {
  const [here, there] = [words[a['breakdown']!]!, words[b['breakdown']!]!]
  return b['year']! - a['year']! || a['figure']! - b['figure']! || (here < there ? -1 : here > there ? 1 : 0)
}

function rowOf(of: readonly SqlRow[], sent: number, words: readonly string[]) {
  const { year = 0, figure: at = 0, breakdown = 0 } = of[0]!
  const figure = dataFormFigures[at]!
  const estimated = of.filter((row) => row['estimated'] === 1)
  const given = total(of)
  return {
    year,
    figure,
    breakdown: words[breakdown] || 'All',
    forms: sent,
    given,
    notGiven: sent - given,
    total: totalOf(figure, of),
    median: yesOrNo.has(figure) ? 'z' : roundHalfUp((valueAt(of, (given - 1) >> 1) + valueAt(of, given >> 1)) / 2, 1),
    estimatedForms: total(estimated),
    estimatedTotal: totalOf(figure, estimated),
    ...sharesOf(figure, words[breakdown] ?? '', of),
  }
}

function sharesOf(figure: string, breakdown: string, of: readonly SqlRow[]) {
  if (breakdown !== '' || !figure.endsWith('pupils')) return { rollSchools: 'z', rollTotal: 'z', roll: 'z' }
  const sum = (part: (row: SqlRow) => number): number => of.reduce((all, row) => all + part(row), 0)
  const rollSchools = sum(({ known = 0 }) => known)
  if (rollSchools === 0) return { rollSchools, rollTotal: 'x', roll: 'x' }
  return {
    rollSchools,
    rollTotal: sum(({ value = 0, known = 0 }) => value * known),
    roll: sum(({ roll = 0 }) => roll),
  }
}

/** The value at a place among all, lowest first: the rows come in that order. */
function valueAt(rows: readonly SqlRow[], place: number): number {
  let before = 0
  for (const { value = 0, n = 0 } of rows) if ((before += n) > place) return value
  return 0
}

function totalOf(figure: string, rows: readonly SqlRow[]): number | 'z' {
  if (notSummed.has(figure)) return 'z'
  if (yesOrNo.has(figure)) return total(rows, ({ value = 0 }) => value > 0)
  return rows.reduce((sum, { value = 0, n = 0 }) => sum + value * n, 0)
}
