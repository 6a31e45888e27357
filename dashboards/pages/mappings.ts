import { buttonForm, errorAt, errorSummary, formOf, titleWith, type FormError } from '../parts/form.ts'
import { framed } from '../parts/frame.ts'
import { govuk } from '../parts/govuk.ts'
import { html, type Html } from '../parts/html.ts'
import { instantText } from '../parts/instant.ts'
import { countText } from '../parts/number.ts'
import { kindText } from '../parts/sheet-kind.ts'
import { termsOf } from '../parts/terms.ts'
import type { FormView } from './import-view.ts'

/** What the hub remembers of the columns of files with the same headings. Instants are in UTC. */
export interface MappingShown {
  readonly id: number
  readonly name: string
  readonly kind: string
  /** Null where no sheet has its kind or columns any more, so that no file is read through it. */
  readonly columns: readonly { readonly heading: string; readonly means: string | null }[] | null
  readonly confirmedBy: string
  readonly confirmedAt: string
  readonly usedCount: number
  readonly lastUsedAt: string | null
}

/** What the page of remembered mappings shows. */
export interface MappingsView extends FormView {
  readonly mappings: readonly MappingShown[]
  readonly errors: readonly FormError[]
}

/** What the hub remembers of how files are read, to rename or forget. */
export function mappingsPage(view: MappingsView): Html {
  const { frame, mappings, errors } = view
  const main = html`
    ${govuk('back-link', { text: 'Load files', href: '/import' })} ${errorSummary(errors)}
    <div class="heading">
      <h1 class="govuk-heading-xl heading__title">Remembered mappings</h1>
      <p class="heading__scope">
        What you said of the columns of files. Files with the same headings are read in the same way, without asking.
      </p>
    </div>
    ${
      mappings.length === 0
        ? html`<p class="govuk-body">
            None yet. When a file’s headings do not tell what it holds, you are asked, and the answer is remembered here
            once the file is loaded.
          </p>`
        : mappings.map((mapping) => mappingOf(view, mapping))
    }
  `
  return framed(frame, titleWith(errors, 'Remembered mappings'), main)
}

const mappingOf = ({ token, errors }: MappingsView, mapping: MappingShown): Html => html`
  <section class="mend">
    <h2 class="mend__title" id="mapping-${mapping.id}">
      ${mapping.name} <span class="mend__count">${kindText(mapping.kind)}</span>
    </h2>
    <p class="govuk-body">
      Confirmed by ${mapping.confirmedBy} on ${instantText(mapping.confirmedAt)};
      ${mapping.lastUsedAt === null ? 'not used yet' : `used ${countText(mapping.usedCount, 'time')}, last on ${instantText(mapping.lastUsedAt)}`}.
    </p>
    ${columnsOf(mapping)}
    ${formOf({
      action: `/mappings/${mapping.id}/name`,
      token,
      content: html`<div class="rename">
        ${govuk('input', {
          id: `name-${mapping.id}`,
          name: 'name',
          label: { html: String(html`New name<span class="govuk-visually-hidden"> for ${mapping.name}</span>`) },
          value: mapping.name,
          classes: 'govuk-input--width-20',
          ...errorAt(errors, `name-${mapping.id}`),
        })}
        ${govuk('button', { text: 'Rename', classes: 'govuk-button--secondary' })}
      </div>`,
    })}
    ${buttonForm(`/mappings/${mapping.id}/forget`, token, {
      html: String(html`Forget it<span class="govuk-visually-hidden">: ${mapping.name}</span>`),
      classes: 'govuk-button--secondary',
    })}
  </section>
`

function columnsOf({ columns }: MappingShown): Html {
  if (columns === null)
    return govuk('inset-text', {
      text: 'No file is read through it any more: what it says is no kind of file or no column that there is now. You can forget it.',
    })
  const terms = columns.map(
    ({ heading, means }) => [heading === '' ? 'Without a heading' : heading, means ?? 'Not read'] as const,
  )
  return govuk('details', { summaryText: 'What its columns mean', html: String(termsOf(terms)) })
}
