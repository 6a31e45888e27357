import { bandsUpTo } from './band.ts'

/** The bands of schools by their pupils, smallest first. */
export const sizes = ['Up to 100', '101 to 210', '211 to 420', '421 to 630', '631 to 1000', 'Over 1000'] as const

/** The band of a number of pupils, which may be a fraction: 100.5 is `101 to 210`. */
export const sizeOf = bandsUpTo(sizes, [100, 210, 420, 630, 1000])
