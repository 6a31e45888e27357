import type { GoodPractice } from '../../analytics/cohorts/good-practice.ts'
import type { Disclosed } from '../../analytics/disclosure/disclose.ts'
import type { Strand } from '../../analytics/framework/strand.ts'
import type { NoTotals } from '../../analytics/measures/measure.ts'
import type { StrandProfileRow } from '../../analytics/measures/strand-profile.ts'
import type { CriteriaGapsRow, CriteriaGapsTotals } from '../../analytics/measures/criteria-gaps.ts'
import type { StrandProgressRow } from '../../analytics/measures/strand-progress.ts'
import type { TransitionMatrixRow, TransitionMatrixTotals } from '../../analytics/measures/transition-matrix.ts'
import { criteriaGapsChart } from '../charts/criteria-gaps.ts'
import { strandProfileChart } from '../charts/strand-profile.ts'
import { strandProgressChart } from '../charts/strand-progress.ts'
import { transitionMatrixChart } from '../charts/transition-matrix.ts'
import { figureOf } from '../parts/figure.ts'
import { framed, type Frame } from '../parts/frame.ts'
import { headingOf } from '../parts/heading.ts'
import { html, type Html } from '../parts/html.ts'
import { practiceOf } from './good-practice.ts'
import { movesInWords } from './moves-in-words.ts'
import { profilesFigure } from './profiles.ts'
import type { Profiles } from './strands.ts'

/** What a strand's page shows: answers of measures, each asked of this strand. */
export interface StrandView {
  readonly frame: Frame
  readonly strand: Strand
  readonly strandProfile: Disclosed<StrandProfileRow, NoTotals>
  readonly strandProgress: Disclosed<StrandProgressRow, NoTotals>
  readonly transitionMatrix: Disclosed<TransitionMatrixRow, TransitionMatrixTotals>
  readonly criteriaGaps: Disclosed<CriteriaGapsRow, CriteriaGapsTotals>
  readonly profiles: Profiles
  /** Who could share good practice; null where its reader is told of no school by name. */
  readonly practice: GoodPractice | null
}

/** A strand's page: its levels and how they came about, from which level to which schools moved, and what is not met. */
export function strandPage(view: StrandView): Html {
  const { frame, strand, strandProfile, strandProgress, transitionMatrix, criteriaGaps, profiles, practice } = view
  const main = html`
    ${headingOf(frame, strand, strandProfile.population)}
    ${figureOf(frame, strandProfile, strandProfileChart(strandProfile), { traced: true })}
    ${profilesFigure(frame, 'year', profiles.year)}
    ${figureOf(frame, strandProgress, strandProgressChart(strandProgress), { traced: true })}
    ${figureOf(frame, transitionMatrix, transitionMatrixChart(transitionMatrix), {
      traced: true,
      more: movesInWords(transitionMatrix),
    })}
    ${practice !== null && practiceOf(frame, strand, practice)}
    ${figureOf(frame, criteriaGaps, criteriaGapsChart(criteriaGaps), { traced: true })}
    ${profilesFigure(frame, 'phase', profiles.phase)} ${profilesFigure(frame, 'district', profiles.district)}
  `
  return framed(frame, strand, main)
}
