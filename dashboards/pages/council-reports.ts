import { dayText } from '../parts/day.ts'
import { buttonForm } from '../parts/form.ts'
import { framed, type Frame } from '../parts/frame.ts'
import { govuk } from '../parts/govuk.ts'
import { html, type Html } from '../parts/html.ts'
import { instantText } from '../parts/instant.ts'
import { councilFigures, type CouncilTold } from './council.ts'

/** What the steward is shown before councils are. */
export interface CouncilReportsView {
  readonly frame: Frame
  readonly token: string
  readonly term: string
  /** An instant in UTC; null while nobody has approved it. */
  readonly approvedAt: string | null
  readonly dataVersion: number
  readonly councils: readonly CouncilTold[]
}

/** What each council is shown of the last term, to look over and approve. */
export function councilReportsPage(view: CouncilReportsView): Html {
  const { frame, token, term, approvedAt, dataVersion, councils } = view
  const title = `Reports for councils: ${term}`
  const main = html`
    ${govuk('back-link', { text: 'Your hub', href: '/hub' })}
    <div class="heading">
      <h1 class="govuk-heading-xl heading__title">${title}</h1>
      <p class="heading__scope">
        As things stood on ${dayText(frame.asOf)}, exactly as each council’s officers see it.
      </p>
    </div>
    ${
      approvedAt === null
        ? html`${govuk('inset-text', { text: 'No council sees this yet: until you approve it, they see the report of an earlier term, or none. Once approved it never changes, whatever is loaded or corrected later.' })}
          ${buttonForm('/council-reports', token, { text: 'Approve for all councils' }, html`<input type="hidden" name="version" value="${dataVersion}" />`)}`
        : govuk('inset-text', {
            text: `Approved on ${instantText(approvedAt)}. Councils see this, and it does not change any more.`,
          })
    }
    ${councils.map(
      (council) =>
        html`<h2 class="govuk-heading-l">${council.name}</h2>
          ${councilFigures(frame, council)}`,
    )}
  `
  return framed(frame, title, main)
}
