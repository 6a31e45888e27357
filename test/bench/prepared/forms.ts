import { codesOf, numbersOf } from '../../../analytics/evidence/columns.ts'
import type { Evidence } from '../../../analytics/evidence/evidence.ts'
import type { Place } from './place.ts'
import type { Prepared } from './table.ts'

/** Data forms. */
export function forms({ dataForms }: Evidence, place: Place): Prepared {
  const year = numbersOf(dataForms, 'year')
  return place('form', ['year'], numbersOf(dataForms, 'school'), [['short', 'year', (row) => year[row]!]])
}

/** Their figures. */
export function figures({ formFigures }: Evidence, place: Place): Prepared {
  const [year, figure] = [numbersOf(formFigures, 'year'), numbersOf(formFigures, 'figure')]
  const [breakdown, value] = [codesOf(formFigures, 'breakdown'), numbersOf(formFigures, 'value')]
  const estimated = numbersOf(formFigures, 'estimated')
  return place('figure', ['year', 'figure', 'breakdown', 'value'], numbersOf(formFigures, 'school'), [
    ['short', 'year', (row) => year[row]!],
    ['byte', 'figure', (row) => figure[row]!],
    ['byte', 'breakdown', (row) => breakdown[row]!],
    ['short', 'value', (row) => value[row]!],
    ['byte', 'estimated', (row) => estimated[row]!],
  ])
}
