import { strands } from '../../analytics/framework/strand.ts'
import { awardLadderChart } from '../charts/award-ladder.ts'
import { coverageChart } from '../charts/coverage.ts'
import { priorityThemesChart } from '../charts/priority-themes.ts'
import { reflectionsDueChart } from '../charts/reflections-due.ts'
import { strandProfileChart } from '../charts/strand-profile.ts'
import { strandProgressChart } from '../charts/strand-progress.ts'
import { figureOf } from '../parts/figure.ts'
import { framed, linkFrom, strandPath, type Frame } from '../parts/frame.ts'
import { headingOf } from '../parts/heading.ts'
import { html, type Html } from '../parts/html.ts'
import { hrefOf } from '../parts/link.ts'
import { scopeTitle } from '../parts/scope.ts'
import { attentionOf } from './attention.ts'
import type { CountyHomeView } from './county-home-view.ts'
import { goalsAtAGlance } from './goals-at-a-glance.ts'
import { headlines } from './headlines.ts'
import { sinceLastYear } from './since-last-year.ts'

export type * from './county-home-view.ts'

/**
 * The county's page: what is so in six sentences, what to see to, the goals, what moved since last year, then who is
 * reached, where the strands stand, how they moved, the awards held, which reflections came back, and what schools work on.
 */
export function countyHomePage(view: CountyHomeView): Html {
  const { frame, coverage, strandProfile, strandProgress, awardLadder, pipeline, goalAttainment } = view
  const { reflectionsDue, priorityThemes } = view
  const toStrand = (strand: string) => linkFrom(frame, strandPath(strand))
  const main = html`
    ${headingOf(frame, scopeTitle(frame.where, frame.choices), coverage.population)} ${headlines(view)}
    <div class="beside">${attentionOf(frame, pipeline, view.doubtful)} ${goalsAtAGlance(frame, goalAttainment)}</div>
    ${sinceLastYear(view.movements, view.since)} ${figureOf(frame, coverage, coverageChart(coverage), { traced: true })}
    ${figureOf(frame, strandProfile, strandProfileChart(strandProfile), {
      traced: true,
      linkTo: toStrand,
      more: strandLinks(frame),
    })}
    ${figureOf(frame, strandProgress, strandProgressChart(strandProgress), {
      traced: true,
      linkTo: toStrand,
    })}
    ${figureOf(frame, awardLadder, awardLadderChart(awardLadder), { traced: true })}
    ${figureOf(frame, reflectionsDue, reflectionsDueChart(reflectionsDue), { traced: true })}
    ${figureOf(frame, priorityThemes, priorityThemesChart(priorityThemes), { traced: true })} ${workbookLink(frame)}
  `
  return framed(frame, scopeTitle(frame.where, frame.choices), main)
}

const workbookLink = ({ asOf, where, openDocument }: Frame): Html => {
  const to = (file: string, more = {}): string => hrefOf(`/workbooks/${file}`, { asOf, where, and: more })
  return html`
    <p class="workbook">
      <a class="govuk-link" href="${to('county-report.xlsx')}">Download these figures as a workbook (Excel)</a>: who is
      reached, strands, awards, reflections and goals, where schools moved from and to, and the schools one by one. Also
      <a class="govuk-link" href="${to('county-report.xlsx', { profile: 'working' })}">with filters and charts</a>, as
      ${openDocument && html`<a class="govuk-link" href="${to('county-report.ods')}">a workbook for other programs (ODS)</a>, as`}
      <a class="govuk-link" href="${to('county-report.html')}">a page to print</a> or as
      <a class="govuk-link" href="${to('county-report-csv.zip')}">tables in CSV</a>.
    </p>
    <p class="workbook">
      <a class="govuk-link" href="${to('board-pack.xlsx')}">Board pack (Excel)</a
      >${openDocument && html` or <a class="govuk-link" href="${to('board-pack.ods')}">board pack (ODS)</a>`}: what
      moved in three months.
      <a class="govuk-link" href="${to('audit-template.xlsx')}">Sheet of audits to fill in (Excel)</a>: a row for each
      of these schools.
    </p>
  `
}

const strandLinks = (frame: Frame): Html => html`
  <p class="figure__more figure__more--links">
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
