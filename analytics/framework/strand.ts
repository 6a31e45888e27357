import { Type, type Static } from 'typebox'

/** The four strands of the audit tool, in the order of the tool. */
export const strands = [
  'Curriculum music',
  'Co-curricular',
  'Leadership and Management',
  'Community and partnerships',
] as const

export const StrandSchema = Type.Enum(strands)
export type Strand = Static<typeof StrandSchema>

/** The strand's name in a URL: `Co-curricular` is `co-curricular`. */
export const strandSlug = (strand: Strand): string => strand.toLowerCase().replaceAll(' ', '-')
