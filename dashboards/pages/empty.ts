import { framed, type Frame } from '../parts/frame.ts'
import { html, type Html } from '../parts/html.ts'

/** What the first page shows before anything is loaded; `frame.hub` is null where there is no hub either. */
export interface EmptyView {
  readonly frame: Frame
}

/** A page that says which commands to run next. */
export const emptyPage = ({ frame }: EmptyView): Html =>
  framed(frame, 'Nothing is loaded yet', html`<h1 class="govuk-heading-l">Nothing is loaded yet</h1>`)
