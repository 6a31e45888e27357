import { isMark } from '../../analytics/framework/mark.ts'
import type { DueItem, DueKind } from '../../analytics/measures/due-list.ts'
import { pipelineChart } from '../charts/pipeline.ts'
import { cardTable } from '../parts/card-table.ts'
import { dayText } from '../parts/day.ts'
import { figureOf } from '../parts/figure.ts'
import { framed, linkFrom } from '../parts/frame.ts'
import { headingOf } from '../parts/heading.ts'
import { html, type Html } from '../parts/html.ts'
import { hrefOf } from '../parts/link.ts'
import { countText, figureText } from '../parts/number.ts'
import { pagesOf } from '../parts/pages.ts'
import { wideTable } from '../parts/wide-table.ts'
import { itemsOnPage, type WorkView } from './work-view.ts'

export * from './work-view.ts'

/** What things that are due are called: one, many. */
const kinds: Readonly<Record<DueKind, { readonly name: string; readonly one: string; readonly many: string }>> = {
  reflections: { name: 'Reflection', one: 'reflection', many: 'reflections' },
  visits: { name: 'Follow-up visit', one: 'follow-up visit', many: 'follow-up visits' },
  awards: { name: 'Award lapsing', one: 'award lapsing', many: 'awards lapsing' },
  reAudits: { name: 'Audit to hold again', one: 'audit to hold again', many: 'audits to hold again' },
}

/** Everything that is due: how many by time and kind, each number leading to its list, and one list to work through. */
export function workPage(view: WorkView): Html {
  const { frame, pipeline } = view
  const chart = pipelineChart(pipeline)
  const main = html`
    ${headingOf(frame, 'Due and overdue', pipeline.population)}
    <p class="lead">${chart.finding}.</p>
    ${chooser(view)}
    <section>
      <h2 class="section-title" id="list">${titleOf(view)}</h2>
      ${view.items.length === 0 ? html`<p class="govuk-body">There is nothing of this kind.</p>` : listOf(view)}
      ${pagesOf(view.page, Math.ceil(view.found / itemsOnPage), (page) => linkTo(view, view.when, view.kind, page))}
    </section>
    ${figureOf(frame, pipeline, chart, { traced: true })}
  `
  return framed(frame, 'Due and overdue', main)
}

/** The list itself: the table of all that is due is as long as a window. */
const linkTo = ({ frame }: WorkView, when: string, kind: DueKind | null, page?: number): string =>
  `${linkFrom(frame, '/pipeline', { when, kind: kind ?? undefined, page })}#list`

function titleOf({ when, kind, found }: WorkView): string {
  const what = kind === null ? countText(found, 'thing') : countText(found, kinds[kind].one, kinds[kind].many)
  return `${when}: ${what}`
}

/** The counts of the pipeline as a table of links, the one looked at marked. */
function chooser(view: WorkView): Html {
  const { rows, columns } = view.pipeline
  const counted = columns.filter(({ key }) => Object.hasOwn(kinds, key))
  return html`<div class="chooser">
    ${wideTable(
      'What is due, by time and kind',
      ['When', ...counted.map(({ label }) => ({ numeric: label }))],
      rows.map(
        (row) =>
          html`<tr class="govuk-table__row">
            <th class="govuk-table__header" scope="row">
              <a
                class="govuk-link"
                href="${linkTo(view, row.when, null)}"
                ${view.when === row.when && view.kind === null && html`aria-current="true"`}
                >${row.when}</a
              >
            </th>
            ${counted.map(({ key, label }) => {
              const [kind, count] = [key as DueKind, row[key as DueKind]]
              return html`<td class="govuk-table__cell govuk-table__cell--numeric">
                ${
                  isMark(count) || count === 0
                    ? figureText(count)
                    : html`<a
                        class="govuk-link"
                        href="${linkTo(view, row.when, kind)}"
                        ${view.when === row.when && view.kind === kind && html`aria-current="true"`}
                        >${figureText(count)}<span class="govuk-visually-hidden">, ${label}, ${row.when}</span></a
                      >`
                }
              </td>`
            })}
          </tr>`,
      ),
    )}
  </div>`
}

const listOf = (view: WorkView): Html =>
  cardTable(
    titleOf(view),
    ['School', 'What', 'Day', 'How long', 'District', 'Latest adviser'],
    view.items.map((item) => lineOf(view, item)),
  )

const lineOf = ({ frame }: WorkView, { kind, what, dueOn, urn, name, district, adviser }: DueItem) => ({
  name: html`<a
    class="govuk-link"
    href="${hrefOf(`/schools/${urn}`, frame.asOf === frame.today ? {} : { asOf: frame.asOf })}"
    >${name}</a
  >`,
  cells: [
    what === '' ? kinds[kind].name : `${kinds[kind].name}, ${what.replace(/^After/, 'after')}`,
    dayText(dueOn),
    farText(frame.asOf, dueOn),
    district ?? 'Not known',
    adviser ?? 'Not named',
  ],
})

/** So many days, as people say it: in days, then months, then years. */
function spanText(days: number): string {
  if (days < 60) return countText(days, 'day')
  const months = Math.floor(days / (365.25 / 12))
  return months < 24 ? countText(months, 'month') : countText(Math.floor(months / 12), 'year')
}

/** How far a day is from another, in words: `12 days ago`, `today`, `in 3 days`. */
function farText(today: string, day: string): string {
  const days = Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000)
  if (days === 0) return 'today'
  return days < 0 ? `${spanText(-days)} ago` : `in ${spanText(days)}`
}
