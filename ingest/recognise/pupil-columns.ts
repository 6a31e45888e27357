import { problemOf, type Problem } from '../problem.ts'
import { foldHeading } from './heading.ts'

const named = /^(pupil|child|children|student|learner)s?(full|first|last|fore|sur|middle|given|family|legal)?names?$/
const numbered = /^(pupils?|childs?|students?|former)?(upns?|uniquepupil(number|reference|identifier|id)s?)$/
const born = /(dateofbirth|birthdate|birthday)|^(pupils?|childs?|students?)?dob$/
const personal = /^((fore|sur|middle)names?|names?of(the)?(pupil|child|children|student|learner)s?)$/

/** A problem for each column that would say who a pupil is. */
export const pupilColumns = (headings: readonly string[]): readonly Problem[] =>
  headings
    .filter((heading) => {
      const folded = foldHeading(heading)
      return [named, numbered, born, personal].some((form) => form.test(folded))
    })
    .map((column) => problemOf('pupil-data', column, { column }))
