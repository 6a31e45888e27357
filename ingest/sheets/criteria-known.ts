import { frameworkAt } from '../../analytics/evidence/comparable.ts'
import type { Day } from '../../analytics/framework/day.ts'
import type { Level } from '../../analytics/framework/level.ts'
import { phaseOf } from '../../analytics/framework/phase.ts'
import type { CriterionTable } from '../../migrations/tables.ts'
import { foldHeading } from '../recognise/heading.ts'
import { frameworksOf } from './frameworks-of.ts'

type Criterion = Readonly<CriterionTable>

/** Where a criterion stands in a framework. */
export type CriterionPlace = Readonly<Pick<Criterion, 'strand' | 'theme' | 'level' | 'number'>>

/** The criteria that are loaded, as the rows of an audit are looked up in them. */
export interface Criteria {
  /** The framework of an audit of a day that names none, for a school of that phase code. */
  readonly frameworkAt: (day: Day, phase: number | undefined) => string | null
  readonly has: (framework: string) => boolean
  /** The day from which a framework is in use; null where it is from the beginning. */
  readonly inUseFrom: (framework: string) => Day | null
  /** The themes of a framework's strand. */
  readonly themesOf: (framework: string, strand: string) => readonly string[]
  /** The theme as the framework spells it; null where the framework has none such in that strand. */
  readonly themeOf: (framework: string, place: Pick<CriterionPlace, 'strand' | 'theme'>) => string | null
  /** The numbers of the criteria of a theme at a level. */
  readonly numbersOf: (framework: string, place: Omit<CriterionPlace, 'number'>) => readonly number[]
  /** How many criteria a framework's strand has at a level. */
  readonly countOf: (framework: string, strand: string, level: Level) => number
}

const keyOf = (...parts: readonly string[]): string => parts.map(foldHeading).join(' ')

export function criteriaOf(rows: readonly Criterion[]): Criteria {
  const frameworks = frameworksOf(rows)
  const byStrand = Map.groupBy(rows, ({ framework, strand }) => keyOf(framework, strand))
  const byLevel = Map.groupBy(rows, ({ framework, strand, theme, level }) => keyOf(framework, strand, theme, level))
  const themesOf = (framework: string, strand: string): readonly string[] => [
    ...new Set((byStrand.get(keyOf(framework, strand)) ?? []).map(({ theme }) => theme)),
  ]
  return {
    frameworkAt: (day, phase) => frameworkAt(frameworks, day, phase === undefined ? undefined : phaseOf(phase)),
    has: (framework) => frameworks.some((each) => each.framework === framework),
    inUseFrom: (framework) => frameworks.find((each) => each.framework === framework)?.inUseFrom ?? null,
    themesOf,
    themeOf: (framework, { strand, theme }) =>
      themesOf(framework, strand).find((each) => foldHeading(each) === foldHeading(theme)) ?? null,
    numbersOf: (framework, { strand, theme, level }) =>
      (byLevel.get(keyOf(framework, strand, theme, level)) ?? []).map(({ number }) => number).toSorted((a, b) => a - b),
    countOf: (framework, strand, level) =>
      (byStrand.get(keyOf(framework, strand)) ?? []).filter((each) => each.level === level).length,
  }
}
