import type { Role } from '../../analytics/framework/role.ts'
import { errorSummary, formOf, titleWith, type FormError } from '../parts/form.ts'
import { framed, type Frame } from '../parts/frame.ts'
import { govuk } from '../parts/govuk.ts'
import { html, type Html } from '../parts/html.ts'
import { codeField, newPasswordFields } from '../parts/sign-in-fields.ts'

/** What the page of an invitation shows. */
export interface InvitationView {
  readonly frame: Frame
  readonly token: string
  /** The path of the invitation. */
  readonly path: string
  readonly name: string
  readonly role: Role
  readonly signInName: string
  /** The secret that an authenticator app makes its codes of, and the address by which it takes it up. */
  readonly codes: { readonly secret: string; readonly address: string }
  readonly leastLength: number
  readonly errors: readonly FormError[]
}

/** The page on which somebody who is invited says how they will sign in. */
export function invitationPage(view: InvitationView): Html {
  const { frame, token, path, name, role, errors } = view
  const title = `Welcome, ${name}`
  const main = html`
    ${errorSummary(errors)}
    <h1 class="govuk-heading-l">${title}</h1>
    <p class="govuk-body">
      You are invited as ${role}. This invitation is for you alone and works once: say how you will sign in from now on.
    </p>
    <div class="passkey" data-passkey="create" data-path="${path}" data-token="${token}" hidden>
      <h2 class="section-title">With a passkey</h2>
      <p class="govuk-body">
        The safest way, and the quickest, on a phone or computer of your own: it asks for your finger, your face or its
        PIN.
      </p>
      ${govuk('button', { text: 'Make a passkey', type: 'button', classes: 'passkey__button' })}
      <p class="govuk-error-message passkey__error" role="alert" hidden></p>
    </div>
    <h2 class="section-title">With a password and an app</h2>
    <p class="govuk-body">For computers that you share with others.</p>
    ${formOf({ action: `${path}/password`, token, content: fieldsOf(view) })}
  `
  return framed(frame, titleWith(errors, title), main)
}

const fieldsOf = ({ signInName, codes, leastLength, errors }: InvitationView): Html => html`
  <p class="govuk-body">Your sign-in name is <strong>${signInName}</strong>.</p>
  <input type="hidden" name="username" autocomplete="username" value="${signInName}" />
  ${newPasswordFields(leastLength, errors)}
  <p class="govuk-body">
    Add this key to an authenticator app on your phone (<a class="govuk-link" href="${codes.address}"
      >or follow this link there</a
    >):
  </p>
  <pre class="command"><code>${codes.secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}</code></pre>
  ${codeField(errors)} ${govuk('button', { text: 'Use this password', preventDoubleClick: true })}
`

/** What is shown where an invitation is used, too old, or never was one. */
export const noInvitationPage = ({ frame }: { readonly frame: Frame }): Html =>
  framed(
    frame,
    'This invitation cannot be used',
    html`<h1 class="govuk-heading-l">This invitation cannot be used</h1>
      <p class="govuk-body">
        It was used already, or it is too old, or a newer one was made. Ask the hub’s data steward for a new one.
      </p>
      <p class="govuk-body"><a class="govuk-link" href="/sign-in">Sign in</a></p>`,
  )
