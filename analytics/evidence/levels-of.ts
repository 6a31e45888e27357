import { strands, type Strand } from '../framework/strand.ts'
import { numbersOf } from './columns.ts'
import type { Evidence } from './evidence.ts'

/** The level codes of a strand, 0 (not rated) to 4, beside the audits. */
export const levelsOf = ({ audits }: Evidence, strand: Strand): Uint8Array =>
  numbersOf(audits, (['level0', 'level1', 'level2', 'level3'] as const)[strands.indexOf(strand)] ?? 'level0')
