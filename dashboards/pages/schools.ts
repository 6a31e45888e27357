import { dayText } from '../parts/day.ts'
import { filters } from '../parts/filters.ts'
import { framed } from '../parts/frame.ts'
import { govuk } from '../parts/govuk.ts'
import { html, type Html } from '../parts/html.ts'
import { countText, numberText } from '../parts/number.ts'
import { scopeTitle } from '../parts/scope.ts'
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
      ${filters(frame, searchBox(view))}
      <p class="heading__scope" role="status">${foundText(view)}</p>
    </div>
    ${schools.length > 0 && schoolsTable(view, title)} ${pagesOf(view, Math.ceil(found / schoolsOnPage))}
  `
  return framed(frame, title, main)
}

const searchBox = ({ q, sort, order }: SchoolsView): Html => html`
  ${govuk('input', {
    id: 'filter-q',
    name: 'q',
    label: { text: 'School name' },
    type: 'search',
    value: q,
  })}
  <input type="hidden" name="sort" value="${sort}" />
  <input type="hidden" name="order" value="${order}" />
`

function foundText({ frame, q, found, page }: SchoolsView): string {
  const named = q === '' ? '' : ` with “${q}” in the name`
  const day = `as things stood on ${dayText(frame.asOf)}`
  if (found === 0) return `No schools${named}, ${day}.`
  const from = (page - 1) * schoolsOnPage + 1
  const shown =
    found <= schoolsOnPage
      ? ''
      : ` Showing ${numberText(from)} to ${numberText(Math.min(found, page * schoolsOnPage))}.`
  return `${countText(found, 'school')}${named}, ${day}.${shown}`
}

function pagesOf(view: SchoolsView, last: number): Html | null {
  if (last <= 1) return null
  const near = [1, view.page - 1, view.page, view.page + 1, last].filter((page) => page >= 1 && page <= last)
  const items = [...new Set(near)].flatMap((page, at, pages) => {
    const item = { number: page, href: listAt(view, { page }), current: page === view.page }
    return page - (pages[at - 1] ?? 0) > 1 ? [{ ellipsis: true }, item] : [item]
  })
  return govuk('pagination', {
    items,
    ...(view.page > 1 ? { previous: { href: listAt(view, { page: view.page - 1 }) } } : {}),
    ...(view.page < last ? { next: { href: listAt(view, { page: view.page + 1 }) } } : {}),
  })
}
