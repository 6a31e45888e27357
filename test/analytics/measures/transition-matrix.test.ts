import { describe, expect, it } from 'vitest'
import { buildEvidence } from '../../../analytics/evidence/build.ts'
import { ask } from '../../../analytics/measures/ask.ts'
import { transitionMatrix } from '../../../analytics/measures/transition-matrix.ts'
import { audit, school } from '../../../fixtures/story.ts'
import { facts } from '../facts.ts'

const audits = (urn: number, ...levels: readonly string[]) =>
  levels.map((level, at) => audit(urn, `${2018 + at}-03-01`, `${level} - - -`))

describe('transition-matrix', () => {
  it('puts each school rated in the strand in one place: moved, not yet re-audited, or not comparable', () => {
    const known = facts({
      register: [1, 2, 3, 4, 5, 6].map((at) => school(900000 + at)),
      audits: [
        ...audits(900001, 'F', 'D'),
        ...audits(900002, 'En', 'D'),
        ...audits(900003, 'Es'),
        // Rated only in the middle: one of the n, not comparable.
        ...audits(900004, '-', 'F', '-'),
        // Never rated in this strand: not one of the n.
        ...audits(900005, '-', '-'),
      ],
    })
    const { rows, totals } = ask(transitionMatrix, buildEvidence(known), {
      asOf: '2026-01-01',
      where: { strand: 'Curriculum music' },
    })
    const none = { focusing: 0, developing: 0, establishing: 0, enhancing: 0, notYet: 0 }
    expect(rows).toEqual([
      { first: 'Focusing', ...none, developing: 1 },
      { first: 'Developing', ...none },
      { first: 'Establishing', ...none, notYet: 1 },
      { first: 'Enhancing', ...none, developing: 1 },
    ])
    expect(totals).toEqual({ n: 4, notComparable: 1 })
  })
})
