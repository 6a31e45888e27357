import { academicYearText } from '../../analytics/framework/academic-year.ts'
import { isMark, type Figure } from '../../analytics/framework/mark.ts'
import type { Unit } from '../../analytics/measures/measure.ts'
import { percentOf } from '../../analytics/measures/percent.ts'
import { figureText, percentText, pointsText } from './number.ts'

/** A value of an answer, whatever its column. */
export type Value = string | number | boolean

/** Whether a column's values are words to a reader, academic years and yes or no included: they stand to the left. */
export const isInWords = (unit: Unit): boolean => unit === 'words' || unit === 'academic year' || unit === 'yes or no'

/** A share as the percentage it is, to one decimal, half up: 0.125 is 12.5. A mark stays what it is. */
export const percentOfShare = (share: Figure): Figure => percentOf(share, 1)

/** The value as a figure; not available where it is none. */
export const figureIn = (value: Value): Figure => (typeof value === 'number' || isMark(value) ? value : 'x')

/**
 * The value as tables write it: `1,234`, `12.5%`, `2023/24`, `Yes`, or its mark in square brackets. For example, the
 * share 0.125 is `12.5%`.
 */
export function valueText(unit: Unit, value: Value = 'x'): string {
  if (unit === 'words') return String(value)
  if (isMark(value)) return figureText(value)
  switch (unit) {
    case 'academic year':
      return typeof value === 'number' ? academicYearText(value) : String(value)
    case 'yes or no':
      return value === true ? 'Yes' : 'No'
    case 'percent':
      return percentText(figureIn(value))
    case 'pp':
      return pointsText(figureIn(value))
    case 'share':
      return percentText(percentOfShare(figureIn(value)))
    default:
      return figureText(figureIn(value))
  }
}
