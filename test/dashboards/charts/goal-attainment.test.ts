import { describe, expect, it } from 'vitest'
import { goalAttainment } from '../../../analytics/measures/goal-attainment.ts'
import { goalAttainmentChart } from '../../../dashboards/charts/goal-attainment.ts'
import { answerFrom, few, notAudited, typical } from '../answers.ts'
import { itIsDrawnAsBefore } from '../pictures.ts'

describe('the chart of goal attainment', () => {
  itIsDrawnAsBefore(goalAttainment, goalAttainmentChart)

  it('counts the goals by how they stand, and says it of each in words', () => {
    const chart = goalAttainmentChart(answerFrom(goalAttainment, typical))
    expect(chart.finding).toBe('Goals: 1 met, 1 on track, 1 behind, 1 cannot be told')
    expect(chart.description).toContain(
      'G1: Half of our schools have had an audit: Value 66.7%, Target 50.0%, Trajectory 37.0%, met.',
    )
    for (const words of ['Met', 'On track', 'Behind', 'Cannot tell']) expect(String(chart.svg)).toContain(`>${words}<`)
  })

  it('says so when there are no goals, and says nothing that is suppressed', () => {
    expect(goalAttainmentChart(answerFrom(goalAttainment, notAudited)).finding).toBe('There are no goals yet')
    const chart = goalAttainmentChart(answerFrom(goalAttainment, few, { audience: 'council' }))
    expect(chart.finding).toBe('Some numbers among 7 schools are too small to show')
    expect(chart.description).not.toMatch(/met|behind|on track|cannot/)
  })
})
