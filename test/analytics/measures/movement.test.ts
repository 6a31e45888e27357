import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildEvidence } from '../../../analytics/evidence/build.ts'
import { movements } from '../../../analytics/measures/movements.ts'
import { audit, school } from '../../../fixtures/story.ts'
import { runs } from '../../runs.ts'
import { facts } from '../facts.ts'
import { anyDay, eventfulCounty } from '../small-county.ts'

describe('a movement', () => {
  it('has parts that add up to what is now', () => {
    fc.assert(
      fc.property(eventfulCounty, eventfulCounty, anyDay, (known, before, asOf) => {
        for (const moved of movements(buildEvidence(known), buildEvidence(before), { asOf, where: {} })) {
          const { knownThen, corrected, before: then, happened, came, left, now } = moved
          expect(then + happened + came + left).toBe(now)
          expect((knownThen ?? NaN) + (corrected ?? NaN)).toBe(then)
        }
      }),
      { numRuns: runs(30) },
    )
  })

  it('tells new audits, schools that came, schools that left and what was recorded late apart', () => {
    const register = [
      school(900001),
      school(900002),
      school(900003, { openOn: '2026-01-01' }),
      school(900004, { status: 2, closeOn: '2025-12-31' }),
    ]
    const known = [audit(900001, '2025-01-10', 'F F F F')]
    const late = [audit(900004, '2025-02-10', 'F F F F')]
    const since = [audit(900002, '2026-02-10', 'F F F F'), audit(900003, '2026-03-10', 'F F F F')]
    const evidence = buildEvidence(facts({ register, audits: [...known, ...late, ...since] }))
    const then = buildEvidence(facts({ register, audits: known }))
    expect(movements(evidence, then, { asOf: '2026-06-30', where: {} })[0]).toEqual({
      name: 'Audited',
      knownThen: 1,
      corrected: 1,
      before: 2,
      happened: 1,
      came: 1,
      left: -1,
      now: 3,
    })
  })
})
