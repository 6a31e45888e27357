import { govuk } from './govuk.ts'
import { html, type Content, type Html } from './html.ts'

/** What was wrong with what a form was sent with; `at` is the id of the field. */
export interface FormError {
  readonly at: string
  readonly text: string
}

interface FormParts {
  readonly action: string
  /** Tells the server that the form is one of its own. */
  readonly token: string
  readonly content: Content
  readonly files?: boolean
}

/** A form that changes something. The token stands first, so that it is known before any file comes in. */
export const formOf = ({ action, token, content, files = false }: FormParts): Html => html`
  <form action="${action}" method="post" novalidate ${files && html`enctype="multipart/form-data"`}>
    <input type="hidden" name="token" value="${token}" />
    ${content}
  </form>
`

/** A form of nothing but its button. */
export const buttonForm = (action: string, token: string, button: object, hidden: Content = null): Html =>
  formOf({ action, token, content: html`${hidden} ${govuk('button', { preventDoubleClick: true, ...button })}` })

/** What is to be put right in a form, each with a link to its field; nothing where nothing is. */
export const errorSummary = (errors: readonly FormError[]): Html | null =>
  errors.length === 0
    ? null
    : govuk('error-summary', {
        titleText: 'There is a problem',
        errorList: errors.map(({ at, text }) => ({ text, href: `#${at}` })),
      })

/** A page's title, which says first that something is to be put right. */
export const titleWith = (errors: readonly FormError[], title: string): string =>
  errors.length === 0 ? title : `Error: ${title}`

/** The message at a field of that id, as components take it. */
export function errorAt(
  errors: readonly FormError[],
  at: string,
): { readonly errorMessage?: { readonly text: string } } {
  const text = errors.filter((error) => error.at === at).map((error) => error.text)
  return text.length === 0 ? {} : { errorMessage: { text: text.join(' ') } }
}
