import { errorSummary, formOf, titleWith, type FormError } from '../parts/form.ts'
import { framed } from '../parts/frame.ts'
import { govuk } from '../parts/govuk.ts'
import { html, type Html } from '../parts/html.ts'
import type { FormView } from './import-view.ts'
import { standingFields, type StandingTyped } from './person-fields.ts'

/** What the page of one person of the hub shows. */
export interface PersonView extends FormView {
  readonly id: string
  readonly name: string
  readonly signInName: string
  readonly typed: StandingTyped
  readonly errors: readonly FormError[]
}

/** The form of what somebody is to the hub. */
export function personPage({ frame, token, id, name, signInName, typed, errors }: PersonView): Html {
  const main = html`
    ${govuk('back-link', { text: 'People', href: '/people' })} ${errorSummary(errors)}
    <div class="heading">
      <h1 class="govuk-heading-xl heading__title">${name}</h1>
      <p class="heading__scope">
        Signs in as ${signInName}. With another role, or another council, school or trust, their sign-ins end, and they
        sign in anew.
      </p>
    </div>
    ${formOf({
      action: `/people/${id}`,
      token,
      content: html`${standingFields(typed, errors)} ${govuk('button', { text: 'Save', preventDoubleClick: true })}`,
    })}
  `
  return framed(frame, titleWith(errors, name), main)
}
