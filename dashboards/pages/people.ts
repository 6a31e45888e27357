import { cardTable } from '../parts/card-table.ts'
import { organisationOf, type Role } from '../../analytics/framework/role.ts'
import { buttonForm, errorAt, errorSummary, formOf, titleWith, type FormError } from '../parts/form.ts'
import { framed, type Frame } from '../parts/frame.ts'
import { govuk } from '../parts/govuk.ts'
import { html, type Html } from '../parts/html.ts'
import { standingFields, type StandingTyped } from './person-fields.ts'

/** Somebody of the hub, in a line. */
export interface PersonLine {
  readonly id: string
  readonly name: string
  readonly signInName: string
  readonly role: Role
  readonly organisation: string | null
  /** How many schools are assigned to an adviser. */
  readonly assigned: number
  /** What they sign in with, or how that stands, in words. */
  readonly way: string
  readonly isDisabled: boolean
}

/** What the page of the hub's people shows. */
export interface PeopleView {
  readonly frame: Frame
  readonly token: string
  readonly people: readonly PersonLine[]
  /** What was typed to invite somebody, and what is wrong with it. */
  readonly typed: StandingTyped & { readonly name: string }
  readonly errors: readonly FormError[]
  /** The address of an invitation that was just made, which is shown this once; null where none was. */
  readonly invitation: string | null
  readonly daysOpen: number
}

/** The people of a hub, with the ways to let somebody in, in again, and in no more. */
export function peoplePage(view: PeopleView): Html {
  const { frame, errors, invitation, daysOpen } = view
  const main = html`
    ${errorSummary(errors)}
    ${
      invitation !== null &&
      govuk('inset-text', {
        html: String(
          html`<p class="govuk-body">
              Hand this address to that person and to nobody else. It works once, within ${daysOpen} days, and is shown
              only now.
            </p>
            <pre class="command"><code>${invitation}</code></pre>`,
        ),
      })
    }
    ${govuk('back-link', { text: 'Your hub', href: '/hub' })}
    <div class="heading">
      <h1 class="govuk-heading-xl heading__title">People</h1>
      <p class="heading__scope">Who may sign in, and as what. Each has a way in of their own: nobody shares one.</p>
    </div>
    ${tableOf(view)} ${inviteForm(view)}
  `
  return framed(frame, titleWith(errors, 'People'), main)
}

const headings = ['Name', 'Sign-in name', 'Role', 'Signs in', 'Change'] as const

const tableOf = ({ people, token }: PeopleView): Html =>
  cardTable(
    'The people of the hub',
    headings,
    people.map((person) => lineOf(person, token)),
  )

const roleText = ({ role, organisation, assigned }: PersonLine): string =>
  organisation !== null
    ? `${role} of ${organisationOf[role]} ${organisation}`
    : role === 'adviser'
      ? `adviser, ${assigned} assigned`
      : role

const lineOf = (person: PersonLine, token: string) => ({
  name: person.name,
  cells: [
    person.signInName,
    html`${roleText(person)}
    ${
      !person.isDisabled &&
      html`<a class="govuk-link people__change" href="/people/${person.id}"
        >Change<span class="govuk-visually-hidden"> what ${person.name} is</span></a
      >`
    }`,
    person.way,
    person.isDisabled
      ? null
      : html`<div class="people__ways">
          ${[
            ['invite', 'Invite again'],
            ['end', 'End sign-ins'],
            ['disable', 'Disable'],
          ].map(([path, text]) =>
            buttonForm(`/people/${person.id}/${path}`, token, {
              html: String(html`${text}<span class="govuk-visually-hidden"> ${person.name}</span>`),
              classes: 'govuk-button--secondary',
            }),
          )}
        </div>`,
  ],
})

const inviteForm = ({ token, typed, errors }: PeopleView): Html => html`
  <h2 class="section-title">Invite somebody</h2>
  ${formOf({
    action: '/people',
    token,
    content: html`
      ${govuk('input', {
        id: 'name',
        name: 'name',
        label: { text: 'Name' },
        value: typed.name,
        classes: 'govuk-input--width-20',
        ...errorAt(errors, 'name'),
      })}
      ${standingFields(typed, errors)} ${govuk('button', { text: 'Invite', preventDoubleClick: true })}
    `,
  })}
`
