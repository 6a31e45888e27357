import { levels, type Level } from '../../analytics/framework/level.ts'
import { strands } from '../../analytics/framework/strand.ts'
import { dayText } from '../parts/day.ts'
import { html, type Html } from '../parts/html.ts'
import { levelTag } from '../parts/level-tag.ts'
import type { SchoolAudit } from './school-view.ts'

/** A school's levels, a strand a row and an audit a column, each with how it moved since the audit before. */
export const levelsOverTime = (audits: readonly SchoolAudit[]): Html => html`
  <section aria-labelledby="levels">
    <h2 class="govuk-heading-l" id="levels">Levels at each audit</h2>
    <div class="scroll" role="region" tabindex="0" aria-labelledby="levels">
      <table class="govuk-table levels">
        <caption class="govuk-visually-hidden">
          Level of each strand at each audit
        </caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            <th class="govuk-table__header" scope="col">Strand</th>
            ${audits.map(({ heldOn }) => html`<th class="govuk-table__header" scope="col">${dayText(heldOn)}</th>`)}
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          ${strands.map(
            (strand, at) =>
              html`<tr class="govuk-table__row">
                <th class="govuk-table__header" scope="row">${strand}</th>
                ${audits.map((audit, index) => cellOf(audit, audits[index - 1], at))}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>
`

function cellOf(audit: SchoolAudit, before: SchoolAudit | undefined, strand: number): Html {
  const level = audit.levels[strand] ?? null
  const moved = before === undefined ? null : movedFrom(before.levels[strand] ?? null, level, audit.comparable)
  return html`<td class="govuk-table__cell">
    ${levelTag(level)}${moved === null ? null : html` <span class="levels__moved">${moved}</span>`}
  </td>`
}

/** How a level stands to the one before, in words; null where either is not rated. */
function movedFrom(before: Level | null, level: Level | null, comparable: boolean): string | null {
  if (before === null || level === null) return null
  if (!comparable) return 'not comparable'
  const steps = levels.indexOf(level) - levels.indexOf(before)
  return steps > 0 ? 'up' : steps < 0 ? 'down' : 'same'
}

/** The levels of one audit in a sentence. */
export const levelsInWords = ({ levels }: SchoolAudit): string =>
  `${strands.map((strand, at) => `${strand}: ${levels[at] ?? 'not rated'}`).join('. ')}.`
