import { describe, expect, it } from 'vitest'
import { cohortProgress } from '../../../analytics/measures/cohort-progress.ts'
import { cohortProgressChart } from '../../../dashboards/charts/cohort-progress.ts'
import { audit, factsOf, school } from '../../../fixtures/story.ts'
import { answerFrom, few, notAudited, typical } from '../answers.ts'
import { itIsDrawnAsBefore } from '../pictures.ts'

describe('the chart of cohort progress', () => {
  itIsDrawnAsBefore(cohortProgress, cohortProgressChart)

  it('says of a cohort how many of its rated schools have reached Establishing in the strand where most have', () => {
    const finding = (facts: typeof typical) => cohortProgressChart(answerFrom(cohortProgress, facts)).finding
    expect(finding(typical)).toBe('2021/22 cohort: 9 of 16 at Establishing or above in Co-curricular')
    expect(finding(notAudited)).toBe('None of 10 schools has been audited yet')
  })

  it('writes in each cell the share and out of how many, and says in which year none was rated', () => {
    const answer = answerFrom(cohortProgress, typical, { strand: 'Leadership and Management' })
    const svg = String(cohortProgressChart(answer).svg)
    for (const text of ['>2021/22<', '>16 schools<', '>+4<', '>of 15<', '>26.7%<']) expect(svg).toContain(text)
    const unrated = factsOf({ register: [school(900001)], audits: [audit(900001, '2025-10-01', '- F F F')] })
    expect(String(cohortProgressChart(answerFrom(cohortProgress, unrated)).svg)).toContain('>none<')
  })

  it('leaves out years between where there is no room for all', () => {
    const long = factsOf({ register: [school(900001)], audits: [audit(900001, '2012-10-01', 'F F F F')] })
    const { narrow } = cohortProgressChart(answerFrom(cohortProgress, long))
    expect(String(narrow)).toContain('>+4<')
    expect(String(narrow)).not.toContain('>+1<')
  })

  it('says nothing that is suppressed', () => {
    const chart = cohortProgressChart(answerFrom(cohortProgress, few, { audience: 'council' }))
    expect(chart.finding).toBe('Some numbers among 7 schools are too small to show')
    expect(String(chart.svg)).not.toContain('2021/22')
  })
})
