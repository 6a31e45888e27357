import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildEvidence } from '../../../analytics/evidence/build.ts'
import { ask } from '../../../analytics/measures/ask.ts'
import { dueList } from '../../../analytics/measures/due-list.ts'
import { dueKinds } from '../../../analytics/measures/due-spells.ts'
import { pipeline } from '../../../analytics/measures/pipeline.ts'
import { audit, reflection, school } from '../../../fixtures/story.ts'
import { runs } from '../../runs.ts'
import { facts } from '../facts.ts'
import { anyDay, eventfulCounty } from '../small-county.ts'

describe('the list of what is due', () => {
  it('names, one by one, exactly what the pipeline counts', () => {
    fc.assert(
      fc.property(eventfulCounty, anyDay, (known, asOf) => {
        const evidence = buildEvidence(known)
        const due = dueList(evidence, asOf, {})
        for (const row of ask(pipeline, evidence, { asOf, where: {} }).rows)
          for (const kind of dueKinds) {
            const listed = due.filter((item) => item.when === row.when && item.kind === kind)
            expect({ when: row.when, kind, n: listed.length }).toEqual({ when: row.when, kind, n: row[kind] })
          }
      }),
      { numRuns: runs(40) },
    )
  })

  it('begins with what has waited longest, and says what it is and who was there', () => {
    const evidence = buildEvidence(
      facts({
        register: [school(900001), school(900002)],
        audits: [
          { ...audit(900001, '2024-03-10', 'F F F F'), adviser: 'A. Adviser' },
          audit(900002, '2020-01-05', 'F F F F'),
        ],
        reflections: [reflection(900001, '2024-03-10', 12, { returnedOn: '2025-03-01' })],
      }),
    )
    expect(
      dueList(evidence, '2026-05-01', {}).map(({ urn, what, when, dueOn, adviser }) => [
        urn,
        what,
        when,
        dueOn,
        adviser,
      ]),
    ).toEqual([
      [900002, 'After 12 months', 'Overdue', '2021-01-05', null],
      [900002, 'After 24 months', 'Overdue', '2022-01-05', null],
      [900002, '', 'Overdue', '2023-01-05', null],
      [900001, 'After 24 months', 'Overdue', '2026-03-10', 'A. Adviser'],
      [900001, '', 'March 2027', '2027-03-10', 'A. Adviser'],
    ])
  })
})
