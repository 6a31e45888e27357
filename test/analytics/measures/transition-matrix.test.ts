import { describe, expect, it } from 'vitest'
import { buildEvidence } from '../../../analytics/evidence/build.ts'
import type { Level } from '../../../analytics/framework/level.ts'
import { ask } from '../../../analytics/measures/ask.ts'
import { transitionMatrix } from '../../../analytics/measures/transition-matrix.ts'
import { audit, facts, school } from '../facts.ts'

const audits = (urn: number, ...levels: readonly (Level | null)[]) =>
  levels.map((level, at) => audit(urn, `${2018 + at}-03-01`, [level, null, null, null]))

describe('transition-matrix', () => {
  it('puts each school rated in the strand in one place: moved, not yet re-audited, or not comparable', () => {
    const known = facts({
      register: [1, 2, 3, 4, 5, 6].map((at) => school(900000 + at)),
      audits: [
        ...audits(900001, 'Focusing', 'Developing'),
        ...audits(900002, 'Enhancing', 'Developing'),
        ...audits(900003, 'Establishing'),
        // Rated only in the middle: one of the n, not comparable.
        ...audits(900004, null, 'Focusing', null),
        // Never rated in this strand: not one of the n.
        ...audits(900005, null, null),
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
