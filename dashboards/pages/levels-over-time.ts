import { levels, type Level } from '../../analytics/framework/level.ts'
import { strands } from '../../analytics/framework/strand.ts'
import { dayText } from '../parts/day.ts'
import { html, type Html } from '../parts/html.ts'
import { levelTag } from '../parts/level-tag.ts'
import type { SchoolAudit } from './school-view.ts'

/** A school's levels, a strand a row and an audit a column, each with how it moved since the audit before. */
export const levelsOverTime = (audits: readonly SchoolAudit[]): Html => html`
  <section>
    <h2 class="section-title" id="levels">Levels at each audit</h2>
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
function movedFrom(before: Level | null, level: Level | null, comparable: boolean): keyof typeof ways | null {
  if (before === null || level === null) return null
  if (!comparable) return 'not comparable'
  const steps = levels.indexOf(level) - levels.indexOf(before)
  return steps > 0 ? 'up' : steps < 0 ? 'down' : 'same'
}

const ways = { up: 'Up', same: 'Same level', down: 'Down', 'not comparable': 'Not comparable' } as const

/** Which strands moved which way since the audit before, in sentences; null where there is nothing to compare. */
export function movesInWords(audit: SchoolAudit, before: SchoolAudit): string | null {
  const moves = strands.map((strand, at) => ({
    strand,
    way: movedFrom(before.levels[at] ?? null, audit.levels[at] ?? null, audit.comparable),
    change: `${before.levels[at]} to ${audit.levels[at]}`,
  }))
  const sentences = Object.entries(ways).flatMap(([way, words]) => {
    const those = moves.filter((move) => move.way === way)
    const names = those.map(({ strand, change }) => (way === 'up' || way === 'down' ? `${strand}, ${change}` : strand))
    return those.length === 0 ? [] : [`${words}: ${names.join('; ')}.`]
  })
  return sentences.length === 0 ? null : sentences.join(' ')
}
