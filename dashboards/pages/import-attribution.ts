import { errorAt, formOf } from '../parts/form.ts'
import { govuk } from '../parts/govuk.ts'
import { html, type Html } from '../parts/html.ts'
import type { Findings, ImportView } from './import-view.ts'

/** Whose boundaries every map is to say it shows; nothing for a file of anything else. */
export const attributionForm = ({ file, token, errors }: ImportView, findings: Findings): Html | null =>
  findings.kind !== 'boundaries'
    ? null
    : html`<section>
        <h2 class="section-title" id="attribution-title">Whose boundaries these are</h2>
        ${formOf({
          action: `/import/${file.id}/attribution`,
          token,
          content: html`
            ${govuk('textarea', {
              id: 'attribution',
              name: 'attribution',
              rows: 2,
              label: { text: 'What every map is to say of its source' },
              hint: {
                text: 'As those who made the boundaries ask for it. Leave it blank for what the file says itself; else maps name the Office for National Statistics and the Open Government Licence.',
              },
              value: findings.attribution ?? '',
              ...errorAt(errors, 'attribution'),
            })}
            ${govuk('button', {
              text: 'Use these words',
              classes: 'govuk-button--secondary',
              preventDoubleClick: true,
            })}
          `,
        })}
      </section>`
