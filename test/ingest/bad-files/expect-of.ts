import type { BadFile } from './bad-file.ts'
import type { Came } from './ours.ts'

/** A file with what came of it. */
export interface Judged {
  readonly file: BadFile
  readonly came: Omit<Came, 'isUnchanged'> & { readonly isUnchanged: boolean }
}

const cut = (lines: readonly string[]): readonly string[] => lines.map((line) => line.slice(0, 300)).toSorted()

/** All that is not as it must be about what came of a file; none where it is. */
export function faultsOf({ file: { expected }, came }: Judged): readonly string[] {
  const codes = came.problems.map(({ code }) => code)
  const said = [...came.problems.flatMap(({ found, accepted }) => [found, accepted]), ...came.notes]
  const isSaid = (words: string): boolean => said.some((each) => each.includes(words))
  const unsaid = ('gives' in expected ? (expected.notes ?? []) : [expected.says ?? '']).filter(
    (words) => !isSaid(words),
  )
  const faults = unsaid.map((words) => `nothing says "${words}"`)
  if ('gives' in expected) {
    if (codes.length > 0) return [...faults, `refused for ${codes.join()}`]
    const gave = cut(came.gave)
    return JSON.stringify(gave) === JSON.stringify(cut(expected.gives))
      ? faults
      : [...faults, `gave ${gave.join('; ')}`]
  }
  if (!came.isUnchanged || came.gave.length > 0) faults.push('refused, and yet something is kept')
  const wanted = expected.refused.slice(0, codes.length).join()
  if (codes.join() !== wanted || came.problemCount !== expected.refused.length)
    faults.push(`refused for ${codes.join()}`)
  const plain = came.problems.filter(({ accepted }) => accepted.trim().length < 5)
  return plain.length === 0 ? faults : [...faults, 'a problem does not say how it is mended']
}
