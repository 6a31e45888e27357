import { errorAt, errorSummary, formOf, titleWith, type FormError } from '../parts/form.ts'
import { framed } from '../parts/frame.ts'
import { govuk } from '../parts/govuk.ts'
import { html, type Html } from '../parts/html.ts'
import type { FormView } from './import-view.ts'
import { wayBack } from './hub-step.ts'

/** A council of the hub as it stands in the form: days as text, blank for no end. */
export interface CouncilTyped {
  readonly la: string
  readonly name: string | null
  readonly from: string
  readonly to: string
}

/** What the page of the hub's name and councils shows. */
export interface CouncilsView extends FormView {
  readonly name: string
  readonly councils: readonly CouncilTyped[]
  /** Further councils as they were typed. */
  readonly more: string
  readonly errors: readonly FormError[]
  /** Whether it was just saved. */
  readonly isSaved: boolean
}

/** The form of what a hub is called, and which councils are of it from when until when. */
export function councilsPage({ frame, token, name, councils, more, errors, isSaved }: CouncilsView): Html {
  const title = 'Name and councils'
  const main = html`
    ${wayBack} ${errorSummary(errors)} ${isSaved && saved}
    <div class="heading">
      <h1 class="govuk-heading-xl heading__title">${title}</h1>
      <p class="heading__scope">
        What your hub is called stands on every page. Its councils say which schools are counted: all state-funded
        schools of their areas.
      </p>
    </div>
    ${formOf({
      action: '/hub/councils',
      token,
      content: html`
        ${govuk('input', {
          id: 'name',
          name: 'name',
          label: { text: 'Name of the hub' },
          value: name,
          classes: 'govuk-input--width-20',
          ...errorAt(errors, 'name'),
        })}
        ${councils.map((council) => councilFields(council, errors))}
        ${govuk('input', {
          id: 'more',
          name: 'more',
          label: { text: councils.length === 0 ? 'Councils' : 'Further councils' },
          hint: { text: 'By name or LA code, such as Leicestershire, Leicester or 855, 856' },
          value: more,
          classes: 'govuk-input--width-30',
          spellcheck: false,
          ...errorAt(errors, 'more'),
        })}
        ${govuk('button', { text: 'Save', preventDoubleClick: true })}
      `,
    })}
    <p class="govuk-body">What is changed here is written into the audit log, and can be changed back.</p>
  `
  return framed(frame, titleWith(errors, title), main)
}

const saved: Html = html`<div role="status">${govuk('inset-text', { text: 'Saved.' })}</div>`

const councilFields = ({ la, name, from, to }: CouncilTyped, errors: readonly FormError[]): Html => {
  const day = (which: 'from' | 'to', label: string, value: string) =>
    govuk('input', {
      id: `${which}-${la}`,
      name: `${which}-${la}`,
      type: 'date',
      label: { text: label },
      value,
      classes: 'govuk-input--width-10',
      ...errorAt(errors, `${which}-${la}`),
    })
  return govuk('fieldset', {
    classes: 'council',
    legend: { text: name === null ? `${la} (no council we know of: check the code)` : `${name} (${la})` },
    html: String(html`
      <input type="hidden" name="la" value="${la}" />
      <div class="council__days">
        ${day('from', 'First day, if it joined later', from)} ${day('to', 'Last day, if it has left', to)}
      </div>
      ${govuk('checkboxes', {
        idPrefix: `out-${la}`,
        name: `out-${la}`,
        classes: 'govuk-checkboxes--small',
        items: [{ value: 'yes', text: 'This was entered by mistake: take it out' }],
      })}
    `),
  })
}
