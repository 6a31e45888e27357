import { describe, expect, it } from 'vitest'
import { strandProgress } from '../../../analytics/measures/strand-progress.ts'
import { strandProgressChart } from '../../../dashboards/charts/strand-progress.ts'
import { answerFrom, few, notAudited, oneSchool, typical } from '../answers.ts'
import { itIsDrawnAsBefore } from '../pictures.ts'

describe('the chart of strand progress', () => {
  itIsDrawnAsBefore(strandProgress, strandProgressChart)

  it('names the strand that rose in most of the schools audited again, and calls it so only of ten schools or more', () => {
    expect(strandProgressChart(answerFrom(strandProgress, typical)).finding).toBe(
      'Curriculum music: up in 6 of 9 re-audited schools',
    )
  })

  it('says of one strand how many schools moved up and how many down', () => {
    const answer = answerFrom(strandProgress, typical, { strand: 'Curriculum music' })
    expect(strandProgressChart(answer).finding).toBe('6 of 9 schools compared moved up, 1 down')
  })

  it('tells those not yet re-audited, not comparable and not audited in words below the bar', () => {
    const answer = answerFrom(strandProgress, typical, { strand: 'Community and partnerships' })
    expect(String(strandProgressChart(answer).svg)).toContain('Not yet re-audited 7 · Not comparable 1 · Not audited 8')
  })

  it('says so when no school has been audited again, and says nothing that is suppressed', () => {
    expect(strandProgressChart(answerFrom(strandProgress, notAudited)).finding).toBe(
      'None of 10 schools has been audited again yet',
    )
    expect(strandProgressChart(answerFrom(strandProgress, oneSchool)).finding).toBe(
      'None of 1 school has been audited again yet',
    )
    const answer = answerFrom(strandProgress, few, { audience: 'council' })
    expect(strandProgressChart(answer).finding).toBe('Some numbers among 7 schools are too small to show')
  })
})
