import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { everAudited, everAuditedWhere } from '../../../analytics/cohorts/ever-audited.ts'
import type { Cohort } from '../../../analytics/cohorts/cohort.ts'
import { buildEvidence } from '../../../analytics/evidence/build.ts'
import { awards } from '../../../analytics/framework/award.ts'
import { phases } from '../../../analytics/framework/phase.ts'
import { timeToAward } from '../../../analytics/measures/time-to-award.ts'
import { runs } from '../../runs.ts'
import { anyDay, eventfulCounty } from '../small-county.ts'

const anyScope = fc.record(
  {
    phase: fc.constantFrom(...phases),
    council: fc.constantFrom('990', '991', '999'),
    district: fc.constantFrom('North', 'Unknown', 'Nowhere'),
  },
  { requiredKeys: [] },
)

describe('the schools ever audited', () => {
  it('are as many, and wait as long, kept by day as looked at one by one', () => {
    fc.assert(
      fc.property(eventfulCounty, anyDay, anyScope, fc.constantFrom(...awards), (facts, asOf, where, award) => {
        const evidence = buildEvidence(facts)
        const [kept, plain] = [everAudited(evidence, asOf, where), everAuditedWhere(evidence, asOf, where)]
        expect([kept.size, [...kept.schools]]).toEqual([plain.size, [...plain.schools]])
        const found = (cohort: Cohort) => timeToAward.find(evidence, cohort, { asOf, where: { ...where, award } })
        expect(found(kept)).toEqual(found(plain))
      }),
      { numRuns: runs(100) },
    )
  })
})
