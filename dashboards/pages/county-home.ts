import type { Disclosed } from '../../analytics/disclosure/disclose.ts'
import type { AwardLadderRow } from '../../analytics/measures/award-ladder.ts'
import type { CoverageRow } from '../../analytics/measures/coverage.ts'
import type { NoTotals } from '../../analytics/measures/measure.ts'
import type { StrandProfileRow } from '../../analytics/measures/strand-profile.ts'
import type { StrandProgressRow } from '../../analytics/measures/strand-progress.ts'
import { strands } from '../../analytics/framework/strand.ts'
import { awardLadderChart } from '../charts/award-ladder.ts'
import { coverageChart } from '../charts/coverage.ts'
import { strandProfileChart } from '../charts/strand-profile.ts'
import { strandProgressChart } from '../charts/strand-progress.ts'
import { figureOf } from '../parts/figure.ts'
import { framed, linkFrom, strandPath, type Frame } from '../parts/frame.ts'
import { headingOf } from '../parts/heading.ts'
import { html, type Html } from '../parts/html.ts'
import { scopeTitle } from '../parts/scope.ts'
import { headlines } from './headlines.ts'

/** What the county's page shows: the answers of four measures for the schools and day of the frame. */
export interface CountyHomeView {
  readonly frame: Frame
  readonly coverage: Disclosed<CoverageRow, NoTotals>
  readonly strandProfile: Disclosed<StrandProfileRow, NoTotals>
  readonly strandProgress: Disclosed<StrandProgressRow, NoTotals>
  readonly awardLadder: Disclosed<AwardLadderRow, NoTotals>
}

/** The county's page: who is reached, where the strands stand, how they moved, and the awards held. */
export function countyHomePage(view: CountyHomeView): Html {
  const { frame, coverage, strandProfile, strandProgress, awardLadder } = view
  const toStrand = (strand: string) => linkFrom(frame, strandPath(strand))
  const main = html`
    ${headingOf(frame, scopeTitle(frame.where, frame.choices), coverage.population)} ${headlines(view)}
    ${figureOf(frame, coverage, coverageChart(coverage), { percent: true })}
    ${figureOf(frame, strandProfile, strandProfileChart(strandProfile), {
      percent: true,
      linkTo: toStrand,
      more: strandLinks(frame),
    })}
    ${figureOf(frame, strandProgress, strandProgressChart(strandProgress), {
      percent: false,
      linkTo: toStrand,
      more: strandLinks(frame),
    })}
    ${figureOf(frame, awardLadder, awardLadderChart(awardLadder), { percent: true })}
  `
  return framed(frame, scopeTitle(frame.where, frame.choices), main)
}

const strandLinks = (frame: Frame): Html => html`
  <p class="figure__more">
    More on
    ${strands.map(
      (strand, at) =>
        html`${at === 0 ? null : at === strands.length - 1 ? ' and ' : ', '}<a
            class="govuk-link"
            href="${linkFrom(frame, strandPath(strand))}"
            >${strand}</a
          >`,
    )}.
  </p>
`
