import type { Disclosed } from '../../analytics/disclosure/disclose.ts'
import { chartOf } from '../charts/index.ts'
import { dayText } from '../parts/day.ts'
import { figureOf } from '../parts/figure.ts'
import { framed, type Frame } from '../parts/frame.ts'
import { govuk } from '../parts/govuk.ts'
import { html, type Html } from '../parts/html.ts'
import { instantText } from '../parts/instant.ts'

/** What a council is told of itself. */
export interface CouncilTold {
  readonly code: string
  readonly name: string
  /** Disclosed to the council. */
  readonly answers: readonly Disclosed<object, object>[]
}

/** What a council's officers are shown; nothing before the first report is approved. */
export interface CouncilView {
  readonly frame: Frame
  readonly shown: {
    /** The term at whose end it stood so. */
    readonly term: string
    /** An instant in UTC. */
    readonly approvedAt: string
    readonly council: CouncilTold
  } | null
}

/** How a council stood at the end of a term, as whole-council totals that do not change any more. */
export function councilPage({ frame, shown }: CouncilView): Html {
  if (shown === null)
    return framed(
      frame,
      'Council report',
      html`<h1 class="govuk-heading-l">There is no report yet</h1>
        <p class="govuk-body">
          Once a term the hub’s data steward looks over the totals for each council and approves them. You will find
          them here as soon as that is done.
        </p>`,
    )
  const { term, approvedAt, council } = shown
  return framed(
    frame,
    council.name,
    html`<div class="heading">
        <h1 class="govuk-heading-xl heading__title">${council.name}: ${term}</h1>
        <p class="heading__scope">As things stood on ${dayText(frame.asOf)}, approved on ${instantText(approvedAt)}.</p>
      </div>
      ${govuk('inset-text', {
        text: 'These figures are made once a term for the whole council, and do not change afterwards. Small numbers, and those from which they could be worked out, are not shown.',
      })}
      ${councilFigures(frame, council)}
      <p class="workbook">
        <a class="govuk-link" href="/council/council-report.xlsx">Download these figures as a workbook (Excel)</a>, as
        ${frame.openDocument && html`<a class="govuk-link" href="/council/council-report.ods">a workbook for other programs (ODS)</a>, as`}
        <a class="govuk-link" href="/council/council-report.html">a page to print</a> or as
        <a class="govuk-link" href="/council/council-report-csv.zip">tables in CSV</a>.
      </p>`,
  )
}

/** The figures of one council, each with its table. They are kept together, as a workbook. */
export const councilFigures = (frame: Frame, { code, answers }: CouncilTold): readonly Html[] =>
  answers.map((answer) => figureOf(frame, answer, chartOf(answer), { id: `${answer.measure}-${code}`, links: null }))
