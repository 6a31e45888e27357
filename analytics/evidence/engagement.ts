import { firstDayOf } from '../framework/academic-year.ts'
import { dayNumber } from '../framework/day.ts'
import { numbersOf } from './columns.ts'
import { never } from './endless.ts'
import type { Evidence } from './evidence.ts'

/** Each school's first sign of engagement: an audit, a returned reflection, or the first day of a data form's year. */
export function firstEngagements(
  schools: number,
  { audits, dataForms, reflections }: Pick<Evidence, 'audits' | 'dataForms' | 'reflections'>,
): Int32Array {
  const first = new Int32Array(schools).fill(never)
  const engage = (schoolOf: Uint32Array, days: Iterable<number>): void => {
    let row = 0
    for (const day of days) {
      const school = schoolOf[row++]!
      first[school] = Math.min(first[school]!, day)
    }
  }
  engage(numbersOf(audits, 'school'), numbersOf(audits, 'heldOn'))
  engage(numbersOf(reflections, 'school'), numbersOf(reflections, 'returnedOn'))
  engage(
    numbersOf(dataForms, 'school'),
    Array.from(numbersOf(dataForms, 'year'), (year) => dayNumber(firstDayOf(year))),
  )
  return first
}
