import { describe, expect, it } from 'vitest'
import { provisionFigures } from '../../../analytics/measures/provision-figures.ts'
import { provisionFiguresChart } from '../../../dashboards/charts/provision-figures.ts'
import { answerFrom, notAudited, typical } from '../answers.ts'
import { itIsDrawnAsBefore } from '../pictures.ts'

const found = (facts = typical): string => provisionFiguresChart(answerFrom(provisionFigures, facts)).finding

describe('the chart of provision-figures', () => {
  itIsDrawnAsBefore(provisionFigures, provisionFiguresChart)

  it('says what was found, of how many, and that there is nothing yet', () => {
    expect(found()).toBe('5 of 24 schools sent a data form for 2025/26')
    expect(found(notAudited)).toBe('No data form has been sent yet')
  })

  it('tells the share of pupils on roll where the roll of that year is known, and nowhere else', () => {
    const drawn = (facts: typeof typical) => provisionFiguresChart(answerFrom(provisionFigures, facts)).description
    expect(drawn(typical)).not.toContain('on roll')
    const given = typical.formFigures.find(
      ({ figure, breakdown, value: told }) => figure.endsWith('pupils') && breakdown === '' && told > 0,
    )!
    const { urn, year, value } = given
    const unknown = { sendPercent: null, deprivationDecile: null, ruralUrban: null }
    const rolls = [{ urn, year, pupils: value * 4, ...unknown }]
    expect(drawn({ ...typical, schoolYears: rolls })).toContain('25.0% of pupils on roll in 1 school')
  })
})
