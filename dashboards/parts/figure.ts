import type { Disclosed } from '../../analytics/disclosure/disclose.ts'
import type { Chart } from '../charts/chart.ts'
import type { Frame } from './frame.ts'
import { govuk } from './govuk.ts'
import { html, type Content, type Html } from './html.ts'
import { hrefOf, type Shown } from './link.ts'
import { measureTable, type TableOptions } from './measure-table.ts'
import { sourceOf, subtitleOf } from './scope.ts'

/** What a figure shows beside its picture. */
export interface FigureOptions extends Omit<TableOptions, 'caption'> {
  /** What is said in words below the picture. */
  readonly more?: Content
  /** What the address of this view says beside the schools and the day. */
  readonly and?: Shown['and']
}

/**
 * An answer as a figure: what was found, what is shown, the picture, the same as a table, and its source with links to
 * the numbers, the picture, and this view.
 */
export function figureOf(frame: Frame, answer: Disclosed<object, object>, chart: Chart, options: FigureOptions): Html {
  const subtitle = subtitleOf(answer, frame.choices)
  const id = answer.measure
  return html`
    <figure class="figure" id="${id}" aria-labelledby="${id}-finding">
      <div class="figure__words">
        <h2 class="figure__finding" id="${id}-finding">${chart.finding}</h2>
        <p class="figure__subtitle">${subtitle}</p>
      </div>
      <div class="figure__picture">
        <div class="figure__wide">${chart.svg}</div>
        <div class="figure__narrow">${chart.narrow}</div>
        ${options.more}
        ${govuk('details', {
          summaryText: 'Show these figures as a table',
          html: String(measureTable(answer, { ...options, caption: subtitle })),
        })}
      </div>
      <figcaption class="figure__source">
        <p>${sourceOf(answer, frame.hub ?? 'the hub')}</p>
        ${downloads(frame, answer, options.and)}
      </figcaption>
    </figure>
  `
}

function downloads(
  frame: Frame,
  { measure, title, asOf, during, where }: Disclosed<object, object>,
  and: Shown['and'] = {},
): Html {
  const shown = { asOf, where, ...(during === null ? {} : { and: { during } }) }
  const link = (href: string, text: string) =>
    html`<li>
      <a class="govuk-link" href="${href}">${text}<span class="govuk-visually-hidden">: ${title}</span></a>
    </li>`
  return html`<ul class="figure__links">
    ${link(hrefOf(`/api/measures/${measure}.csv`, shown), 'Numbers (CSV)')}
    ${link(hrefOf(`/charts/${measure}.svg`, shown), 'Picture (SVG)')}
    ${link(`${hrefOf(frame.path, { asOf, where: frame.where, and })}#${measure}`, 'Link to this view')}
  </ul>`
}
