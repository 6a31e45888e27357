import { describe, expect, it } from 'vitest'
import { disclose } from '../../../analytics/disclosure/disclose.ts'
import { buildEvidence } from '../../../analytics/evidence/build.ts'
import { ask } from '../../../analytics/measures/ask.ts'
import { coverage } from '../../../analytics/measures/coverage.ts'
import { coverageChart } from '../../../dashboards/charts/coverage.ts'
import { answerFrom, few, notAudited, oneSchool, typical } from '../answers.ts'
import { itIsDrawnAsBefore } from '../pictures.ts'

describe('the chart of coverage', () => {
  itIsDrawnAsBefore(coverage, coverageChart)

  it('says how many schools have been audited, out of how many, and how many of them again', () => {
    expect(coverageChart(answerFrom(coverage, typical)).finding).toBe(
      '16 of 24 schools have been audited, 9 of them again',
    )
  })

  it('says of a year who had been audited by its end, for audits are not of that year alone', () => {
    const asked = { asOf: '2026-06-30', during: 2023, where: {} } as const
    const answer = disclose(ask(coverage, buildEvidence(typical), asked), 'hub')
    expect(coverageChart(answer).finding).toMatch(/^\d+ of \d+ schools have been audited by the end of 2023\/24$/)
  })

  it('says so when no school has been audited, or the only one has', () => {
    expect(coverageChart(answerFrom(coverage, notAudited)).finding).toBe('None of 10 schools has been audited yet')
    expect(coverageChart(answerFrom(coverage, oneSchool)).finding).toBe('1 of 1 school has been audited')
  })

  it('says no number that is suppressed', () => {
    const { finding, description } = coverageChart(answerFrom(coverage, few, { audience: 'council' }))
    expect(finding).toBe('Some numbers among 7 schools are too small to show')
    expect(description).toContain('Audited [c]')
  })
})
