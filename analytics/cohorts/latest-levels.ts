import { codesOf, wordsOf } from '../evidence/columns.ts'
import { levelsOf } from '../evidence/levels-of.ts'
import type { SpellKind } from '../evidence/spells.ts'
import { latestWalk } from '../evidence/standings.ts'
import { strands } from '../framework/strand.ts'
import { levelCodes } from './standings.ts'

/** The cell of schools at a level (0 to 4) of a strand, by its place, under a framework, by its code. */
export const levelCell = (framework: number, strand: number, level: number): number =>
  (framework * strands.length + strand) * levelCodes.length + level

/** That an audit is a school's latest, by its framework and levels. */
export const latestLevels: SpellKind = {
  name: 'latest levels',
  size: ({ audits }) => levelCell(wordsOf(audits, 'framework').length, 0, 0),
  tell: (evidence) => {
    const framework = codesOf(evidence.audits, 'framework')
    const ratings = strands.map((strand) => levelsOf(evidence, strand))
    const walk = latestWalk(evidence)
    return (school, tell) =>
      walk(school, (audit, from, until) =>
        tell(from, until, ...ratings.map((rating, strand) => levelCell(framework[audit]!, strand, rating[audit]!))),
      )
  },
}
