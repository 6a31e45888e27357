import { cardTable } from '../parts/card-table.ts'
import { dayText } from '../parts/day.ts'
import { formOf } from '../parts/form.ts'
import { framed } from '../parts/frame.ts'
import { govuk } from '../parts/govuk.ts'
import { html, type Html } from '../parts/html.ts'
import { hrefOf } from '../parts/link.ts'
import { countText, numberText } from '../parts/number.ts'
import { wideTable } from '../parts/wide-table.ts'
import type { FormView } from './import-view.ts'

/** One version of the framework, in a line. */
export interface FrameworkLine {
  readonly framework: string
  readonly criteria: number
  readonly audits: number
  /** The day from which it is used; null from the beginning. */
  readonly inUseFrom: string | null
  readonly alignedTo: string | null
  /** The versions whose levels can be compared with its own, whichever of the two says so. */
  readonly comparableWith: readonly string[]
  /** Whether audits held today that name none are of it. */
  readonly isCurrent: boolean
}

/** Every version of the framework, the newest first. */
export const frameworksTable = (versions: readonly FrameworkLine[]): Html | null =>
  versions.length === 0
    ? null
    : html`<section>
        ${cardTable(
          'Versions of the framework, the newest first',
          ['Version', 'In use from', 'Wording', { numeric: 'Audits that name it' }, 'Levels compared with'],
          versions.map(lineOf),
        )}
      </section>`

const wordingPath = (framework: string): string => hrefOf('/hub/wording', { and: { of: framework } })

const lineOf = ({ framework, inUseFrom, criteria, audits, comparableWith, isCurrent }: FrameworkLine) => ({
  name: html`<a class="govuk-link" href="${wordingPath(framework)}">${framework}</a> ${
      isCurrent && govuk('tag', { text: 'In use', classes: 'govuk-tag--green' })
    }`,
  cells: [
    inUseFrom === null ? 'The beginning' : dayText(inUseFrom),
    countText(criteria, 'criterion', 'criteria'),
    { numeric: numberText(audits) },
    comparableWith.length === 0 ? 'None' : comparableWith.join('; '),
  ],
})

/** One criterion of the wording. */
export interface CriterionLine {
  readonly strand: string
  readonly theme: string
  readonly level: string
  readonly number: number
  readonly criterion: string
}

/** What the page of one version's wording shows. */
export interface WordingView extends FormView {
  readonly version: FrameworkLine
  /** The other versions, each with whether this one names it as comparable itself. */
  readonly others: readonly { readonly framework: string; readonly isNamed: boolean; readonly names: boolean }[]
  readonly criteria: readonly CriterionLine[]
}

/** The wording of one version of the framework, and which others its levels can be compared with. */
export function wordingPage({ frame, token, version, others, criteria }: WordingView): Html {
  const strands = Map.groupBy(criteria, ({ strand }) => strand)
  const main = html`
    ${govuk('back-link', { text: 'Framework', href: '/hub/framework' })}
    <div class="heading">
      <h1 class="govuk-heading-xl heading__title">${version.framework}</h1>
      <p class="heading__scope">
        ${countText(version.criteria, 'criterion', 'criteria')}, in use from
        ${version.inUseFrom === null ? 'the beginning' : dayText(version.inUseFrom)}${
          version.alignedTo !== null && html`, following ${version.alignedTo}`
        }.
      </p>
    </div>
    ${comparability(token, version.framework, others)}
    ${[...strands].map(
      ([strand, of]) =>
        html`<section>
          <h2 class="section-title">${strand}</h2>
          ${wideTable(
            `Wording of ${strand}`,
            ['Theme', 'Level', 'What it says'],
            of.map(
              ({ theme, level, criterion }) =>
                html`<tr class="govuk-table__row">
                  <th class="govuk-table__header" scope="row">${theme}</th>
                  <td class="govuk-table__cell">${level}</td>
                  <td class="govuk-table__cell">${criterion}</td>
                </tr>`,
            ),
          )}
        </section>`,
    )}
  `
  return framed(frame, version.framework, main)
}

function comparability(token: string, framework: string, others: WordingView['others']): Html | null {
  if (others.length === 0) return null
  const elsewhere = others.filter(({ isNamed }) => isNamed).map((other) => other.framework)
  return html`<section>
    <h2 class="section-title">Levels compared with other versions</h2>
    <p class="govuk-body">
      Movement between two audits is told only where the levels of their versions mean the same. You see what would
      change before it is kept.
      ${elsewhere.length > 0 && html`${elsewhere.join('; ')} ${elsewhere.length === 1 ? 'says' : 'say'} so of this one.`}
    </p>
    ${formOf({
      action: '/hub/wording',
      token,
      content: html`
        <input type="hidden" name="of" value="${framework}" />
        ${govuk('checkboxes', {
          idPrefix: 'with',
          name: 'with',
          classes: 'govuk-checkboxes--small',
          fieldset: { legend: { text: 'Its levels mean the same as those of' } },
          items: others.map((other) => ({ value: other.framework, text: other.framework, checked: other.names })),
        })}
        ${govuk('button', { text: 'See what would change', preventDoubleClick: true })}
      `,
    })}
  </section>`
}
