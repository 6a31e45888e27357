import { dayText } from '../parts/day.ts'
import { errorAt, errorSummary, formOf, titleWith, type FormError } from '../parts/form.ts'
import { framed, type Frame } from '../parts/frame.ts'
import { govuk } from '../parts/govuk.ts'
import { html, type Html } from '../parts/html.ts'
import { countText } from '../parts/number.ts'

/** Something that is held, which can be chosen to be erased by its id or code. */
export interface HeldLine {
  readonly value: string
  readonly text: string
  /** What else is to be known before it is chosen; blank for nothing. */
  readonly hint: string
}

/** A place in words where a name stands. */
export interface PlaceLine {
  readonly code: string
  readonly table: string
  readonly urn: number | null
  readonly heldOn: string | null
  readonly holds: boolean
  readonly text: string
  readonly canGo: boolean
}

/** What the page of what is held about somebody shows. */
export interface HeldView {
  readonly frame: Frame
  readonly token: string
  /** The names asked for, a line each. */
  readonly names: string
  readonly errors: readonly FormError[]
  /** What was found; null before anything is asked. */
  readonly found: {
    readonly signIns: readonly HeldLine[]
    readonly contacts: readonly HeldLine[]
    readonly places: readonly PlaceLine[]
    /** How many files wait that were not searched. */
    readonly waiting: number
  } | null
  /** What has just been done, in a sentence; null where nothing was. */
  readonly done: string | null
}

const title = 'What is held about somebody'

/** All that is held about somebody, and the way to erase of it what a steward has looked over and chosen. */
export function heldPage(view: HeldView): Html {
  const { frame, token, names, errors, found, done } = view
  const main = html`
    ${errorSummary(errors)} ${govuk('back-link', { text: 'Your hub', href: '/hub' })}
    <div class="heading">
      <h1 class="govuk-heading-xl heading__title">${title}</h1>
      <p class="heading__scope">To answer somebody who asks what you hold about them, or who asks you to erase it.</p>
    </div>
    ${done !== null && govuk('inset-text', { text: done })}
    ${formOf({
      action: '/held',
      token,
      content: html`
        ${govuk('textarea', {
          id: 'names',
          name: 'names',
          rows: 3,
          label: { text: 'Names' },
          hint: {
            text: 'Their name in every way it may be written, a line each: Grace Note, Mrs Note. Also a sign-in name or an address.',
          },
          value: names,
          ...errorAt(errors, 'names'),
        })}
        ${govuk('button', { text: 'Look', preventDoubleClick: true })}
      `,
    })}
    ${found !== null && foundOf(view, found)}
  `
  return framed(frame, titleWith(errors, title), main)
}

function foundOf({ token, names }: HeldView, found: NonNullable<HeldView['found']>): Html {
  const { signIns, contacts, places, waiting } = found
  const canGo = places.filter((place) => place.canGo)
  const count = signIns.length + contacts.length + places.length
  return html`<section aria-labelledby="found">
    <h2 class="section-title" id="found">${count === 0 ? 'Nothing is held' : `Held: ${countText(count, 'thing')}`}</h2>
    ${
      waiting > 0 &&
      html`<p class="govuk-body">
        ${countText(waiting, 'file')} that ${waiting === 1 ? 'waits' : 'wait'} to be loaded
        ${waiting === 1 ? 'was' : 'were'} not searched.
      </p>`
    }
    ${
      count > 0 &&
      formOf({
        action: '/held/erase',
        token,
        content: html`
          <input type="hidden" name="names" value="${names}" />
          ${choiceOf('people', 'Signs in', signIns)} ${choiceOf('contacts', 'Contact of a school', contacts)}
          ${choiceOf('words', 'Named in words', canGo.map(placeOf))}
          ${canGo.length < places.length && html`<p class="govuk-body">${countText(places.length - canGo.length, 'place')} cannot be changed.</p>`}
          <p class="govuk-body">
            Choose only what is about this person: what you erase is gone from every version, and from older copies when
            they are restored.
          </p>
          <div class="choices">
            ${govuk('button', { text: 'Erase what is chosen', classes: 'govuk-button--warning', preventDoubleClick: true })}
            ${govuk('button', { text: 'Download all of it (JSON)', classes: 'govuk-button--secondary', attributes: { formaction: '/held/copy' } })}
          </div>
        `,
      })
    }
  </section>`
}

const choiceOf = (name: string, legend: string, lines: readonly HeldLine[]): Html | null =>
  lines.length === 0
    ? null
    : govuk('checkboxes', {
        idPrefix: name,
        name,
        classes: 'govuk-checkboxes--small',
        fieldset: { legend: { text: legend, classes: 'govuk-fieldset__legend--m' } },
        items: lines.map(({ value, text, hint }) => ({
          value,
          text,
          ...(hint === '' ? {} : { hint: { text: hint } }),
        })),
      })

const tables: Readonly<Record<string, string>> = {
  priority: 'Priority',
  reflectionPriority: 'Reflection',
  audit: 'Adviser of the audit',
  receipt: 'Receipt of a file',
  importFile: 'File that was sent',
  mapping: 'Mapping',
}

const placeOf = ({ code, table, urn, heldOn, holds, text }: PlaceLine): HeldLine => ({
  value: code,
  text,
  hint: [
    tables[table] ?? table,
    urn === null ? null : `URN ${urn}`,
    heldOn === null ? null : `meeting of ${dayText(heldOn)}`,
    holds ? null : 'corrected since',
  ]
    .filter((part) => part !== null)
    .join(', '),
})
