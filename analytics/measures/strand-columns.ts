import { numbersOf } from '../evidence/columns.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { strands, type Strand } from '../framework/strand.ts'
import type { Asked } from './measure.ts'

/** The level codes of every audit for a strand: 0 not rated, 1 Focusing to 4 Enhancing. */
export function levelsOf({ audits }: Evidence, strand: Strand): Uint8Array {
  const columns = ['level0', 'level1', 'level2', 'level3'] as const
  return numbersOf(audits, columns[strands.indexOf(strand)] ?? 'level0')
}

/** The strands asked about, in the order of the audit tool: all, unless one is named. */
export const strandsAsked = ({ where }: Asked): readonly Strand[] =>
  where.strand === undefined ? strands : [where.strand]
