import type { Wait } from '../../../analytics/statistics/risk-table.ts'
import { frozen } from './frozen.ts'

const happenedAt = (times: readonly number[]): readonly Wait[] => times.map((until) => ({ until, happened: true }))
const censoredAt = (times: readonly number[]): readonly Wait[] => times.map((until) => ({ until, happened: false }))

/**
 * Weeks in remission of 42 children with leukaemia. Source: Freireich and others, Blood 21 (1963), 699-716; as given in
 * Kleinbaum and Klein, Survival Analysis, 3rd edition (2012), chapters 1 and 2.
 */
export const mercaptopurine = frozen([
  ...happenedAt([6, 6, 6, 7, 10, 13, 16, 22, 23]),
  ...censoredAt([6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]),
])
export const placebo = frozen(happenedAt([1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23]))

/** Weeks in remission from leukaemia (AML), kept on treatment or not. Source: Miller, Survival Analysis (1981), 49. */
export const maintained = frozen([...happenedAt([9, 13, 18, 23, 31, 34, 48]), ...censoredAt([13, 28, 45, 161])])
export const notMaintained = frozen([...happenedAt([5, 5, 8, 8, 12, 23, 27, 30, 33, 43, 45]), ...censoredAt([16])])

/**
 * Unaided distance vision of 7,477 women aged 30 to 39 in Royal Ordnance factories, right eye by left eye, highest grade
 * first. Source: Stuart, Biometrika 42 (1955), 412-416.
 */
export const eyes = frozen([
  [1520, 266, 124, 66],
  [234, 1512, 432, 78],
  [117, 362, 1772, 205],
  [36, 82, 179, 492],
])

/**
 * Pain on the third day after surgery, 14 women treated and 11 not. Source: Brunner and Munzel, Biometrical Journal 42
 * (2000), 17-25; as given in the manual of R's package lawstat, with its results.
 */
export const treated = frozen([1, 2, 1, 1, 1, 1, 1, 1, 1, 1, 2, 4, 1, 1])
export const untreated = frozen([3, 3, 4, 3, 1, 2, 3, 1, 1, 5, 4])
