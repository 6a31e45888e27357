import { errorSummary, formOf, titleWith, type FormError } from '../parts/form.ts'
import { framed, type Frame } from '../parts/frame.ts'
import { govuk } from '../parts/govuk.ts'
import { html, type Html } from '../parts/html.ts'
import { codeField, newPasswordFields, passwordField } from '../parts/sign-in-fields.ts'

/** What the page on which somebody changes their password shows. */
export interface ChangePasswordView {
  readonly frame: Frame
  readonly token: string
  /** Whether they have one: who signs in otherwise has nothing to change. */
  readonly hasPassword: boolean
  readonly leastLength: number
  readonly errors: readonly FormError[]
}

/** The page on which somebody changes their password, or is told that they have none. */
export function changePasswordPage(view: ChangePasswordView): Html {
  const { frame, hasPassword, errors } = view
  const title = 'Change your password'
  const main = html`
    ${errorSummary(errors)} ${govuk('back-link', { text: 'Your sign-ins', href: '/account' })}
    <h1 class="govuk-heading-l">${title}</h1>
    ${
      hasPassword
        ? formOfPassword(view)
        : html`<p class="govuk-body">
            You sign in without a password. To sign in another way, ask the hub’s data steward for a new invitation.
          </p>`
    }
  `
  return framed(frame, titleWith(errors, title), main)
}

const formOfPassword = ({ token, leastLength, errors }: ChangePasswordView): Html =>
  formOf({
    action: '/account/password',
    token,
    content: html`${passwordField('now', 'Your password now', errors)} ${codeField([])}
      ${newPasswordFields(leastLength, errors)}
      ${govuk('button', { text: 'Change the password', preventDoubleClick: true })}
      <p class="govuk-body">You stay signed in here; everywhere else your sign-ins end.</p>`,
  })
