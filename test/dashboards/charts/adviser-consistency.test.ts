import { describe, expect, it } from 'vitest'
import { adviserConsistency } from '../../../analytics/measures/adviser-consistency.ts'
import { adviserConsistencyChart } from '../../../dashboards/charts/adviser-consistency.ts'
import { answerFrom, notAudited, typical } from '../answers.ts'
import { itIsDrawnAsBefore } from '../pictures.ts'

const found = (facts = typical): string => adviserConsistencyChart(answerFrom(adviserConsistency, facts)).finding

describe('the chart of adviser-consistency', () => {
  itIsDrawnAsBefore(adviserConsistency, adviserConsistencyChart)

  it('says what was found, of how many, and that there is nothing yet', () => {
    expect(found()).toBe('None of 2 advisers rates higher or lower than expected')
    expect(found(notAudited)).toBe('No audit has rated this strand yet')
  })
})
