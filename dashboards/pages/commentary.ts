import { buttonForm, errorAt, errorSummary, formOf, titleWith, type FormError } from '../parts/form.ts'
import { framed, type Frame } from '../parts/frame.ts'
import { govuk } from '../parts/govuk.ts'
import { html, type Html } from '../parts/html.ts'
import { remarkOf, type RemarkShown } from '../parts/remarks.ts'

/** A remark with what can be done with it, and what became of it. */
export interface RemarkLine extends RemarkShown {
  /** What ended it, as a sentence; null while it stands. */
  readonly ended: string | null
  readonly canWithdraw: boolean
  readonly canApprove: boolean
}

/** What the page of the remarks on one page or figure shows. */
export interface CommentaryView {
  readonly frame: Frame
  readonly token: string
  /** What is remarked on, in words. */
  readonly about: string
  readonly place: Readonly<Record<'page' | 'measure' | 'scope' | 'view', string>>
  readonly lines: readonly RemarkLine[]
  readonly typed: { readonly text: string; readonly meantFor: string; readonly replaces: string }
  /** The schools that the text seems to name, where that is still to be said yes to. */
  readonly named: readonly string[]
  readonly errors: readonly FormError[]
}

/** What was remarked on a page or figure, with its history, and the form to remark more. */
export const commentaryPage = (view: CommentaryView): Html =>
  framed(
    view.frame,
    titleWith(view.errors, `Commentary: ${view.about}`),
    html`
      ${govuk('back-link', { text: 'Back to the figures', href: view.place.view })} ${errorSummary(view.errors)}
      <div class="heading">
        <h1 class="govuk-heading-xl heading__title">Commentary</h1>
        <p class="heading__scope">On ${view.about}.</p>
      </div>
      ${view.lines.map((line) => lineOf(view, line))} ${writeForm(view)}
    `,
  )

const lineOf = ({ token, place }: CommentaryView, line: RemarkLine): Html => html`
  <div class="remarks">
    ${remarkOf(line)} ${line.ended !== null && html`<p class="govuk-body-s">${line.ended}</p>`}
    <div class="return__ways">
      ${line.canApprove && act(`/commentary/${line.id}/approve`, token, 'Approve for the council', place)}
      ${line.canWithdraw && act(`/commentary/${line.id}/withdraw`, token, 'Withdraw', place)}
    </div>
  </div>
`

const act = (action: string, token: string, text: string, place: CommentaryView['place']): Html =>
  buttonForm(action, token, { text, classes: 'govuk-button--secondary' }, hidden(place))

const hidden = (fields: Readonly<Record<string, string>>): Html =>
  html`${Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}`

const writeForm = ({ token, place, typed, named, errors, lines }: CommentaryView): Html => html`
  <h2 class="section-title">Remark on it</h2>
  ${formOf({
    action: '/commentary',
    token,
    content: html`
      ${hidden(place)}
      ${
        named.length > 0 &&
        govuk('warning-text', {
          text: `This seems to name ${named.join(', ')}. Leave the names out, or say that they are to stand.`,
          iconFallbackText: 'Warning',
        })
      }
      ${govuk('textarea', {
        id: 'text',
        name: 'text',
        label: { text: 'What there is to say: why it moved, what to make of it' },
        hint: { text: 'With your name and today’s date. It cannot be changed later, only replaced or withdrawn.' },
        value: typed.text,
        maxlength: 2000,
        ...errorAt(errors, 'text'),
      })}
      ${govuk('select', {
        id: 'meantFor',
        name: 'meantFor',
        label: { text: 'For whom' },
        value: typed.meantFor,
        items: [
          { value: 'hub', text: 'The hub' },
          { value: 'council', text: 'The council too, once the data steward approves it' },
        ],
      })}
      ${
        lines.some(({ ended }) => ended === null) &&
        govuk('select', {
          id: 'replaces',
          name: 'replaces',
          label: { text: 'In place of' },
          value: typed.replaces,
          items: [
            { value: '', text: 'Nothing: beside what is said already' },
            ...lines
              .filter(({ ended }) => ended === null)
              .map(({ id, text }) => ({ value: String(id), text: text.length > 60 ? `${text.slice(0, 60)}…` : text })),
          ],
        })
      }
      ${
        named.length > 0 &&
        typed.meantFor !== 'council' &&
        govuk('checkboxes', {
          idPrefix: 'isNamed',
          name: 'isNamed',
          items: [{ value: 'yes', text: 'The names are to stand' }],
        })
      }
      ${govuk('button', { text: 'Save', preventDoubleClick: true })}
    `,
  })}
`
