import { describe, expect, it } from 'vitest'
import { schoolStanding } from '../../../analytics/measures/school-standing.ts'
import { schoolStandingChart } from '../../../dashboards/charts/school-standing.ts'
import { answerFrom, notAudited, typical } from '../answers.ts'
import { itIsDrawnAsBefore } from '../pictures.ts'

const found = (facts = typical): string => schoolStandingChart(answerFrom(schoolStanding, facts)).finding

describe('the chart of school-standing', () => {
  itIsDrawnAsBefore(schoolStanding, schoolStandingChart)

  it('says what was found, of how many, and that there is nothing yet', () => {
    expect(found()).toBe('Where a school stands among 24 peers, level by level')
    expect(found(notAudited)).toBe('No school has been audited yet')
  })
})
