import { errorAt, type FormError } from './form.ts'
import { govuk } from './govuk.ts'
import { html, type Html } from './html.ts'

/** The fields for a new password, typed twice. */
export const newPasswordFields = (leastLength: number, errors: readonly FormError[]): Html => html`
  ${govuk('input', {
    id: 'password',
    name: 'password',
    type: 'password',
    label: { text: 'Choose a password' },
    hint: { text: `At least ${leastLength} characters, such as four words that do not belong together` },
    autocomplete: 'new-password',
    classes: 'govuk-input--width-20',
    ...errorAt(errors, 'password'),
  })}
  ${govuk('input', {
    id: 'again',
    name: 'again',
    type: 'password',
    label: { text: 'The password again' },
    autocomplete: 'new-password',
    classes: 'govuk-input--width-20',
    ...errorAt(errors, 'again'),
  })}
`

/** The field for a code of an authenticator app. */
export const codeField = (errors: readonly FormError[]): Html =>
  govuk('input', {
    id: 'code',
    name: 'code',
    label: { text: 'Code' },
    hint: { text: 'Six digits from your authenticator app' },
    inputmode: 'numeric',
    autocomplete: 'one-time-code',
    classes: 'govuk-input--width-5',
    ...errorAt(errors, 'code'),
  })
