import { describe, expect, it } from 'vitest'
import { equityGap } from '../../../analytics/measures/equity-gap.ts'
import { equityGapChart } from '../../../dashboards/charts/equity-gap.ts'
import { answerFrom, notAudited, typical } from '../answers.ts'
import { itIsDrawnAsBefore } from '../pictures.ts'

const found = (facts = typical): string => equityGapChart(answerFrom(equityGap, facts)).finding

describe('the chart of equity-gap', () => {
  itIsDrawnAsBefore(equityGap, equityGapChart)

  it('says what was found, of how many, and that there is nothing yet', () => {
    expect(found()).toBe('None of 5 differences between kinds of school is clear')
    expect(found(notAudited)).toBe('No school has been rated in this strand yet')
  })
})
