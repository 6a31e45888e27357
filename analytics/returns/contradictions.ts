import { populationOf } from '../cohorts/population.ts'
import { codesOf, numbersOf, wordsOf } from '../evidence/columns.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { lastDayOf, type AcademicYear } from '../framework/academic-year.ts'
import { breakdownKeys, dataFormFigures, type DataFormFigure } from '../framework/data-form-figure.ts'

/** A school whose data form says what cannot be so. */
export interface Contradiction {
  readonly urn: number
  readonly name: string
  readonly said: string
}

/** Figures of pupils: none can be more than the pupils on roll. */
const ofPupils: readonly DataFormFigure[] = dataFormFigures.filter((figure) => figure.endsWith('pupils'))

/** Groups, and the pupils in them: where there is none of the first there is none of the second. */
const groups: readonly (readonly [DataFormFigure, DataFormFigure])[] = [
  ['ensembles', 'ensemble pupils'],
  ['choirs', 'choir pupils'],
]

/**
 * What the data forms of an academic year contradict: more pupils in a figure than on roll, parts of a figure that are
 * more than the whole, pupils in groups of which there is none. By school, in the order of the evidence.
 */
export function contradictionsIn(evidence: Evidence, year: AcademicYear): readonly Contradiction[] {
  const { schools, urns } = populationOf(evidence, lastDayOf(year), {})
  const [urnOf, names, codes] = [
    numbersOf(evidence.urns, 'urn'),
    wordsOf(evidence.urns, 'name'),
    codesOf(evidence.urns, 'name'),
  ]
  return Array.from(schools).flatMap((school, at) => {
    const urn = urns[at]!
    const form = formOf(evidence, school, year)
    if (form.size === 0) return []
    const roll = rollOf(evidence, school, urn, year)
    const said = [...tooManyPupils(form, roll), ...partsTooLarge(form), ...groupsOfNone(form)]
    return said.map((each) => ({ urn: urnOf[urn]!, name: names[codes[urn]!] ?? '', said: each }))
  })
}

/** What a school's form says, by figure and breakdown. */
type Form = ReadonlyMap<string, number>

const keyOf = (figure: DataFormFigure, breakdown = ''): string => `${figure}\n${breakdown}`

function formOf({ formFigures, starts }: Evidence, school: number, year: AcademicYear): Form {
  const [years, figures] = [numbersOf(formFigures, 'year'), numbersOf(formFigures, 'figure')]
  const [values, words] = [numbersOf(formFigures, 'value'), wordsOf(formFigures, 'breakdown')]
  const breakdowns = codesOf(formFigures, 'breakdown')
  const form = new Map<string, number>()
  for (let row = starts.formFigures[school]!; row < starts.formFigures[school + 1]!; row++)
    if (years[row] === year) form.set(keyOf(dataFormFigures[figures[row]!]!, words[breakdowns[row]!]), values[row]!)
  return form
}

/** The pupils on roll of a school in a year, else as the register has them; not a number where neither tells. */
function rollOf({ schoolYears, starts, urns }: Evidence, school: number, urn: number, year: AcademicYear): number {
  const [years, pupils] = [numbersOf(schoolYears, 'year'), numbersOf(schoolYears, 'pupils')]
  for (let row = starts.schoolYears[school]!; row < starts.schoolYears[school + 1]!; row++)
    if (years[row] === year && !Number.isNaN(pupils[row])) return pupils[row]!
  return numbersOf(urns, 'pupils')[urn] ?? Number.NaN
}

const tooManyPupils = (form: Form, roll: number): readonly string[] =>
  ofPupils.flatMap((figure) => {
    const told = form.get(keyOf(figure)) ?? 0
    return told > roll ? [`${told} ${figure}, of ${roll} on roll`] : []
  })

const partsTooLarge = (form: Form): readonly string[] =>
  dataFormFigures.flatMap((figure) =>
    breakdownKeys.flatMap((key) => {
      const whole = form.get(keyOf(figure))
      // A pupil is in one key stage, and has one gender; other parts need not add up to anything.
      if (whole === undefined || (key !== 'key stage' && key !== 'gender')) return []
      const parts = form.entries().filter(([name]) => name.startsWith(keyOf(figure, `${key}=`)) && !name.includes(';'))
      const sum = parts.reduce((total, [, value]) => total + value, 0)
      return sum > whole ? [`${figure} by ${key} add up to ${sum}, of ${whole} in all`] : []
    }),
  )

const groupsOfNone = (form: Form): readonly string[] =>
  groups.flatMap(([group, pupils]) => {
    const told = form.get(keyOf(pupils)) ?? 0
    return form.get(keyOf(group)) === 0 && told > 0 ? [`${told} ${pupils}, and no ${group}`] : []
  })
