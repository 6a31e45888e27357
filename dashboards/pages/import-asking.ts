import { errorAt, formOf } from '../parts/form.ts'
import { govuk } from '../parts/govuk.ts'
import { html } from '../parts/html.ts'
import { kindChoices } from '../parts/sheet-kind.ts'
import type { Findings, ImportView, Step } from './import-view.ts'
import { leaveOutForm } from './leave-out.ts'

/** A file that does not say itself what it is: its kind, or the academic year it is of. */
export function asking({ file, token, errors }: ImportView, { kind, problems }: Findings): Step {
  const isYearMissing = problems.some(({ code }) => code === 'missing-year')
  return {
    title: isYearMissing ? 'Which year is this file of?' : 'What does this file hold?',
    content: html`
      ${formOf({
        action: `/import/${file.id}/told`,
        token,
        content: html`
          ${
            isYearMissing
              ? govuk('input', {
                  id: 'year',
                  name: 'year',
                  label: { text: 'Academic year' },
                  hint: { text: 'The file does not say it. For example, 2025/26' },
                  classes: 'govuk-input--width-10',
                  ...errorAt(errors, 'year'),
                })
              : govuk('select', {
                  id: 'kind',
                  name: 'kind',
                  label: { text: 'What it holds' },
                  hint: { text: 'Its headings do not tell surely.' },
                  value: file.kind ?? kind ?? '',
                  items: [{ value: '', text: 'Choose' }, ...kindChoices],
                  ...errorAt(errors, 'kind'),
                })
          }
          ${govuk('button', { text: 'Check it again', preventDoubleClick: true })}
        `,
      })}
      ${leaveOutForm(file, token)}
    `,
  }
}
