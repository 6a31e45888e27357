import { codesOf, numbersOf, wordsOf } from '../../../analytics/evidence/columns.ts'
import type { Evidence } from '../../../analytics/evidence/evidence.ts'
import { dataFormFigures } from '../../../analytics/framework/data-form-figure.ts'
import type { Place } from './place.ts'
import type { Prepared } from './table.ts'

/** Data forms. */
export function forms({ dataForms }: Evidence, place: Place): Prepared {
  const year = numbersOf(dataForms, 'year')
  return place('form', ['year'], numbersOf(dataForms, 'school'), [['short', 'year', (row) => year[row]!]])
}

/** Their figures; those of pupils in all with the roll of the school in that year, 0 where it is not known. */
export function figures(evidence: Evidence, place: Place): Prepared {
  const { formFigures } = evidence
  const rolls = rollsBeside(evidence)
  const [year, figure] = [numbersOf(formFigures, 'year'), numbersOf(formFigures, 'figure')]
  const [breakdown, value] = [codesOf(formFigures, 'breakdown'), numbersOf(formFigures, 'value')]
  const estimated = numbersOf(formFigures, 'estimated')
  return place('figure', ['year', 'figure', 'breakdown', 'value'], numbersOf(formFigures, 'school'), [
    ['short', 'year', (row) => year[row]!],
    ['byte', 'figure', (row) => figure[row]!],
    ['byte', 'breakdown', (row) => breakdown[row]!],
    ['short', 'value', (row) => value[row]!],
    ['byte', 'estimated', (row) => estimated[row]!],
    ['short', 'roll', (row) => rolls[row]!],
  ])
}

/** Beside each figure of pupils in all that one form of a school gives: its roll of that year. */
function rollsBeside({ formFigures, schoolYears, schools }: Evidence): Uint16Array {
  const [school, year] = [numbersOf(schoolYears, 'school'), numbersOf(schoolYears, 'year')]
  const pupils = numbersOf(schoolYears, 'pupils')
  const rollOf = new Map<number, number>()
  for (let row = school.length - 1; row >= 0; row--)
    if (pupils[row]! > 0) rollOf.set(year[row]! * schools.numRows + school[row]!, pupils[row]!)
  const [of, told] = [numbersOf(formFigures, 'school'), numbersOf(formFigures, 'year')]
  const [figure, breakdown] = [numbersOf(formFigures, 'figure'), codesOf(formFigures, 'breakdown')]
  const inAll = wordsOf(formFigures, 'breakdown').indexOf('')
  const isOfPupils = dataFormFigures.map((name) => name.endsWith('pupils'))
  const given = Map.groupBy(
    [...of.keys()].filter((row) => breakdown[row] === inAll && isOfPupils[figure[row]!]),
    (row) => `${of[row]} ${told[row]} ${figure[row]}`,
  )
  const rolls = new Uint16Array(of.length)
  for (const [row = 0, ...more] of given.values())
    if (more.length === 0) rolls[row] = rollOf.get(told[row]! * schools.numRows + of[row]!) ?? 0
  return rolls
}
