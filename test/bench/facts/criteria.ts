import type { Criterion } from '../../../analytics/evidence/facts.ts'
import { levels } from '../../../analytics/framework/level.ts'
import { themes } from '../../../fixtures/national/themes.ts'

/** The criteria of an audit tool: one to each theme and level, and a second one here and there; 96 in all. */
export const criteria: readonly Omit<Criterion, 'framework'>[] = themes.flatMap(([strand, theme], turn) =>
  levels.flatMap((level, step) =>
    Array.from({ length: (turn + step) % 3 === 0 ? 2 : 1 }, (_, at) => ({
      strand,
      theme,
      level,
      number: at + 1,
      criterion: `${theme}, ${level}, ${at + 1}`,
    })),
  ),
)
