import type { Disclosed } from '../../analytics/disclosure/disclose.ts'
import { isMark } from '../../analytics/framework/mark.ts'
import type { GoalAttainmentRow } from '../../analytics/measures/goal-attainment.ts'
import type { NoTotals } from '../../analytics/measures/measure.ts'
import { html, type Html } from '../parts/html.ts'
import { lineageHref } from '../parts/lineage-link.ts'
import { countText, figureText, percentText } from '../parts/number.ts'

/** What each goal would take, a sentence a goal, each with the way to the schools and rows behind it. */
export const goalsInWords = (answer: Disclosed<GoalAttainmentRow, NoTotals>): Html => html`
  <ul class="figure__more">
    ${answer.rows.map(({ goal, n, attained, value, target, needed, status }) => {
      const from = html`<a class="govuk-link" href="${lineageHref(answer, goal, 'attained')}"
        >${figureText(attained)} of ${countText(n, 'school')} (${percentText(value)})</a
      >`
      return html`<li>
        <strong>${goal}</strong>, ${isMark(status) ? figureText(status) : status}:
        ${from}${
          isMark(needed) || needed === 0
            ? html`; the target is ${percentText(target)}.`
            : html`; ${countText(needed, 'school')} more would meet ${percentText(target)}.`
        }
      </li>`
    })}
  </ul>
`
