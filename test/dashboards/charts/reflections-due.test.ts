import { describe, expect, it } from 'vitest'
import { reflectionsDue } from '../../../analytics/measures/reflections-due.ts'
import { reflectionsDueChart } from '../../../dashboards/charts/reflections-due.ts'
import { answerFrom, few, notAudited, typical } from '../answers.ts'
import { itIsDrawnAsBefore } from '../pictures.ts'

describe('the chart of reflections due', () => {
  itIsDrawnAsBefore(reflectionsDue, reflectionsDueChart)

  it('says how many are overdue, due and returned, and those no longer asked for in words below the bar', () => {
    const chart = reflectionsDueChart(answerFrom(reflectionsDue, typical))
    expect(chart.finding).toBe('30 reflections are overdue, 0 due, 10 returned')
    expect(String(chart.svg)).toContain('Withdrawn 1 · Superseded 0')
  })

  it('says so when no school has been audited, and says nothing that is suppressed', () => {
    expect(reflectionsDueChart(answerFrom(reflectionsDue, notAudited)).finding).toBe(
      'No school has been audited yet, so no reflection is due',
    )
    const answer = answerFrom(reflectionsDue, few, { audience: 'council' })
    expect(reflectionsDueChart(answer).finding).toBe('Some numbers among 7 schools are too small to show')
  })
})
