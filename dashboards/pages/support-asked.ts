import type { SupportAsked, SupportUnmet } from '../../analytics/cohorts/support-asked.ts'
import { dayText } from '../parts/day.ts'
import { linkFrom, type Frame } from '../parts/frame.ts'
import { html, type Html } from '../parts/html.ts'
import { countText, numberText } from '../parts/number.ts'
import { cardTable } from '../parts/card-table.ts'
import { wideRow, wideTable } from '../parts/wide-table.ts'

/** What schools asked for, what they were offered, and what is unmet: by theme, then one by one, the oldest first. */
export function supportOf(frame: Frame, { themes, unmet }: SupportAsked): Html {
  const sum = (key: 'asked' | 'offered' | 'unmet'): number => themes.reduce((total, theme) => total + theme[key], 0)
  const [asked, offered, open] = [sum('asked'), sum('offered'), sum('unmet')]
  return html`<section>
    <h2 class="section-title" id="support">Support asked for and not yet given</h2>
    ${
      asked === 0
        ? html`<p class="govuk-body">No priority of a latest audit says what is needed.</p>`
        : html`<p class="govuk-body">
              <strong>${numberText(open)} of ${countText(asked, 'priority', 'priorities')}</strong> that say what is
              needed have no support offered and are not fully achieved; ${numberText(offered)} were offered support.
              The sheets tell what was offered, not what was given.
            </p>
            ${wideTable(
              'Support asked for and offered, by theme',
              ['Theme', { numeric: 'Ask for something' }, { numeric: 'Support offered' }, { numeric: 'Not yet' }],
              themes.map((theme) =>
                wideRow(
                  theme.theme,
                  [theme.asked, theme.offered, theme.unmet].map((count) => ({ numeric: numberText(count) })),
                ),
              ),
            )}
            ${unmet.length > 0 && listOf(frame, unmet, open)}`
    }
  </section>`
}

const listOf = (frame: Frame, unmet: readonly SupportUnmet[], open: number): Html => html`
  <h3 class="govuk-heading-s">Not yet, the longest waiting first</h3>
  ${cardTable(
    'Priorities that ask for support nobody has offered',
    ['School', 'Theme', 'Agreed on', 'Last reflection says'],
    unmet.map(({ urn, name, theme, heldOn, said }) => ({
      name: html`<a class="govuk-link" href="${linkFrom({ ...frame, where: {} }, `/schools/${urn}`)}">${name}</a>`,
      cells: [theme, dayText(heldOn), said ?? 'Nothing yet'],
    })),
  )}
  ${open > unmet.length && html`<p class="govuk-body">The first ${unmet.length} of ${numberText(open)} are shown.</p>`}
`
