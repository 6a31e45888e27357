import type { DataForm, Facts, Framework } from '../../analytics/evidence/facts.ts'
import { nationalFacts } from '../../fixtures/national.ts'

const seed = 1

/** Three versions of the audit tool, each comparable with the one before it and not with the one before that. */
const frameworks: readonly Framework[] = [
  { framework: 'First', inUseFrom: null, phases: [], comparableWith: [] },
  { framework: 'Second', inUseFrom: '2021-09-01', phases: [], comparableWith: ['First'] },
  { framework: 'Third', inUseFrom: '2024-09-01', phases: [], comparableWith: ['Second'] },
]

/** Facts for that many schools, with versions of the audit tool and, from one URN in three, a data form. */
export function benchFacts(schools: number): Facts {
  const facts = nationalFacts(schools, seed)
  const dataForms = facts.register.flatMap(({ urn }): readonly DataForm[] =>
    urn % 3 === 0 ? [{ urn, year: 2016 + (urn % 10) }] : [],
  )
  return { ...facts, frameworks, dataForms }
}
