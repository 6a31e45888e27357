import { describe, expect, it } from 'vitest'
import { awardLadder } from '../../../analytics/measures/award-ladder.ts'
import { awardLadderChart } from '../../../dashboards/charts/award-ladder.ts'
import { answerFrom, few, notAudited, oneSchool, typical } from '../answers.ts'
import { itIsDrawnAsBefore } from '../pictures.ts'

describe('the chart of the award ladder', () => {
  itIsDrawnAsBefore(awardLadder, awardLadderChart)

  it('says how many schools hold Bronze, Silver or Gold', () => {
    const finding = (facts: typeof typical) => awardLadderChart(answerFrom(awardLadder, facts)).finding
    expect(finding(typical)).toBe('7 of 24 schools hold Bronze, Silver or Gold')
    expect(finding(oneSchool)).toBe('1 of 1 school holds Bronze, Silver or Gold')
    expect(finding(notAudited)).toBe('None of 10 schools holds Bronze, Silver or Gold')
  })

  it('says nothing that is suppressed', () => {
    const { finding } = awardLadderChart(answerFrom(awardLadder, few, { audience: 'council' }))
    expect(finding).toBe('Some numbers among 7 schools are too small to show')
  })
})
