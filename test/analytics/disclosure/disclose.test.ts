import { describe, expect, expectTypeOf, it } from 'vitest'
import { schoolLines } from '../../../analytics/cohorts/school-lines.ts'
import { dataGaps } from '../../../analytics/cohorts/data-gaps.ts'
import { discloseGaps } from '../../../analytics/disclosure/disclose-gaps.ts'
import { discloseMovements } from '../../../analytics/disclosure/disclose-movements.ts'
import { disclosePractice } from '../../../analytics/disclosure/disclose-practice.ts'
import { discloseSchools } from '../../../analytics/disclosure/disclose-schools.ts'
import { disclose, keptAnswer, NotReleased, type Disclosed } from '../../../analytics/disclosure/disclose.ts'
import { buildEvidence } from '../../../analytics/evidence/build.ts'
import type { Answer, NoTotals } from '../../../analytics/measures/measure.ts'
import { ask } from '../../../analytics/measures/ask.ts'
import { strandProfile, type StrandProfileRow } from '../../../analytics/measures/strand-profile.ts'
import { audit, school } from '../../../fixtures/story.ts'
import { facts } from '../facts.ts'

const twelve = Array.from({ length: 12 }, (_, at) => 900001 + at)

const evidence = buildEvidence(
  facts({
    register: twelve.map((urn) => school(urn)),
    audits: [
      audit(900001, '2020-01-10', 'F F F F'),
      audit(900002, '2020-01-10', 'D F F F'),
      audit(900003, '2020-01-10', 'D F F F'),
      audit(900004, '2020-01-10', 'D F F F'),
    ],
  }),
)
const answer = ask(strandProfile, evidence, { asOf: '2021-01-01', where: { strand: 'Curriculum music' } })
const row = {
  strand: 'Curriculum music',
  focusing: 1,
  developing: 3,
  establishing: 0,
  enhancing: 0,
  notRated: 0,
  notAudited: 8,
}

describe('disclose', () => {
  it('shows the hub everything', () => {
    expect(disclose(answer, 'hub')).toMatchObject({ audience: 'hub', rows: [row], population: 12, notes: answer.notes })
  })

  it('shows a council no number of one school, nor the number from which it could be worked out, and says so', () => {
    const { rows, notes } = disclose(answer, 'council')
    expect(rows).toEqual([{ ...row, focusing: 'c', developing: 'c' }])
    expect(notes).toEqual([
      ...answer.notes,
      'Numbers of 1 or 2 schools, and numbers from which they could be worked out, are suppressed (c); so is everything about a group of fewer than 10 schools.',
    ])
  })

  it('says nothing of suppression where nothing is suppressed', () => {
    const open = { ...answer, rows: [{ ...row, focusing: 0, developing: 4 }] }
    expect(disclose(open, 'council')).toMatchObject({ rows: open.rows, notes: answer.notes })
  })

  it('says of a table too fine that it is, and leaves out its rows where they tell something by being there', () => {
    const { rows, notes } = disclose({ ...answer, fine: true }, 'council')
    expect(rows).toMatchObject([{ strand: 'Curriculum music', developing: 'c', notAudited: 'c' }])
    expect(notes.at(-1)).toBe(
      'This table is so fine that small numbers could be worked out from it: outside the hub it is suppressed (c).',
    )
    expect(disclose({ ...answer, fine: true, rowsTell: true }, 'council').rows).toEqual([])
    expect(disclose({ ...answer, rowsTell: true }, 'council').rows).toHaveLength(1)
  })

  it('shows a council nothing of a group of fewer than ten schools but how many there are', () => {
    const few = ask(strandProfile, evidence, {
      asOf: '2021-01-01',
      where: { strand: 'Co-curricular', district: 'Far' },
    })
    expect(disclose({ ...few, population: 9, rows: [{ ...row, notAudited: 5 }] }, 'council')).toMatchObject({
      population: 9,
      rows: [{ strand: 'Curriculum music', focusing: 'c', notAudited: 'c' }],
    })
  })

  it('shows schools nothing, for there is no release yet', () => {
    expect(() => disclose(answer, 'school')).toThrow(
      expect.objectContaining({
        name: 'NotReleased',
        message: 'schools read released benchmark tables only, and there is no release yet',
      }),
    )
  })

  it('refuses, in words, what is filtered by more than a place, to all but the hub', () => {
    for (const where of [{ adviser: 'Unknown' }, { size: '101 to 210' }, { fsm: 'Unknown' }]) {
      const filtered = ask(strandProfile, evidence, { asOf: '2021-01-01', where })
      expect(disclose(filtered, 'hub').audience).toBe('hub')
      for (const audience of ['council', 'school'] as const)
        expect(() => disclose(filtered, audience)).toThrow(/^Strand profile by \w+ is for the hub alone/)
    }
  })

  it('names schools to the hub and to nobody else', () => {
    const lines = schoolLines(evidence, '2021-01-01', {})
    expect(discloseSchools(lines, 'hub')).toHaveLength(12)
    for (const audience of ['council', 'school'] as const)
      expect(() => discloseSchools(lines, audience)).toThrow(
        new NotReleased(`schools are not named to the audience: ${audience}`),
      )
  })

  it('tells gaps and movements, whose parts are of few schools each, to the hub and to nobody else', () => {
    const gaps = dataGaps(evidence, '2021-01-01', {})
    expect(gaps.length).toBeGreaterThan(0)
    expect(discloseGaps(gaps, 'hub')).toBe(gaps)
    const movement = { name: 'Audited', knownThen: 1, corrected: 0, before: 1, happened: 3, came: 0, left: 0, now: 4 }
    expect(discloseMovements([movement], 'hub')).toEqual([movement])
    const practice = { name: 'Choirs', schools: [] } as never
    expect(disclosePractice(practice, 'hub')).toBe(practice)
    for (const audience of ['council', 'school'] as const) {
      expect(() => disclosePractice(practice, audience)).toThrow(
        new NotReleased(`schools are not named to the audience: ${audience}`),
      )
      expect(() => discloseGaps(gaps, audience)).toThrow(
        new NotReleased(`gaps in what is known are not told to the audience: ${audience}`),
      )
      expect(() => discloseMovements([movement], audience)).toThrow(
        new NotReleased(`movements are not told to the audience: ${audience}`),
      )
    }
  })

  it('is not done twice: what was kept is what was told', () => {
    const told = disclose(answer, 'council')
    const again = keptAnswer(JSON.parse(JSON.stringify(told)) as object)
    expect(again).toEqual(told)
    expect(Object.getOwnPropertySymbols(again).map((mark) => Reflect.get(again, mark) as unknown)).toEqual([true])
  })

  it('is the only way to what may be shown', () => {
    expectTypeOf(disclose<StrandProfileRow, NoTotals>).returns.toEqualTypeOf<Disclosed<StrandProfileRow, NoTotals>>()
    expectTypeOf<Answer<StrandProfileRow, NoTotals>>().not.toExtend<Disclosed<StrandProfileRow, NoTotals>>()
    // A look-alike with every field but the mark that only `disclose` makes.
    type Forged = Answer<StrandProfileRow, NoTotals> & { readonly audience: 'hub' }
    expectTypeOf<Forged>().not.toExtend<Disclosed<StrandProfileRow, NoTotals>>()
    expectTypeOf<Disclosed<StrandProfileRow, NoTotals>['rows'][number]['focusing']>().toExtend<number | string>()
    expectTypeOf<Disclosed<StrandProfileRow, NoTotals>['rows'][number]['focusing']>().not.toExtend<number>()
  })
})
