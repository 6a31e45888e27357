import type { ProblemCode } from '../../../ingest/problem.ts'

/** What must come of a file: the facts it gives and what is said of it, or the problems it is refused for. */
export type Expected =
  | { readonly gives: readonly string[]; readonly notes?: readonly string[] }
  | { readonly refused: readonly ProblemCode[]; readonly says?: string }

/** One file that is not as it should be, made when it is asked for. */
export interface BadFile {
  readonly name: string
  readonly wrong: string
  readonly make: () => Uint8Array | Promise<Uint8Array>
  readonly expected: Expected
}

export const textFile = (name: string, wrong: string, content: string | Uint8Array, expected: Expected): BadFile => ({
  name,
  wrong,
  make: () => (typeof content === 'string' ? new TextEncoder().encode(content) : content),
  expected,
})

/** The heads and rows that most files are made of: two audits that are right. */
export const long = 'URN,Meeting date,Strand,Level'
export const first = '100001,2024-03-05,Co-curricular,Focusing'
export const second = '100002,2024-03-06,Curriculum music,Developing'
export const audits = `${long}\n${first}\n${second}\n`

/** What the two audits come to. */
export const firstFact = 'rating 100001 2024-03-05 Co-curricular Focusing'
export const secondFact = 'rating 100002 2024-03-06 Curriculum music Developing'
export const both = { gives: [firstFact, secondFact] } as const
