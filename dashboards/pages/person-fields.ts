import { roles } from '../../analytics/framework/role.ts'
import { errorAt, type FormError } from '../parts/form.ts'
import { govuk } from '../parts/govuk.ts'
import { html, type Html } from '../parts/html.ts'

/** What was typed of what somebody is to the hub. */
export type StandingTyped = Readonly<Record<'role' | 'of' | 'schools', string>>

/** The fields of what somebody is to the hub: role, what they are of, and an adviser's schools. */
export const standingFields = (typed: StandingTyped, errors: readonly FormError[]): Html => html`
  ${govuk('select', {
    id: 'role',
    name: 'role',
    label: { text: 'Role' },
    value: typed.role,
    items: roles.map((role) => ({ value: role, text: role })),
  })}
  ${govuk('input', {
    id: 'of',
    name: 'of',
    label: { text: 'Of which council, school or trust' },
    hint: { text: 'An officer’s LA code, a school user’s URN, a trust user’s trust code; blank for others' },
    value: typed.of,
    classes: 'govuk-input--width-10',
    ...errorAt(errors, 'of'),
  })}
  ${govuk('input', {
    id: 'schools',
    name: 'schools',
    label: { text: 'Schools assigned to an adviser' },
    hint: { text: 'URNs, such as 100001, 100002; the adviser reads what was agreed in words with these' },
    value: typed.schools,
    classes: 'govuk-input--width-20',
    ...errorAt(errors, 'schools'),
  })}
`
