import { describe, expect, it } from 'vitest'
import { pipeline } from '../../../analytics/measures/pipeline.ts'
import { pipelineChart } from '../../../dashboards/charts/pipeline.ts'
import { answerFrom, notAudited, typical } from '../answers.ts'
import { itIsDrawnAsBefore } from '../pictures.ts'

const found = (facts = typical): string => pipelineChart(answerFrom(pipeline, facts)).finding

describe('the chart of pipeline', () => {
  itIsDrawnAsBefore(pipeline, pipelineChart)

  it('says what was found, of how many, and that there is nothing yet', () => {
    expect(found()).toBe('30 reflections and 7 audits overdue, 7 awards lapsed')
    expect(found(notAudited)).toBe('0 reflections and 0 audits overdue, 0 awards lapsed')
  })
})
