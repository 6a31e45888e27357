import { errorAt, type FormError } from './form.ts'
import { govuk } from './govuk.ts'
import { html, type Html } from './html.ts'

/** A field for a password: one that somebody has, or a new one. */
export const passwordField = (
  id: string,
  text: string,
  errors: readonly FormError[],
  more: object = { autocomplete: 'current-password' },
): Html =>
  govuk('input', {
    id,
    name: id,
    type: 'password',
    label: { text },
    classes: 'govuk-input--width-20',
    ...more,
    ...errorAt(errors, id),
  })

/** The fields for a new password, typed twice. */
export function newPasswordFields(leastLength: number, errors: readonly FormError[]): Html {
  const autocomplete = 'new-password'
  const hint = { text: `At least ${leastLength} characters, such as four words that do not belong together` }
  return html`
    ${passwordField('password', 'Choose a password', errors, { autocomplete, hint })}
    ${passwordField('again', 'The password again', errors, { autocomplete })}
  `
}

/** The field for a code of an authenticator app. */
export const codeField = (errors: readonly FormError[]): Html =>
  govuk('input', {
    id: 'code',
    name: 'code',
    label: { text: 'Code' },
    hint: { text: 'Six digits from your authenticator app. Each code counts once.' },
    inputmode: 'numeric',
    autocomplete: 'one-time-code',
    classes: 'govuk-input--width-5',
    ...errorAt(errors, 'code'),
  })
