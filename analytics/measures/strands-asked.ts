import { strands, type Strand } from '../framework/strand.ts'
import type { Asked } from './measure.ts'

/** The strands asked about, in the order of the audit tool: all, unless one is named. */
export const strandsAsked = ({ where }: Asked): readonly Strand[] =>
  where.strand === undefined ? strands : [where.strand]
