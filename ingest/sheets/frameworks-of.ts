import type { Framework } from '../../analytics/evidence/facts.ts'
import { phases } from '../../analytics/framework/phase.ts'
import type { CriterionTable } from '../../migrations/tables.ts'

type Told = Readonly<Pick<CriterionTable, 'framework' | 'inUseFrom' | 'phases' | 'comparableWith'>>

const namesOf = (text: string | null): readonly string[] =>
  (text ?? '')
    .split(';')
    .map((name) => name.trim())
    .filter((name) => name !== '')

/** The frameworks of which criteria are loaded, each as its first criterion describes it. */
export function frameworksOf(criteria: readonly Told[]): readonly Framework[] {
  const first = new Map(criteria.toReversed().map((criterion) => [criterion.framework, criterion]))
  return [...first.values()].map(({ framework, inUseFrom, phases: suits, comparableWith }) => ({
    framework,
    inUseFrom,
    phases: phases.filter((phase) => namesOf(suits).includes(phase)),
    comparableWith: namesOf(comparableWith),
  }))
}
