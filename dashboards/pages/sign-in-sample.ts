import type { Role } from '../../analytics/framework/role.ts'
import { buttonForm } from '../parts/form.ts'
import { framed, type Frame } from '../parts/frame.ts'
import { html, type Html } from '../parts/html.ts'

/** Somebody invented, as whom anybody may look at the sample county. */
export interface SamplePerson {
  readonly id: string
  readonly name: string
  readonly role: Role
  /** The name of their council, school or trust, where they are of one. */
  readonly of: string | null
}

/** What the page to sign in to the sample county shows. */
export interface SignInSampleView {
  readonly frame: Frame
  readonly token: string
  readonly people: readonly SamplePerson[]
  /** Where to go once signed in; blank for the page that the person begins at. */
  readonly to: string
}

/** What each role comes for. */
const comesFor: Readonly<Record<Role, string>> = {
  'hub leader': 'sees the whole county, school by school',
  adviser: 'sees the county, and what was agreed in words with the schools assigned to them',
  'council officer': 'sees how their council stood at the end of last term, no school by itself',
  'school user': 'sees their own school whole, and no other',
  'trust user': 'sees the schools of their trust, and no other',
  'data steward': 'sees the county, loads files and undoes loads',
}

/** The page of the sample county's people, to sign in as one of them with one press. */
export const signInSamplePage = ({ frame, token, people, to }: SignInSampleView): Html =>
  framed(
    frame,
    'Look at the sample county as',
    html`<h1 class="govuk-heading-l">Look at the sample county as</h1>
      <p class="govuk-body">These people are invented, like their schools. Nothing you do here is kept.</p>
      <ul class="people">
        ${people.map(
          ({ id, name, role, of }) =>
            html`<li class="people__one">
              ${buttonForm(
                '/sign-in/sample',
                token,
                { text: name, classes: 'govuk-button--secondary', attributes: { 'aria-describedby': `person-${id}` } },
                html`<input type="hidden" name="person" value="${id}" /><input
                    type="hidden"
                    name="to"
                    value="${to}"
                  />`,
              )}
              <p class="people__role" id="person-${id}">
                <strong>${role.charAt(0).toUpperCase()}${role.slice(1)}</strong>${of !== null && ` of ${of}`}:
                ${comesFor[role]}.
              </p>
            </li>`,
        )}
      </ul>`,
  )
