import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readProfile } from '../../../analytics/returns/read-profile.ts'

const shipped = () =>
  JSON.parse(readFileSync(new URL('../../../server/queries/arts-council.json', import.meta.url), 'utf8'))

describe('a return profile', () => {
  it('is shipped for the Arts Council, and says that it is to be confirmed against the template of the year', () => {
    const read = readProfile(shipped())
    expect(read).toMatchObject({ profile: { id: 'arts-council', template: { isConfirmed: false } } })
    expect(JSON.stringify(read)).toContain("to be confirmed against the year's template")
  })

  const wrongBy = (change: (profile: ReturnType<typeof shipped>) => void) => {
    const profile = shipped()
    change(profile)
    return readProfile(profile)
  }

  it('names measures, columns and rows that are there, each asked as it can be', () => {
    expect(
      wrongBy(({ indicators }) => {
        indicators[0].numerator.measure = 'engagement'
        indicators[1].numerator.column = 'met'
        indicators[2].denominator.row = { county: 'x' }
        indicators[3].section = 'Dancing'
        indicators[6].numerator = { measure: 'time-to-award', column: 'atRisk', date: 'in the year', award: 'Platinum' }
      }),
    ).toEqual({
      wrong: [
        'KPI5, numerator: there is no measure engagement',
        'A1, numerator: coverage has no column met',
        'A2, denominator: no column county names a row',
        'KPI1 is in the section "Dancing", which the profile does not list',
        'KPI3a, numerator: time-to-award is asked on a day, not in a year',
        'KPI3a, numerator: no award Platinum',
      ],
    })
  })

  it('never adds up figures that may count the same pupil twice', () => {
    const wrong = wrongBy(({ indicators }) => {
      indicators.find(({ id }: { readonly id: string }) => id === 'E1').sums = ['KPI3a', 'KPI3b']
    })
    expect(wrong).toEqual({
      wrong: ['E1 adds KPI3a to KPI3b, which may count the same pupils or schools twice'],
    })
    expect(wrongBy(({ indicators }) => void (indicators[0].overlaps = ['KPI9']))).toEqual({
      wrong: ['KPI5 names the indicator KPI9, which is not another of the profile'],
    })
  })

  it('has a form of its own, and nothing beside it', () => {
    expect(wrongBy((profile) => void (profile.deadline = 'soon'))).toHaveProperty('wrong')
    expect(readProfile('a text')).toHaveProperty('wrong')
    expect(wrongBy(({ narratives }) => void (narratives[0].id = 'N2'))).toEqual({ wrong: ['two parts have the id N2'] })
  })
})
