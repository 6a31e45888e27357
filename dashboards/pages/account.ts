import { buttonForm } from '../parts/form.ts'
import { framed, type Frame } from '../parts/frame.ts'
import { html, type Html } from '../parts/html.ts'
import { instantText } from '../parts/instant.ts'
import { wideTable } from '../parts/wide-table.ts'

/** One sign-in of a person that has not ended. */
export interface SignIn {
  /** Names it in a form; it is not the secret that the browser has. */
  readonly hash: string
  readonly browser: string
  /** Instants in UTC. */
  readonly beganAt: string
  readonly seenAt: string
  /** Whether it is the one that asks. */
  readonly isThis: boolean
}

/** What the page of a person's own sign-ins shows. */
export interface AccountView {
  readonly frame: Frame
  readonly token: string
  readonly signIns: readonly SignIn[]
  /** Whether they sign in with a password, which they can change. */
  readonly hasPassword: boolean
}

/** A person's own sign-ins, each of which they can end. */
export const accountPage = ({ frame, token, signIns, hasPassword }: AccountView): Html =>
  framed(
    frame,
    'Your sign-ins',
    html`<h1 class="govuk-heading-l">Your sign-ins</h1>
      <p class="govuk-body">
        If one of these is not yours, end it, and tell the hub’s data steward. A sign-in that is not used ends by
        itself.
      </p>
      ${wideTable(
        'Your sign-ins that have not ended',
        ['Browser', 'Began', 'Last used', 'End it'],
        signIns.map((signIn) => rowOf(signIn, token)),
      )}
      ${
        hasPassword &&
        html`<p class="govuk-body">
          <a class="govuk-link" href="/account/password">Change your password</a>
        </p>`
      }`,
  )

const rowOf = ({ hash, browser, beganAt, seenAt, isThis }: SignIn, token: string): Html =>
  html`<tr class="govuk-table__row">
    <th class="govuk-table__header" scope="row">${browser}${isThis && ' (this one)'}</th>
    <td class="govuk-table__cell">${instantText(beganAt)}</td>
    <td class="govuk-table__cell">${instantText(seenAt)}</td>
    <td class="govuk-table__cell">
      ${buttonForm(
        '/account/end',
        token,
        {
          html: String(html`End<span class="govuk-visually-hidden"> ${browser}, ${instantText(beganAt)}</span>`),
          classes: 'govuk-button--secondary govuk-!-margin-bottom-0',
        },
        html`<input type="hidden" name="sign-in" value="${hash}" />`,
      )}
    </td>
  </tr>`
