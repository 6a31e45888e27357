import { bandsBelow } from './band.ts'

/** The bands of schools by the percentage of their pupils who have free school meals, least first. */
export const fsmBands = ['Under 10%', '10% to under 20%', '20% to under 35%', '35% and over'] as const

/** The band of a percentage: 10 is `10% to under 20%`. */
export const fsmBandOf = bandsBelow(fsmBands, [10, 20, 35])
