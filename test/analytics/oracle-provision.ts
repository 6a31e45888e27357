/** A second, plain reading of provision-figures, from docs/measures.md. */
import type { Facts, FormFigure } from '../../analytics/evidence/facts.ts'
import { hasBegun } from './oracle-days.ts'
import { tenthOf } from './oracle-numbers.ts'
import { plainPopulation, type PlainWhere } from './oracle-population.ts'
import type { PlainSchool } from './oracle-schools.ts'

const figures = [
  'whole-class pupils',
  'whole-class terms',
  'individual-lesson pupils',
  'small-group pupils',
  'large-group pupils',
  'subsidised pupils',
  'ensembles',
  'ensemble pupils',
  'choirs',
  'choir pupils',
  'curriculum minutes a week',
  'subject lead named',
  'staff trained',
  'music development plan',
  'instruments loaned',
  'performances a year',
  'live performances attended',
]

/** A number written with up to four decimals, in ten-thousandths. */
const exactly = (value: number): bigint => BigInt(Math.round(value * 10_000))

function totalOf(figure: string, given: readonly FormFigure[]): number | 'z' {
  if (figure === 'whole-class terms' || figure === 'curriculum minutes a week') return 'z'
  if (figure === 'subject lead named' || figure === 'music development plan')
    return given.filter(({ value }) => value > 0).length
  return tenthOf(
    given.reduce((sum, { value }) => sum + exactly(value), 0n),
    10_000n,
  )
}

function medianOf(figure: string, given: readonly FormFigure[]): number | 'z' {
  if (figure === 'subject lead named' || figure === 'music development plan') return 'z'
  const values = given.map(({ value }) => exactly(value)).toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  const [low, high] = [values[Math.floor((values.length - 1) / 2)]!, values[Math.floor(values.length / 2)]!]
  return tenthOf(low + high, 20_000n)
}

interface PlainGiven {
  readonly year: number
  readonly figure: string
  readonly breakdown: string
  readonly given: readonly FormFigure[]
}

/** What a figure is of pupils on roll: of each school by itself what it gives and how many it has, where both are told. */
function plainShares(facts: Facts, schools: readonly PlainSchool[], { year, figure, breakdown, given }: PlainGiven) {
  if (breakdown !== '' || !figure.endsWith('pupils')) return { rollSchools: 'z', rollTotal: 'z', roll: 'z' }
  const both: (readonly [told: bigint, roll: bigint])[] = []
  for (const { urns } of schools) {
    const told = given.filter(({ urn }) => urns.includes(urn))
    const rolls = urns.flatMap(
      (urn) =>
        facts.schoolYears.find((row) => row.urn === urn && row.year === year && row.pupils !== null)?.pupils ?? [],
    )
    if (told.length === 1 && rolls.length > 0) both.push([exactly(told[0]!.value), exactly(rolls[0]!)])
  }
  if (both.length === 0) return { rollSchools: 0, rollTotal: 'x', roll: 'x' }
  const sum = (at: 0 | 1): number =>
    tenthOf(
      both.reduce((all, pair) => all + pair[at], 0n),
      10_000n,
    )
  return { rollSchools: both.length, rollTotal: sum(0), roll: sum(1) }
}

export function plainProvisionFigures(facts: Facts, day: string, where: PlainWhere, during?: number) {
  const schools = plainPopulation(facts, day, where)
  const ours = new Set(schools.flatMap(({ urns }) => urns))
  const isOurs = ({ urn, year }: { readonly urn: number; readonly year: number }): boolean =>
    ours.has(urn) && hasBegun(year, day) && (during === undefined || during === year)
  const forms = facts.dataForms.filter(isOurs)
  const years = [...new Set(forms.map(({ year }) => year))].toSorted((a, b) => b - a)
  const rows = years.flatMap((year) =>
    figures.flatMap((figure) => {
      const ofFigure = facts.formFigures.filter((row) => isOurs(row) && row.year === year && row.figure === figure)
      const breakdowns = [...new Set(ofFigure.map(({ breakdown }) => breakdown))].toSorted((a, b) => (a < b ? -1 : 1))
      return breakdowns.map((breakdown) => {
        const given = ofFigure.filter((row) => row.breakdown === breakdown)
        const estimated = given.filter((row) => row.estimated === true)
        const all = forms.filter((form) => form.year === year).length
        return {
          year,
          figure,
          breakdown: breakdown === '' ? 'All' : breakdown,
          forms: all,
          given: given.length,
          notGiven: all - given.length,
          total: totalOf(figure, given),
          median: medianOf(figure, given),
          estimatedForms: estimated.length,
          estimatedTotal: totalOf(figure, estimated),
          ...plainShares(facts, schools, { year, figure, breakdown, given }),
        }
      })
    }),
  )
  return { rows, totals: { forms: forms.length } }
}
