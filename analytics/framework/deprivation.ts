import { bandsUpTo } from './band.ts'

/** Fifths of England's neighbourhoods by deprivation, the most deprived first. */
export const deprivationFifths = [
  'Most deprived fifth',
  'Second fifth',
  'Middle fifth',
  'Fourth fifth',
  'Least deprived fifth',
] as const

/** The fifth of a decile, 1 for the most deprived tenth. */
export const deprivationFifthOf = bandsUpTo(deprivationFifths, [2, 4, 6, 8])
