import type { Disclosed } from '../../analytics/disclosure/disclose.ts'
import { levels } from '../../analytics/framework/level.ts'
import { isMark, type Figure } from '../../analytics/framework/mark.ts'
import { countText } from './number.ts'

/** What stands behind a count of a table, so that the two make one sentence; null where the count says all. */
export type CellEnding = (row: object, key: string) => string | null

const noEnding: CellEnding = () => null

/** The endings of an answer's cells: those of the moves between levels have one each, other measures' have none. */
export const cellEndings = ({ measure, rows }: Disclosed<object, object>): CellEnding =>
  measure === 'transition-matrix' ? moveEnding(rows) : noEnding

const keys = ['focusing', 'developing', 'establishing', 'enhancing'] as const

/** Such as, behind 12: `of 40 schools first at Developing and audited again moved up to Establishing`. */
const moveEnding =
  (rows: readonly object[]): CellEnding =>
  (row, key) => {
    const [from, to] = [rows.indexOf(row), keys.findIndex((each) => each === key)]
    const first = levels[from]
    if (first !== undefined && key === 'notYet') {
      const isOne = Reflect.get(row, key) === 1
      return `${isOne ? 'school' : 'schools'} at ${first} in ${isOne ? 'its' : 'their'} only audit ${isOne ? 'is' : 'are'} not yet audited again`
    }
    const counts = keys.map((each) => Reflect.get(row, each) as Figure)
    if (first === undefined || to === -1 || counts.some(isMark)) return null
    const compared = counts.reduce<number>((sum, count) => sum + Number(count), 0)
    const of = `of ${countText(compared, 'school')} first at ${first} and audited again`
    if (to === from) return `${of} ${counts[to] === 1 ? 'is' : 'are'} there still`
    return `${of} moved ${to > from ? 'up' : 'down'} to ${levels[to]}`
  }
