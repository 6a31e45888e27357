import { describe, expect, it } from 'vitest'
import { districtFunnel } from '../../../analytics/measures/district-funnel.ts'
import { districtFunnelChart } from '../../../dashboards/charts/district-funnel.ts'
import { answerFrom, notAudited, typical } from '../answers.ts'
import { itIsDrawnAsBefore } from '../pictures.ts'

const found = (facts = typical): string => districtFunnelChart(answerFrom(districtFunnel, facts)).finding

describe('the chart of district-funnel', () => {
  itIsDrawnAsBefore(districtFunnel, districtFunnelChart)

  it('says what was found, of how many, and that there is nothing yet', () => {
    expect(found()).toBe('None of 1 district differs from all by more than chance')
    expect(found(notAudited)).toBe('No school has been rated in this strand yet')
  })
})
