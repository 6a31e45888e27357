import { cardTable } from '../parts/card-table.ts'
import { consentSources, contactRoles, type ConsentSource } from '../../analytics/framework/contact.ts'
import type { Day } from '../../analytics/framework/day.ts'
import { dayText } from '../parts/day.ts'
import { errorAt, errorSummary, formOf, titleWith, type FormError } from '../parts/form.ts'
import { framed, type Frame } from '../parts/frame.ts'
import { govuk } from '../parts/govuk.ts'
import { html, type Html } from '../parts/html.ts'
import { countText } from '../parts/number.ts'

/** A contact of a school with how their consent stands. */
export interface ContactLine {
  readonly id: string
  readonly urn: number
  /** Null where the register does not know the URN. */
  readonly school: string | null
  readonly name: string
  readonly role: string
  readonly address: string
  readonly consent: ConsentSaid | null
}

/** The consent that was given last; where it was withdrawn, by when name and address are erased. */
export interface ConsentSaid {
  readonly givenOn: Day
  readonly source: ConsentSource
  readonly withdrawn: { readonly withdrawnOn: Day; readonly source: ConsentSource; readonly erasedOn: Day } | null
}

/** What the page of contacts shows. */
export interface ContactsView {
  readonly frame: Frame
  readonly token: string
  readonly contacts: readonly ContactLine[]
  readonly typed: Readonly<Record<'urn' | 'name' | 'role' | 'address' | 'givenOn' | 'source', string>>
  readonly errors: readonly FormError[]
  /** What has just been done, in a sentence; null where nothing was. */
  readonly done: string | null
}

/** How consent was given or withdrawn, in words. */
export const sourceText: Readonly<Record<ConsentSource, string>> = {
  'request form': 'on the request form',
  message: 'by a message',
  spoken: 'by word of mouth',
  letter: 'by a letter',
}

/** How a consent stands: `Given on 3 March 2026, by a letter`. */
export function consentText(consent: ConsentSaid | null): string {
  if (consent === null) return 'None'
  const { givenOn, source, withdrawn } = consent
  if (withdrawn === null) return `Given on ${dayText(givenOn)}, ${sourceText[source]}`
  return `Withdrawn on ${dayText(withdrawn.withdrawnOn)}, ${sourceText[withdrawn.source]}. Nothing is sent; erased on ${dayText(withdrawn.erasedOn)}`
}

/** The contacts of schools, with the ways to record consent and its withdrawal. */
export function contactsPage(view: ContactsView): Html {
  const { frame, contacts, errors, done } = view
  const free = contacts.filter(({ consent }) => consent !== null && consent.withdrawn === null).length
  const main = html`
    ${errorSummary(errors)} ${govuk('back-link', { text: 'Your hub', href: '/hub' })}
    <div class="heading">
      <h1 class="govuk-heading-xl heading__title">Contacts of schools</h1>
      <p class="heading__scope">
        Who may be written to about the meeting, the reflections and the next invitation, and since when. Nobody is
        written to who has not consented, or has withdrawn it.
      </p>
    </div>
    ${done !== null && govuk('inset-text', { text: done })}
    ${contacts.length === 0 ? html`<p class="govuk-body">No contact is recorded yet.</p>` : tableOf(contacts)}
    ${
      free > 0 &&
      html`<p class="govuk-body">
        <a class="govuk-link" href="/contacts/to-write-to.csv"
          >Download the ${countText(free, 'contact')} who may be written to (CSV)</a
        >. Use it today: who withdraws later is in no later list.
      </p>`
    }
    ${messagesForm(view)} ${consentForm(view)}
  `
  return framed(frame, titleWith(errors, 'Contacts of schools'), main)
}

const tableOf = (contacts: readonly ContactLine[]): Html =>
  cardTable(
    'Contacts of schools',
    ['School', 'Contact', 'Consent', 'Change'],
    contacts.map(({ id, urn, school, name, role, address, consent }) => ({
      name: school ?? `URN ${urn}`,
      cells: [
        html`<span class="contacts__who">${name}, ${role}<span class="figures__note">${address}</span></span>`,
        consentText(consent),
        html`<a class="govuk-link" href="/contacts/${id}"
          >${consent?.withdrawn === null ? 'Withdraw' : 'Erase'}<span class="govuk-visually-hidden"> ${name}</span></a
        >`,
      ],
    })),
  )

const messagesForm = ({ token, errors }: ContactsView): Html => html`
  <section>
    <h2 class="section-title">Load messages that withdraw consent</h2>
    ${formOf({
      action: '/contacts/messages',
      token,
      files: true,
      content: html`
        ${govuk('file-upload', {
          id: 'files',
          name: 'files',
          multiple: true,
          label: { text: 'Messages saved from the mailbox' },
          hint: {
            text: 'Single messages (.eml) or a mailbox (.mbox). Those with the subject Withdraw are recorded, by the address that sent them; the others are not kept.',
          },
          ...errorAt(errors, 'files'),
        })}
        ${govuk('button', { text: 'Record withdrawals', classes: 'govuk-button--secondary', preventDoubleClick: true })}
      `,
    })}
  </section>
`

const consentForm = ({ token, typed, errors }: ContactsView): Html => {
  const field = (name: keyof typeof typed, text: string, classes: string, more = {}): Html =>
    govuk('input', { id: name, name, label: { text }, value: typed[name], classes, ...more, ...errorAt(errors, name) })
  return html`
    <section>
      <h2 class="section-title">Record consent</h2>
      <p class="govuk-body">Somebody who withdrew and consents anew is recorded here too.</p>
      ${formOf({
        action: '/contacts',
        token,
        content: html`
          ${field('urn', 'URN of the school', 'govuk-input--width-5', { inputmode: 'numeric' })}
          ${field('name', 'Name', 'govuk-input--width-20')}
          ${govuk('select', { id: 'role', name: 'role', label: { text: 'Role at the school' }, value: typed.role, items: contactRoles.map((role) => ({ value: role, text: role })) })}
          ${field('address', 'E-mail address', 'govuk-input--width-20', { type: 'email', spellcheck: false, hint: { text: 'Their own, not one that a whole office reads' } })}
          ${field('givenOn', 'Day on which consent was given', 'govuk-input--width-10', { type: 'date' })}
          ${govuk('select', { id: 'source', name: 'source', label: { text: 'How it was given' }, value: typed.source, items: consentSources.map((source) => ({ value: source, text: sourceText[source] })) })}
          ${govuk('button', { text: 'Record consent', preventDoubleClick: true })}
        `,
      })}
    </section>
  `
}
