import { describe, expect, it } from 'vitest'
import { criteriaGaps } from '../../../analytics/measures/criteria-gaps.ts'
import { criteriaGapsChart } from '../../../dashboards/charts/criteria-gaps.ts'
import { answerFrom, notAudited, typical } from '../answers.ts'
import { itIsDrawnAsBefore } from '../pictures.ts'

const found = (facts = typical): string => criteriaGapsChart(answerFrom(criteriaGaps, facts)).finding

describe('the chart of criteria-gaps', () => {
  itIsDrawnAsBefore(criteriaGaps, criteriaGapsChart)

  it('says what was found, of how many, and that there is nothing yet', () => {
    expect(found()).toBe('13 of 40 judgements of criteria are met')
    expect(found(notAudited)).toBe('No school has been audited yet')
  })
})
