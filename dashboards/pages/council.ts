import type { Disclosed } from '../../analytics/disclosure/disclose.ts'
import { dayText } from '../parts/day.ts'
import { framed, type Frame } from '../parts/frame.ts'
import { govuk } from '../parts/govuk.ts'
import { html, type Html } from '../parts/html.ts'
import { instantText } from '../parts/instant.ts'
import { measureTable } from '../parts/measure-table.ts'
import { sourceOf, subtitleOf } from '../parts/scope.ts'

/** What a council's officers are shown. */
export interface CouncilView {
  readonly frame: Frame
  /** The council's name. */
  readonly council: string
  /** The term at whose end it stood so. */
  readonly term: string
  /** An instant in UTC. */
  readonly frozenAt: string
  /** Disclosed to the council. */
  readonly answers: readonly Disclosed<object, object>[]
}

/** How a council stood at the end of a term, as whole-council totals that do not change any more. */
export const councilPage = ({ frame, council, term, frozenAt, answers }: CouncilView): Html =>
  framed(
    frame,
    council,
    html`<div class="heading">
        <h1 class="govuk-heading-xl heading__title">${council}: ${term}</h1>
        <p class="heading__scope">As things stood on ${dayText(frame.asOf)}, frozen on ${instantText(frozenAt)}.</p>
      </div>
      ${govuk('inset-text', {
        text: 'These tables are made once a term for the whole council, and do not change afterwards. Small numbers, and those from which they could be worked out, are not shown.',
      })}
      ${answers.map(
        (answer) =>
          html`<section class="council" id="${answer.measure}" aria-labelledby="${answer.measure}-title">
            <h2 class="section-title" id="${answer.measure}-title">${answer.title}</h2>
            ${measureTable(answer, { caption: subtitleOf(answer, frame.choices), percent: true })}
            <p class="notes">${sourceOf(answer, frame.hub ?? 'the hub')}</p>
          </section>`,
      )}
      <p class="workbook">
        <a class="govuk-link" href="/council/county-report.xlsx">Download these tables as a workbook (Excel)</a>
      </p>`,
  )
