import { describe, expect, it } from 'vitest'
import { strandProfile } from '../../../analytics/measures/strand-profile.ts'
import { strandProfileChart } from '../../../dashboards/charts/strand-profile.ts'
import { answerFrom, few, notAudited, typical } from '../answers.ts'
import { itIsDrawnAsBefore } from '../pictures.ts'

describe('the chart of the strand profile', () => {
  itIsDrawnAsBefore(strandProfile, strandProfileChart)

  it('names the strand in which most audited schools have reached Establishing', () => {
    expect(strandProfileChart(answerFrom(strandProfile, typical)).finding).toBe(
      'Co-curricular is strongest: 9 of 16 schools at Establishing or above',
    )
  })

  it('says of one strand how many of its rated schools have reached Establishing', () => {
    const answer = answerFrom(strandProfile, typical, { strand: 'Leadership and Management' })
    expect(strandProfileChart(answer).finding).toBe('4 of 15 rated schools have reached Establishing or above')
  })

  it('says so when no school has been audited, and says nothing that is suppressed', () => {
    expect(strandProfileChart(answerFrom(strandProfile, notAudited)).finding).toBe(
      'None of 10 schools has been audited yet',
    )
    const answer = answerFrom(strandProfile, few, { audience: 'council' })
    expect(strandProfileChart(answer).finding).toBe('Some numbers among 7 schools are too small to show')
  })

  it('gives suppressed levels one hatched part, as long as what is left of the bar', () => {
    const answer = answerFrom(strandProfile, typical, { audience: 'council', strand: 'Community and partnerships' })
    const hidden = Object.values(answer.rows[0] ?? {}).filter((value) => value === 'c')
    expect(hidden.length).toBeGreaterThan(1)
    const svg = String(strandProfileChart(answer).svg)
    expect(svg).toContain('>[c]<')
    expect(svg).toContain('>Suppressed<')
  })
})
