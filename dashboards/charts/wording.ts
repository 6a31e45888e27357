import type { Disclosed } from '../../analytics/disclosure/disclose.ts'
import { isMark, type Figure } from '../../analytics/framework/mark.ts'
import type { Column } from '../../analytics/measures/measure.ts'
import { dayText } from '../parts/day.ts'
import { countText, figureText } from '../parts/number.ts'

/** The label of a measure's column, as the measure gives it. */
export function labelOf({ columns }: { readonly columns: readonly Column[] }, key: string): string {
  const column = columns.find((column) => column.key === key)
  if (column === undefined) throw new RangeError(`unknown column: ${key}`)
  return column.label
}

/** The sum of figures; null where one of them is not shown, for then nobody may say it. */
export function sumOf(figures: readonly Figure[]): number | null {
  let sum = 0
  for (const figure of figures) {
    if (isMark(figure)) return null
    sum += figure
  }
  return sum
}

/** Among fewer schools than this no strand is called the strongest, nor the one that rose most. */
export const enoughToCompare = 10

/** What a finding says where there is nothing to find out about. */
export const noSchools = ({ asOf }: Pick<Disclosed, 'asOf'>): string => `There are no schools here on ${dayText(asOf)}`

/** What a finding says where the numbers it would rest on are suppressed. */
export const tooFewToSay = ({ population }: Pick<Disclosed, 'population'>): string =>
  `Some numbers among ${countText(population, 'school')} are too small to show`

/** The beginning of a sentence about a part of a group: `None of 4 schools has`, `1 of 4 schools has`, `2 of 4 schools have`. */
export function someHave(part: number, whole: number, kind = ''): string {
  const some = part === 0 ? 'None' : figureText(part)
  return `${some} of ${countText(whole, `${kind}school`)} ${part > 1 ? 'have' : 'has'}`
}

/** A row of figures in words: `Focusing 4, Developing 12`. */
export const figuresInWords = <K extends string>(
  answer: { readonly columns: readonly Column[] },
  row: Readonly<Record<K, Figure>>,
  keys: readonly K[],
): string => keys.map((key) => `${labelOf(answer, key)} ${figureText(row[key])}`).join(', ')
