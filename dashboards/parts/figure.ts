import type { Disclosed } from '../../analytics/disclosure/disclose.ts'
import type { Chart } from '../charts/chart.ts'
import type { Frame } from './frame.ts'
import { govuk } from './govuk.ts'
import { html, type Content, type Html } from './html.ts'
import { hrefOf, type Shown } from './link.ts'
import { measureTable, type TableOptions } from './measure-table.ts'
import { numberText } from './number.ts'
import { remarksOnFigure } from './remarks.ts'
import { sourceOf, subtitleOf } from './scope.ts'

/** What a figure shows beside its picture. */
export interface FigureOptions extends Omit<TableOptions, 'caption'> {
  /** Its name in the page, where the measure's own would stand there twice. */
  readonly id?: string
  /** What is said in words below the picture. */
  readonly more?: Content
  /** What the address of this view says beside the schools and the day. */
  readonly and?: Shown['and']
  /** Where its numbers, its picture and itself are kept, where that is not as usual; null where they are not. */
  readonly links?: Figured['links']
}

/** Of a table of more rows than this, paper says how many it has and leaves them out. */
const mostPrinted = 40

/** A picture with all that stands around it. */
export interface Figured {
  /** Unique in a page: the last part of the address of the figure. */
  readonly id: string
  /** What it is called where it stands in a list of links. */
  readonly title: string
  readonly chart: Chart
  readonly subtitle: string
  readonly source: string
  readonly more?: Content
  readonly table: Html
  /** The addresses of its numbers, of its picture, and of this view; null where they are not kept one by one. */
  readonly links: { readonly csv: string; readonly svg: string; readonly view: string } | null
}

/** A figure: what was found, what is shown, the picture, the same as a table, and its source with links to keep it by. */
export const figureWith = ({ id, title, chart, subtitle, source, more, table, links }: Figured): Html => html`
  <figure class="figure" id="${id}" aria-labelledby="${id}-finding">
    <div class="figure__words">
      <h2 class="figure__finding" id="${id}-finding">${chart.finding}</h2>
      <p class="figure__subtitle">${subtitle}</p>
    </div>
    <div class="figure__picture">
      <div class="figure__wide">${chart.svg}</div>
      <div class="figure__narrow">${chart.narrow}</div>
      ${more} ${govuk('details', { summaryText: 'Show these figures as a table', html: String(table) })}
    </div>
    <figcaption class="figure__source">
      <p>${source}</p>
      ${links !== null && downloads(title, links)}
    </figcaption>
  </figure>
`

/** An answer as a figure. */
export function figureOf(frame: Frame, answer: Disclosed<object, object>, chart: Chart, options: FigureOptions): Html {
  const { measure, title, asOf, during, where } = answer
  const { id = measure, more, and = {} } = options
  const subtitle = subtitleOf(answer, frame.choices)
  const shown = { asOf, where, ...(during === null ? {} : { and: { during } }) }
  return figureWith({
    id,
    title,
    chart,
    subtitle,
    source: sourceOf(answer, frame.hub ?? 'the hub'),
    more: html`${more} ${remarksOnFigure(frame, measure, where)}`,
    table: printable(measureTable(answer, { ...options, caption: subtitle }), answer.rows.length),
    links:
      options.links !== undefined
        ? options.links
        : {
            csv: hrefOf(`/api/measures/${measure}.csv`, shown),
            svg: hrefOf(`/charts/${measure}.svg`, shown),
            view: `${hrefOf(frame.path, { asOf, where: frame.where, and })}#${id}`,
          },
  })
}

const printable = (table: Html, rows: number): Html =>
  rows <= mostPrinted
    ? table
    : html`<div class="figure__long">${table}</div>
        <p class="notes figure__long-told">
          The table of these figures has ${numberText(rows)} rows: it is on the page and in its numbers (CSV).
        </p>`

function downloads(title: string, { csv, svg, view }: NonNullable<Figured['links']>): Html {
  const link = (href: string, text: string, kind: string) =>
    html`<li>
      <a class="govuk-link" href="${href}" data-keep="${kind}"
        >${text}<span class="govuk-visually-hidden">: ${title}</span></a
      >
    </li>`
  return html`<ul class="figure__links">
    ${link(csv, 'Numbers (CSV)', 'csv')} ${link(svg, 'Picture (SVG)', 'svg')} ${link(view, 'Link to this view', 'view')}
  </ul>`
}
