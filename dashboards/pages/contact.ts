import { consentSources } from '../../analytics/framework/contact.ts'
import { buttonForm, formOf } from '../parts/form.ts'
import { framed, type Frame } from '../parts/frame.ts'
import { govuk } from '../parts/govuk.ts'
import { html, type Html } from '../parts/html.ts'
import { termsOf } from '../parts/terms.ts'
import { consentText, sourceText, type ContactLine } from './contacts.ts'

/** What the page of one contact shows. */
export interface ContactView {
  readonly frame: Frame
  readonly token: string
  readonly contact: ContactLine
}

/** One contact of a school: how their consent stands, and the way to withdraw it or to erase name and address. */
export function contactPage({ frame, token, contact }: ContactView): Html {
  const { name, school, urn, role, address, consent } = contact
  const main = html`
    ${govuk('back-link', { text: 'All contacts', href: '/contacts' })}
    <div class="heading">
      <h1 class="govuk-heading-xl heading__title">${name}</h1>
      <p class="heading__scope">${role} at ${school ?? `the school with URN ${urn}`}</p>
    </div>
    ${termsOf([
      ['Address', address],
      ['Consent', consentText(consent)],
    ])}
    ${consent?.withdrawn === null ? withdrawForm(contact, token) : eraseForm(contact, token)}
  `
  return framed(frame, name, main)
}

const withdrawForm = ({ id }: ContactLine, token: string): Html =>
  formOf({
    action: `/contacts/${id}/withdraw`,
    token,
    content: html`
      ${govuk('radios', {
        name: 'source',
        fieldset: { legend: { text: 'How was consent withdrawn?', classes: 'govuk-fieldset__legend--m' } },
        hint: {
          text: 'From now on nothing is sent to this address, as whosever contact it stands here. Name and address are erased 28 days later. This cannot be taken back: only a new consent follows.',
        },
        value: 'message',
        items: consentSources.map((source) => ({ value: source, text: sourceText[source] })),
      })}
      ${govuk('button', { text: 'Record the withdrawal', classes: 'govuk-button--warning', preventDoubleClick: true })}
    `,
  })

const eraseForm = ({ id }: ContactLine, token: string): Html => html`
  <p class="govuk-body">
    Name, role and address can be erased now. The school’s record stays, and so does a scrambled mark of an address that
    withdrew.
  </p>
  ${buttonForm(`/contacts/${id}/erase`, token, { text: 'Erase name and address', classes: 'govuk-button--warning' })}
`
