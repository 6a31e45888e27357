import { bandsBelow } from './band.ts'

/** The bands of schools by the percentage of their pupils with special educational needs, least first. */
export const sendBands = ['Under 10%', '10% to under 15%', '15% to under 20%', '20% and over'] as const

/** The band of a percentage: 10 is `10% to under 15%`. */
export const sendBandOf = bandsBelow(sendBands, [10, 15, 20])
