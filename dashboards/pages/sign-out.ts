import { buttonForm } from '../parts/form.ts'
import { framed, type Frame } from '../parts/frame.ts'
import { html, type Html } from '../parts/html.ts'

/** Asks whether to sign out: pages of figures are kept, and have no form of their own to do it with. */
export const signOutPage = ({ frame, token }: { readonly frame: Frame; readonly token: string }): Html =>
  framed(
    { ...frame, visitor: frame.visitor === null ? null : { ...frame.visitor, token: null } },
    'Sign out',
    html`<div class="heading">
        <h1 class="govuk-heading-xl heading__title">Sign out of this browser?</h1>
      </div>
      ${buttonForm('/sign-out', token, { text: 'Sign out' })}`,
  )
