import { errorAt, formOf } from '../parts/form.ts'
import { govuk } from '../parts/govuk.ts'
import { html, type Html } from '../parts/html.ts'
import { kindChoices } from '../parts/sheet-kind.ts'
import { columnsToMap } from './import-map.ts'
import type { Findings, ImportView, Step } from './import-view.ts'
import { leaveOutForm } from './leave-out.ts'

/** A file that does not say itself what it is: the academic year it is of, its kind, or what its columns mean. */
export function asking(view: ImportView, findings: Findings): Step {
  const { file, token } = view
  const isYearMissing = findings.problems.every(({ code }) => code === 'missing-year')
  const title = isYearMissing ? 'Which year is this file of?' : 'What does this file hold?'
  return {
    title,
    content: html`
      ${formOf({
        action: `/import/${file.id}/told`,
        token,
        content: html`${isYearMissing ? yearField(view) : kindField(view, findings)}
        ${govuk('button', {
          text: isYearMissing || findings.guess === null ? 'Check it again' : 'It holds this instead',
          preventDoubleClick: true,
          classes: findings.guess === null ? '' : 'govuk-button--secondary',
        })}`,
      })}
      ${findings.guess !== null && columnsToMap(view, findings.guess)} ${leaveOutForm(file, token)}
    `,
  }
}

const yearField = ({ errors }: ImportView): Html =>
  govuk('input', {
    id: 'year',
    name: 'year',
    label: { text: 'Academic year' },
    hint: { text: 'The file does not say it. For example, 2025/26' },
    classes: 'govuk-input--width-10',
    ...errorAt(errors, 'year'),
  })

const kindField = ({ file, errors }: ImportView, { kind, guess }: Findings): Html =>
  govuk('select', {
    id: 'kind',
    name: 'kind',
    label: { text: 'What it holds' },
    hint: { text: guess === null ? 'Its headings do not tell.' : 'Its headings do not tell surely; this is a guess.' },
    value: guess?.kind ?? file.kind ?? kind ?? '',
    items: [{ value: '', text: 'Choose' }, ...kindChoices],
    ...errorAt(errors, 'kind'),
  })
