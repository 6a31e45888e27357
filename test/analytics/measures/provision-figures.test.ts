import { describe, expect, it } from 'vitest'
import { buildEvidence } from '../../../analytics/evidence/build.ts'
import type { FormFigure } from '../../../analytics/evidence/facts.ts'
import { ask } from '../../../analytics/measures/ask.ts'
import { provisionFigures } from '../../../analytics/measures/provision-figures.ts'
import { school } from '../../../fixtures/story.ts'
import { facts } from '../facts.ts'

const told = (
  urn: number,
  figure: FormFigure['figure'],
  value: number,
  rest: Partial<FormFigure> = {},
): FormFigure => ({
  urn,
  year: 2024,
  figure,
  breakdown: '',
  value,
  estimated: null,
  ...rest,
})

const figures = [
  told(900001, 'choir pupils', 10),
  told(900002, 'choir pupils', 25, { estimated: true }),
  told(900003, 'choir pupils', 40.5, { estimated: false }),
  told(900001, 'choir pupils', 4, { breakdown: 'gender=girls' }),
  told(900001, 'music development plan', 1),
  told(900002, 'music development plan', 0),
  told(900001, 'curriculum minutes a week', 30),
  told(900002, 'curriculum minutes a week', 45),
  told(900001, 'choirs', 2, { year: 2025 }),
]

const known = facts({
  register: [900001, 900002, 900003, 900004].map((urn) => school(urn)),
  dataForms: [...[900001, 900002, 900003, 900004].map((urn) => ({ urn, year: 2024 })), { urn: 900001, year: 2025 }],
  formFigures: figures,
})

const provision = (rest: object = {}) =>
  ask(provisionFigures, buildEvidence(known), { asOf: '2026-06-30', where: {}, ...rest })

describe('provision-figures', () => {
  it('sums what forms give, with how many do and do not, and the estimated apart', () => {
    expect(provision().rows.filter(({ figure }) => figure === 'choir pupils')).toEqual([
      {
        year: 2024,
        figure: 'choir pupils',
        breakdown: 'All',
        forms: 4,
        given: 3,
        notGiven: 1,
        total: 75.5,
        median: 25,
        estimatedForms: 1,
        estimatedTotal: 25,
        rollSchools: 0,
        rollTotal: 'x',
        roll: 'x',
      },
      expect.objectContaining({ breakdown: 'gender=girls', given: 1, notGiven: 3, total: 4, roll: 'z' }),
    ])
  })

  it('counts who says yes, and never sums minutes', () => {
    const row = (figure: string) => provision().rows.find((each) => each.figure === figure)
    expect(row('music development plan')).toMatchObject({ given: 2, total: 1, median: 'z' })
    expect(row('curriculum minutes a week')).toMatchObject({ total: 'z', median: 37.5, estimatedTotal: 'z' })
  })

  it('holds pupils against pupils on roll where both are known of one school and year, and nowhere else', () => {
    const years = [
      { urn: 900001, year: 2024, pupils: 100 },
      { urn: 900002, year: 2023, pupils: 500 },
      { urn: 900003, year: 2024, pupils: 200.5 },
      { urn: 900004, year: 2024, pupils: 1000 },
    ].map((row) => ({ ...row, sendPercent: null, deprivationDecile: null, ruralUrban: null }))
    const told = ask(provisionFigures, buildEvidence({ ...known, schoolYears: years }), {
      asOf: '2026-06-30',
      where: {},
    })
    const rowOf = (figure: string) => told.rows.find((row) => row.figure === figure)
    expect(rowOf('choir pupils')).toMatchObject({ given: 3, total: 75.5, rollSchools: 2, rollTotal: 50.5, roll: 300.5 })
    for (const figure of ['choirs', 'music development plan', 'curriculum minutes a week'])
      expect(rowOf(figure)).toMatchObject({ rollSchools: 'z', rollTotal: 'z', roll: 'z' })
  })

  it('leaves out of that a school of which two forms give the figure, for both may count the same pupils', () => {
    const register = [school(900001, { status: 2, closeOn: '2025-01-31' }), school(900002, { openOn: '2025-02-01' })]
    const links = [{ urn: 900001, linkUrn: 900002, linkType: 'Successor' as const }]
    const forms = [told(900001, 'choir pupils', 10), told(900002, 'choir pupils', 12)]
    const row = { year: 2024, sendPercent: null, deprivationDecile: null, ruralUrban: null }
    const schoolYears = [900001, 900002].map((urn) => ({ urn, pupils: 100, ...row }))
    const shares = (formFigures: readonly FormFigure[]) =>
      ask(
        provisionFigures,
        buildEvidence({ ...facts({ register, links, formFigures, schoolYears }), dataForms: formFigures }),
        { asOf: '2026-06-30', where: {} },
      ).rows[0]
    expect(shares(forms)).toMatchObject({ given: 2, total: 22, rollSchools: 0, rollTotal: 'x', roll: 'x' })
    expect(shares(forms.slice(0, 1))).toMatchObject({ given: 1, rollSchools: 1, rollTotal: 10, roll: 100 })
  })

  it('has the newest year first, one year alone where it is asked for, and no year that has not begun', () => {
    expect(provision().rows.map(({ year }) => year)).toEqual([2025, 2024, 2024, 2024, 2024])
    expect(provision({ during: 2025 })).toMatchObject({ rows: [{ figure: 'choirs' }], totals: { forms: 1 } })
    expect(provision({ asOf: '2025-08-31' }).rows[0]?.year).toBe(2024)
    expect(provision().totals).toEqual({ forms: 5 })
  })
})
