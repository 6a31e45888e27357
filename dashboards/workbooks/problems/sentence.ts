import type { ProblemTold } from './file-problems.ts'

/** A problem as the words beside its row: `Curriculum music: found "Emerging"; use Focusing, ... or Enhancing.` */
export const problemSentence = ({ column, found, accepted }: ProblemTold): string =>
  `${column === null ? '' : `${column}: `}found ${found === '' ? 'nothing' : `"${found}"`}; ${accepted}.`
