import type { Day } from '../../analytics/framework/day.ts'
import type { Movement } from '../../analytics/measures/movement.ts'
import { dayText } from '../parts/day.ts'
import { html, type Html } from '../parts/html.ts'
import { countText, numberText } from '../parts/number.ts'

/** How the main numbers moved within a year, each in the parts that add up to it. */
export function sinceLastYear(movements: readonly Movement[], since: Day): Html {
  const wasKnown = movements.some(({ knownThen }) => knownThen !== null)
  const [first] = movements
  const parts = [
    ...(wasKnown ? ['Known then', 'Recorded or corrected since'] : ['A year before']),
    'New audits and awards',
    'Schools that came',
    'Schools that left',
    'Now',
  ]
  return html`<section class="movement" id="since" aria-labelledby="since-title">
    <h2 class="section-title" id="since-title">${first === undefined ? 'Since last year' : findingOf(first)}</h2>
    <p class="figure__subtitle">Numbers of schools since ${dayText(since)}, and what moved them.</p>
    <div class="scroll" role="region" tabindex="0" aria-label="What moved since ${dayText(since)}">
      <table class="govuk-table figures">
        <caption class="govuk-visually-hidden">
          Numbers of schools since ${dayText(since)}, and what moved them
        </caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            <th class="govuk-table__header" scope="col">Schools</th>
            ${parts.map(
              (part) => html`<th class="govuk-table__header govuk-table__header--numeric" scope="col">${part}</th>`,
            )}
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          ${movements.map((movement) => rowOf(movement, wasKnown))}
        </tbody>
      </table>
    </div>
    <ul class="notes">
      <li>
        The columns of a row add up to the last. New audits and awards: of schools counted on both days, those that
        lapsed or fell taken off. Schools come into the population when they open, and leave it when they close.
      </li>
      ${!wasKnown && html`<li>Nothing was loaded here a year before: what was corrected since cannot be told.</li>`}
    </ul>
  </section>`
}

const signed = (count: number): string =>
  count > 0 ? `+${numberText(count)}` : count < 0 ? `−${numberText(-count)}` : '0'

function rowOf({ name, knownThen, corrected, before, happened, came, left, now }: Movement, wasKnown: boolean): Html {
  const cell = (text: string, strong = false) =>
    html`<td class="govuk-table__cell govuk-table__cell--numeric">
      ${strong ? html`<strong>${text}</strong>` : text}
    </td>`
  return html`<tr class="govuk-table__row">
    <th class="govuk-table__header" scope="row">${name}</th>
    ${wasKnown && knownThen !== null && corrected !== null ? html`${cell(numberText(knownThen))}${cell(signed(corrected))}` : cell(numberText(before))}
    ${cell(signed(happened))} ${cell(signed(came))} ${cell(signed(left))} ${cell(numberText(now), true)}
  </tr>`
}

function findingOf({ before, now }: Movement): string {
  if (now === before) return `${countText(now, 'school')} audited, as a year before`
  return `${countText(Math.abs(now - before), 'audited school')} ${now > before ? 'more' : 'fewer'} than a year before: ${numberText(now)} now`
}
