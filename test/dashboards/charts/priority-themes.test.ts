import { describe, expect, it } from 'vitest'
import { priorityThemes } from '../../../analytics/measures/priority-themes.ts'
import { priorityThemesChart } from '../../../dashboards/charts/priority-themes.ts'
import { answerFrom, notAudited, typical } from '../answers.ts'
import { itIsDrawnAsBefore } from '../pictures.ts'

const found = (facts = typical): string => priorityThemesChart(answerFrom(priorityThemes, facts)).finding

describe('the chart of priority-themes', () => {
  itIsDrawnAsBefore(priorityThemes, priorityThemesChart)

  it('says what was found, of how many, and that there is nothing yet', () => {
    expect(found()).toBe('The commonest themes: a priority of 7 of 7 schools with priorities')
    expect(found(notAudited)).toBe('No latest audit has priorities')
  })
})
