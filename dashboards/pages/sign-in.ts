import { buttonForm, errorAt, errorSummary, formOf, titleWith, type FormError } from '../parts/form.ts'
import { framed, type Frame } from '../parts/frame.ts'
import { govuk } from '../parts/govuk.ts'
import { html, type Html } from '../parts/html.ts'
import { codeField, passwordField } from '../parts/sign-in-fields.ts'

/** What the page to sign in shows. */
export interface SignInView {
  readonly frame: Frame
  readonly token: string
  /** Where to go once signed in; blank for the page that the person begins at. */
  readonly to: string
  /** What they typed as their name. */
  readonly signInName: string
  readonly errors: readonly FormError[]
  /** The outside providers by which people may sign in too. */
  readonly providers: readonly { readonly id: string; readonly name: string }[]
}

/** The page to sign in: with a passkey where the browser has them, else with a password and a code. */
export function signInPage({ frame, token, to, signInName, errors, providers }: SignInView): Html {
  const title = 'Sign in'
  const hidden = html`<input type="hidden" name="to" value="${to}" />`
  const main = html`
    ${errorSummary(errors)}
    <h1 class="govuk-heading-l">${title}</h1>
    ${providers.map(({ id, name }) =>
      buttonForm(`/sign-in/with/${id}`, token, { text: `Sign in with ${name}` }, hidden),
    )}
    ${providers.length > 0 && html`<p class="govuk-body">Or, if you were invited by the hub itself:</p>`}
    <div class="passkey" data-passkey="get" data-token="${token}" data-to="${to}" hidden>
      ${govuk('button', { text: 'Sign in with a passkey', type: 'button', classes: 'passkey__button' })}
      <p class="govuk-body">Your device asks for your finger, your face or its PIN.</p>
      <p class="govuk-error-message passkey__error" role="alert" hidden></p>
      <h2 class="section-title">Or with a password</h2>
    </div>
    ${formOf({
      action: '/sign-in',
      token,
      content: html`${hidden}
      ${govuk('input', {
        id: 'name',
        name: 'name',
        label: { text: 'Your sign-in name' },
        value: signInName,
        autocomplete: 'username',
        spellcheck: false,
        classes: 'govuk-input--width-20',
        ...errorAt(errors, 'name'),
      })}
      ${passwordField('password', 'Password', errors)} ${codeField(errors)}
      ${govuk('button', { text: 'Sign in', preventDoubleClick: true })}`,
    })}
    <p class="govuk-body">
      If you have lost your passkey, your password or the app with the codes, ask the hub’s data steward for a new
      invitation.
    </p>
  `
  return framed(frame, titleWith(errors, title), main)
}
