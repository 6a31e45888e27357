import { describe, expect, it } from 'vitest'
import { reflectionOutcomes } from '../../../analytics/measures/reflection-outcomes.ts'
import { reflectionOutcomesChart } from '../../../dashboards/charts/reflection-outcomes.ts'
import { answerFrom, few, notAudited, typical } from '../answers.ts'
import { itIsDrawnAsBefore } from '../pictures.ts'

describe('the chart of reflection outcomes', () => {
  itIsDrawnAsBefore(reflectionOutcomes, reflectionOutcomesChart)

  it('says how much was achieved by the first month', () => {
    const chart = reflectionOutcomesChart(answerFrom(reflectionOutcomes, typical))
    expect(chart.finding).toBe('After 12 months, 8 of 21 priorities mostly or fully achieved')
    expect(chart.description).toContain('Ensembles, after 12 months: Not started 0')
  })

  it('says so when no reflection was returned, and says nothing that is suppressed', () => {
    expect(reflectionOutcomesChart(answerFrom(reflectionOutcomes, notAudited)).finding).toBe(
      'No reflection has been returned yet',
    )
    const answer = answerFrom(reflectionOutcomes, few, { audience: 'council' })
    expect(reflectionOutcomesChart(answer).finding).toBe('Some numbers among 7 schools are too small to show')
  })
})
