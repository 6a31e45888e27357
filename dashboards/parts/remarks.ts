import type { Where } from '../../analytics/measures/measure.ts'
import { html, type Html } from './html.ts'
import { instantText } from './instant.ts'
import { hrefOf } from './link.ts'
import { isOfHub, type Visitor } from './visitor.ts'

/** What somebody remarked on a page or figure, as others read it. */
export interface RemarkShown {
  readonly id: number
  /** The path of the page; blank where it is on a figure. */
  readonly page: string
  /** The measure of the figure; blank where it is on a page. */
  readonly measure: string
  readonly scope: string
  readonly text: string
  readonly by: string
  readonly writtenAt: string
  readonly dataVersion: number
  readonly meantFor: 'hub' | 'council'
  readonly isApproved: boolean
}

/** What of a page's frame remarks stand by. */
interface Remarked {
  readonly path: string
  readonly where: Where
  readonly visitor: Visitor | null
  readonly view?: string
  readonly remarks?: readonly RemarkShown[]
}

/** Which schools a page or figure shows, as a query string in one order. */
export function scopeQuery(where: Where): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(where).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    if (value !== undefined) query.append(name, String(value))
  return query.toString()
}

/** What was remarked on a figure with the schools it shows, and the way to say more. */
export const remarksOnFigure = (frame: Remarked, measure: string, where: Where): Html | null =>
  remarksAt(frame, { page: '', measure, scope: scopeQuery(where) }, 'Remark on this figure')

/** The same of the page, with the way to keep the figures that it shows, where there are any. */
export function remarksOnPage(frame: Remarked, hasFigures: boolean): Html | null {
  const { view, path, where, visitor } = frame
  if (view === undefined) return null
  const said = remarksAt(frame, { page: path, measure: '', scope: scopeQuery(where) }, 'Remark on this page')
  if (said === null) return null
  return html`<div class="remarks remarks--page">
    ${said}
    ${
      hasFigures &&
      visitor !== null &&
      isOfHub(visitor) &&
      html`<p class="remarks__way">
        <a class="govuk-link" href="${hrefOf('/frozen/new', { and: { view } })}">Freeze this view</a>
      </p>`
    }
  </div>`
}

interface About {
  readonly page: string
  readonly measure: string
  readonly scope: string
}

function remarksAt({ remarks, view, visitor }: Remarked, about: About, text: string): Html | null {
  if (view === undefined || visitor === null || remarks === undefined) return null
  const here = remarks.filter(
    ({ page, measure, scope }) => page === about.page && measure === about.measure && scope === about.scope,
  )
  const way = isOfHub(visitor)
    ? html`<p class="remarks__way">
        <a class="govuk-link" href="${hrefOf('/commentary', { and: { ...about, view } })}">${text}</a>
      </p>`
    : null
  return here.length === 0 && way === null ? null : html`<div class="remarks">${here.map(remarkOf)} ${way}</div>`
}

const standing = ({ meantFor, isApproved }: RemarkShown): string =>
  meantFor === 'hub' ? '' : isApproved ? ', for the council too' : ', for the council once it is approved'

/** One remark with who made it and when. */
export const remarkOf = (remark: RemarkShown): Html => html`
  <blockquote class="remark">
    <p class="remark__text">${remark.text}</p>
    <footer class="remark__by">
      ${remark.by}, ${instantText(remark.writtenAt)}, at data version ${remark.dataVersion}${standing(remark)}
    </footer>
  </blockquote>
`
