import { describe, expect, it } from 'vitest'
import { claimAndEvidence } from '../../../analytics/measures/claim-and-evidence.ts'
import { claimAndEvidenceChart } from '../../../dashboards/charts/claim-and-evidence.ts'
import { answerFrom, notAudited, typical } from '../answers.ts'
import { itIsDrawnAsBefore } from '../pictures.ts'

const found = (facts = typical): string => claimAndEvidenceChart(answerFrom(claimAndEvidence, facts)).finding

describe('the chart of claim-and-evidence', () => {
  itIsDrawnAsBefore(claimAndEvidence, claimAndEvidenceChart)

  it('says what was found, of how many, and that there is nothing yet', () => {
    expect(found()).toBe('After claims of achievement, 0 of 1 strand seen again rose')
    expect(found(notAudited)).toBe('No returned reflection speaks of a priority yet')
  })
})
