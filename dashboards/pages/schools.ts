import { dayText } from '../parts/day.ts'
import { searchForm } from '../parts/filters.ts'
import { framed, linkFrom } from '../parts/frame.ts'
import { govuk } from '../parts/govuk.ts'
import { html, type Html } from '../parts/html.ts'
import { countText, numberText } from '../parts/number.ts'
import { pagesOf } from '../parts/pages.ts'
import { likeOf, scopeTitle } from '../parts/scope.ts'
import { schoolsTable } from './schools-table.ts'
import { listAt, schoolsOnPage, type SchoolsView } from './schools-view.ts'

export * from './schools-view.ts'

/** The list of schools. */
export function schoolsPage(view: SchoolsView): Html {
  const { frame, found, schools } = view
  const title = scopeTitle(frame.where, frame.choices)
  const main = html`
    <div class="heading">
      <h1 class="govuk-heading-xl heading__title">${title}</h1>
      <p class="heading__scope" role="status">${foundText(view)}</p>
      ${searchForm(frame, searchBox(view))}
      ${
        frame.visitor?.role === 'hub leader' &&
        html`<p class="govuk-body">
          <a class="govuk-link" href="${linkFrom(frame, '/schools/map')}">Where they are, on a map</a>
        </p>`
      }
      ${view.gap !== null && html`<p class="govuk-body">Only schools of which this is so: ${view.gap.name}.</p>`}
    </div>
    ${schools.length > 0 && schoolsTable(view, title)}
    ${pagesOf(view.page, Math.ceil(found / schoolsOnPage), (page) => listAt(view, { page }))}
  `
  return framed(frame, title, main)
}

const searchBox = ({ q, gap, met, sort, order }: SchoolsView): Html => html`
  ${govuk('input', {
    id: 'filter-q',
    name: 'q',
    label: { text: 'School name' },
    type: 'search',
    value: q,
  })}
  ${govuk('select', {
    id: 'filter-met',
    name: 'met',
    label: { text: 'Met for an audit' },
    value: met ?? '',
    items: [
      { value: '', text: 'All' },
      { value: 'never', text: 'Never met' },
      { value: 'audited', text: 'Audited' },
    ],
  })}
  ${gap !== null && html`<input type="hidden" name="gap" value="${gap.key}" />`}
  <input type="hidden" name="sort" value="${sort}" />
  <input type="hidden" name="order" value="${order}" />
`

function foundText({ frame, q, met, found, page }: SchoolsView): string {
  const named = `${met === null ? '' : met === 'never' ? ' never met for an audit' : ' audited'}${q === '' ? '' : ` with “${q}” in the name`}`
  const which = [named, ...likeOf(frame.where), `as things stood on ${dayText(frame.asOf)}`].join(', ')
  if (found === 0) return `No schools${which}.`
  const from = (page - 1) * schoolsOnPage + 1
  const shown =
    found <= schoolsOnPage
      ? ''
      : ` Showing ${numberText(from)} to ${numberText(Math.min(found, page * schoolsOnPage))}.`
  return `${countText(found, 'school')}${which}.${shown}`
}
