import { describe, expect, it } from 'vitest'
import type { Award } from '../../../analytics/framework/award.ts'
import { timeToAward } from '../../../analytics/measures/time-to-award.ts'
import { timeToAwardChart } from '../../../dashboards/charts/time-to-award.ts'
import { answerFrom, few, notAudited, oneSchool, typical } from '../answers.ts'
import { itIsDrawnAsBefore } from '../pictures.ts'

describe('the chart of the time to an award', () => {
  itIsDrawnAsBefore(timeToAward, timeToAwardChart)

  it('says within how many days half the schools have the award or, before that, how many have it', () => {
    const finding = (facts: typeof typical, award?: Award) =>
      timeToAwardChart(answerFrom(timeToAward, facts, award === undefined ? {} : { award })).finding
    expect(finding(typical)).toBe('Half of schools reach Bronze or higher within 1,098 days')
    expect(finding(typical, 'Silver')).toBe('4 of 16 schools ever audited reached Silver or higher')
    expect(finding(typical, 'Gold')).toBe('None of 16 schools ever audited has Gold yet')
    expect(finding(oneSchool)).toBe('Half of schools reach Bronze or higher within 731 days')
    expect(finding(notAudited)).toBe('No school has been audited yet')
  })

  it('has below the curve how many schools are at risk', () => {
    const svg = String(timeToAwardChart(answerFrom(timeToAward, typical)).svg)
    for (const text of ['>Since the first audit. Schools at risk:<', '>1 year<', '>16<']) expect(svg).toContain(text)
  })

  it('says nothing that is suppressed', () => {
    const chart = timeToAwardChart(answerFrom(timeToAward, few, { audience: 'council' }))
    expect(chart.finding).toBe('Some numbers among 7 schools are too small to show')
    expect(chart.description).toContain('Of [c] schools ever audited, [c] got')
  })
})
