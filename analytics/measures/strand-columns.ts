import { numbersOf } from '../evidence/columns.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { strands, type Strand } from '../framework/strand.ts'
import type { Asked } from './measure.ts'

type Place = 0 | 1 | 2 | 3

const placeOf = (strand: Strand): Place => strands.indexOf(strand) as Place

/** The level codes of every audit for a strand: 0 not rated, 1 Focusing to 4 Enhancing. */
export const levelsOf = ({ audits }: Evidence, strand: Strand): Uint8Array =>
  numbersOf(audits, `level${placeOf(strand)}`)

/** The movement codes of every audit for a strand, as `evidence/movements.ts` makes them. */
export const movementsOf = ({ movements }: Evidence, strand: Strand): Uint8Array =>
  numbersOf(movements, `movement${placeOf(strand)}`)

/** For every school, the day number of its first audit that rates a strand. */
export const ratedOnOf = ({ rated }: Evidence, strand: Strand): Int32Array =>
  numbersOf(rated, `rated${placeOf(strand)}`)

/** The strands asked about, in the order of the audit tool: all, unless one is named. */
export const strandsAsked = ({ where }: Asked): readonly Strand[] =>
  where.strand === undefined ? strands : [where.strand]
