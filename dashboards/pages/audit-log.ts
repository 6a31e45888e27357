import { cardTable } from '../parts/card-table.ts'
import { framed, type Frame } from '../parts/frame.ts'
import { govuk } from '../parts/govuk.ts'
import { html, type Html } from '../parts/html.ts'
import { instantText } from '../parts/instant.ts'
import { hrefOf } from '../parts/link.ts'
import { countText } from '../parts/number.ts'
import { aboutText, type LogDetail } from './log-words.ts'

/** One row of the log in words. */
export interface LogLine {
  readonly number: number
  /** An instant in UTC. */
  readonly at: string
  /** The name of the person, or what stands for somebody who has none here. */
  readonly who: string
  readonly action: string
  /** What it was done to and how. */
  readonly detail: LogDetail
}

/** What the page of the audit log shows. */
export interface LogView {
  readonly frame: Frame
  readonly actions: readonly string[]
  readonly people: readonly { readonly id: string; readonly name: string }[]
  readonly asked: { readonly action: string; readonly person: string; readonly from: string; readonly to: string }
  readonly found: number
  readonly page: number
  readonly pages: number
  readonly lines: readonly LogLine[]
}

/** What people did, the newest first. */
export const auditLogPage = (view: LogView): Html =>
  framed(
    view.frame,
    'Audit log',
    html`<div class="heading">
        <h1 class="govuk-heading-xl heading__title">Audit log</h1>
        ${filtersOf(view)}
        <p class="heading__scope" role="status">${countText(view.found, 'entry', 'entries')}, the newest first.</p>
      </div>
      ${view.lines.length > 0 && tableOf(view)} ${pagesOf(view)}`,
  )

const filtersOf = ({ frame, actions, people, asked }: LogView): Html => html`
  <form class="filters" action="${frame.path}" method="get">
    <div class="filters__fields">
      ${govuk('select', {
        id: 'action',
        name: 'action',
        label: { text: 'What was done' },
        value: asked.action,
        items: [{ value: '', text: 'Anything' }, ...actions.map((action) => ({ value: action, text: action }))],
      })}
      ${govuk('select', {
        id: 'person',
        name: 'person',
        label: { text: 'Who did it' },
        value: asked.person,
        items: [{ value: '', text: 'Anybody' }, ...people.map(({ id, name }) => ({ value: id, text: name }))],
      })}
      ${govuk('input', { id: 'from', name: 'from', type: 'date', label: { text: 'From' }, value: asked.from })}
      ${govuk('input', { id: 'to', name: 'to', type: 'date', label: { text: 'To' }, value: asked.to })}
    </div>
    <div class="filters__end">${govuk('button', { text: 'Show' })}</div>
  </form>
`

const headings = ['Number', 'When', 'Who', 'What', 'About'] as const

const tableOf = ({ lines, people }: LogView): Html =>
  cardTable(
    'What people did, the newest first',
    headings,
    lines.map(({ number, at, who, action, detail }) => ({
      name: number,
      cells: [instantText(at), who, action, aboutText(detail, people)],
    })),
  )

function pagesOf({ frame, asked, page, pages }: LogView): Html | null {
  if (pages <= 1) return null
  const at = (number: number) => hrefOf(frame.path, { and: { ...asked, page: number } })
  return govuk('pagination', {
    ...(page > 1 ? { previous: { href: at(page - 1), text: 'Newer' } } : {}),
    ...(page < pages ? { next: { href: at(page + 1), text: 'Older' } } : {}),
  })
}
