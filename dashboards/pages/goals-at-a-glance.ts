import type { Disclosed } from '../../analytics/disclosure/disclose.ts'
import { isMark } from '../../analytics/framework/mark.ts'
import type { GoalAttainmentRow } from '../../analytics/measures/goal-attainment.ts'
import type { NoTotals } from '../../analytics/measures/measure.ts'
import { linkFrom, type Frame } from '../parts/frame.ts'
import { html, type Html } from '../parts/html.ts'
import { lineageHref } from '../parts/lineage-link.ts'
import { figureText, percentText } from '../parts/number.ts'

/** Each goal in a line: how it stands, where it is and where it should come to. */
export function goalsAtAGlance(frame: Frame, answer: Disclosed<GoalAttainmentRow, NoTotals>): Html {
  const meaningOf = (goal: string): string => answer.terms.find(({ term }) => term === goal)?.meaning ?? goal
  return html`<section class="glance" aria-labelledby="glance">
    <h2 class="section-title" id="glance">Goals at a glance</h2>
    ${
      answer.rows.length === 0
        ? html`<p class="govuk-body">No goals are loaded. They come with a sheet of kind “goals”.</p>`
        : html`<ul class="glance__list">
              ${answer.rows.map(
                (row) =>
                  html`<li>
                    <span class="glance__goal">${meaningOf(row.goal)}</span>
                    <span class="glance__status">${isMark(row.status) ? figureText(row.status) : row.status}</span>
                    <span class="glance__value"
                      ><a class="govuk-link" href="${lineageHref(answer, row.goal, 'attained')}"
                        >${percentText(row.value)}<span class="govuk-visually-hidden">
                          now, where from: ${meaningOf(row.goal)}</span
                        ></a
                      >
                      of ${percentText(row.target)}</span
                    >
                  </li>`,
              )}
            </ul>
            <p><a class="govuk-link" href="${linkFrom(frame, '/goals')}">All about the goals</a></p>`
    }
  </section>`
}
