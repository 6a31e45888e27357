import type { Boundary } from '../../analytics/framework/outline.ts'
import { errorAt, errorSummary, formOf, titleWith, type FormError } from '../parts/form.ts'
import { framed, type Frame } from '../parts/frame.ts'
import { govuk } from '../parts/govuk.ts'
import { html, type Html } from '../parts/html.ts'
import { instantText } from '../parts/instant.ts'
import { remarkOf, type RemarkShown } from '../parts/remarks.ts'
import { wideTable } from '../parts/wide-table.ts'
import { frozenFigure, type FrozenFigure } from './frozen-figures.ts'

/** A page as it stood when somebody froze it. */
export interface FrozenPageView {
  readonly frame: Frame
  readonly id: string
  readonly title: string
  /** The path and query of the page as it is now. */
  readonly address: string
  readonly by: string
  readonly frozenAt: string
  readonly dataVersion: number
  readonly newest: number
  readonly figures: readonly FrozenFigure[]
  readonly remarks: readonly RemarkShown[]
  /** Where districts lay at its data version, for maps; none where it has no map. */
  readonly boundaries: readonly Boundary[]
}

/** A frozen view: its figures and remarks as they were, and whether there are newer data. */
export function frozenPage(view: FrozenPageView): Html {
  const { frame, id, title, address, by, frozenAt, dataVersion, newest, figures, remarks, boundaries } = view
  const now = html`<a class="govuk-link" href="${address}">the page as it is now</a>`
  return framed(
    frame,
    title,
    html`
      ${govuk('back-link', { text: 'Frozen views', href: '/frozen' })}
      <div class="heading">
        <h1 class="govuk-heading-xl heading__title">${title}</h1>
        <p class="heading__scope">Frozen ${instantText(frozenAt)} by ${by}, at data version ${dataVersion}.</p>
      </div>
      ${govuk('inset-text', {
        html: String(
          newest > dataVersion
            ? html`There are newer data, version ${newest}. This view stays as it is; see ${now}.`
            : html`There are no newer data. See ${now}.`,
        ),
      })}
      ${figures.map((figure, at) => frozenFigure(frame, figure, { id, number: at + 1, version: dataVersion, boundaries }))}
      ${
        remarks.length > 0 &&
        html`<h2 class="section-title">What was remarked by then</h2>
          ${remarks.map(remarkOf)}`
      }
    `,
  )
}

/** What the page that asks before a view is frozen shows. */
export interface FreezeView {
  readonly frame: Frame
  readonly token: string
  readonly view: string
  readonly titles: readonly string[]
  readonly typed: string
  readonly errors: readonly FormError[]
}

/** What would be frozen, and under which title. */
export const freezePage = ({ frame, token, view, titles, typed, errors }: FreezeView): Html =>
  framed(
    frame,
    titleWith(errors, 'Freeze this view'),
    html`
      ${govuk('back-link', { text: 'Back to the page', href: view })} ${errorSummary(errors)}
      <div class="heading">
        <h1 class="govuk-heading-xl heading__title">Freeze this view</h1>
        <p class="heading__scope">
          Its figures and what was remarked on them are kept under an address that never changes, for everybody of the
          hub.
        </p>
      </div>
      ${
        titles.length === 0
          ? html`<p class="govuk-body">This page has no figures to freeze.</p>`
          : html`<p class="govuk-body">It has these figures:</p>
              <ul class="govuk-list govuk-list--bullet">
                ${titles.map((title) => html`<li>${title}</li>`)}
              </ul>
              ${formOf({
                action: '/frozen',
                token,
                content: html`
                  <input type="hidden" name="view" value="${view}" />
                  ${govuk('input', {
                    id: 'title',
                    name: 'title',
                    label: { text: 'A title to know it by' },
                    hint: { text: 'Such as “Committee of 12 March”' },
                    value: typed,
                    ...errorAt(errors, 'title'),
                  })}
                  ${govuk('button', { text: 'Freeze', preventDoubleClick: true })}
                `,
              })}`
      }
    `,
  )

/** All frozen views of a hub. */
export const frozenListPage = (
  frame: Frame,
  views: readonly {
    readonly id: string
    readonly title: string
    readonly frozenAt: string
    readonly by: string
    readonly dataVersion: number
  }[],
): Html =>
  framed(
    frame,
    'Frozen views',
    html`
      <div class="heading">
        <h1 class="govuk-heading-xl heading__title">Frozen views</h1>
        <p class="heading__scope">Pages as they stood when somebody froze them.</p>
      </div>
      ${
        views.length === 0
          ? html`<p class="govuk-body">
              No view is frozen yet: “Freeze this view” is at the end of every page of figures.
            </p>`
          : wideTable(
              'Frozen views, the newest first',
              ['View', 'Frozen', 'By', 'Data version'],
              views.map(
                ({ id, title, frozenAt, by, dataVersion }) => html`
                  <tr class="govuk-table__row">
                    <th class="govuk-table__header" scope="row">
                      <a class="govuk-link" href="/frozen/${id}">${title}</a>
                    </th>
                    <td class="govuk-table__cell">${instantText(frozenAt)}</td>
                    <td class="govuk-table__cell">${by}</td>
                    <td class="govuk-table__cell">${dataVersion}</td>
                  </tr>
                `,
              ),
            )
      }
    `,
  )
