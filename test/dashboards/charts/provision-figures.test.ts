import { describe, expect, it } from 'vitest'
import { provisionFigures } from '../../../analytics/measures/provision-figures.ts'
import { provisionFiguresChart } from '../../../dashboards/charts/provision-figures.ts'
import { answerFrom, notAudited, typical } from '../answers.ts'
import { itIsDrawnAsBefore } from '../pictures.ts'

const found = (facts = typical): string => provisionFiguresChart(answerFrom(provisionFigures, facts)).finding

describe('the chart of provision-figures', () => {
  itIsDrawnAsBefore(provisionFigures, provisionFiguresChart)

  it('says what was found, of how many, and that there is nothing yet', () => {
    expect(found()).toBe('5 of 24 schools sent a data form for 2025/26')
    expect(found(notAudited)).toBe('No data form has been sent yet')
  })
})
