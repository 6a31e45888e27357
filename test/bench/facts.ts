import type { Facts, Framework } from '../../analytics/evidence/facts.ts'
import { nationalFacts } from '../../fixtures/national.ts'
import { criteria } from './facts/criteria.ts'
import { formFiguresOf, formsOf } from './facts/forms.ts'
import { goals } from './facts/goals.ts'
import { schoolFsmOf, schoolYearsOf } from './facts/years.ts'

const seed = 1

/** Three versions of the audit tool, each comparable with the one before it and not with the one before that. */
const frameworks: readonly Framework[] = [
  { framework: 'First', inUseFrom: null, phases: [], comparableWith: [] },
  { framework: 'Second', inUseFrom: '2021-09-01', phases: [], comparableWith: ['First'] },
  { framework: 'Third', inUseFrom: '2024-09-01', phases: [], comparableWith: ['Second'] },
]

/**
 * Facts for that many schools, the same every time: what `nationalFacts` tells, and what is known of the schools by
 * year, versions of the audit tool with their criteria, data forms and goals. Judgements of criteria are not among
 * them: see `facts/judgements`.
 */
export function benchFacts(schools: number): Facts {
  const facts = nationalFacts(schools, seed)
  const dataForms = formsOf(facts.register)
  return {
    ...facts,
    frameworks,
    criteria: frameworks.flatMap(({ framework }) => criteria.map((place) => ({ ...place, framework }))),
    schoolYears: schoolYearsOf(seed, facts.register),
    schoolFsm: schoolFsmOf(seed, facts.register),
    dataForms,
    formFigures: formFiguresOf(seed, dataForms),
    goals,
  }
}
