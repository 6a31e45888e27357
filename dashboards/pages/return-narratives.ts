import { errorAt, formOf } from '../parts/form.ts'
import { govuk } from '../parts/govuk.ts'
import { html, type Html } from '../parts/html.ts'
import { instantText } from '../parts/instant.ts'
import { numberText } from '../parts/number.ts'
import type { ReturnView } from './return-view.ts'

/** What is told in words: fields to write in while it is a draft, then the texts; and the commentary to draw on. */
export const narrativesOf = (view: ReturnView): Html | null =>
  view.profile.narratives.length === 0
    ? null
    : html`<h2 class="section-title">Narrative</h2>
        ${commentary(view)} ${view.state === 'draft' ? writeForm(view) : written(view)}`

const commentary = ({ remarks }: ReturnView): Html | null =>
  remarks.length === 0
    ? null
    : govuk('details', {
        summaryText: 'Commentary to draw on',
        html: String(
          html`<ul class="govuk-list govuk-list--bullet">
            ${remarks.map(({ text, writtenAt }) => html`<li>${text} (${instantText(writtenAt)})</li>`)}
          </ul>`,
        ),
      })

const writeForm = ({ id, token, profile, texts, errors }: ReturnView): Html =>
  formOf({
    action: `/returns/${id}/narratives`,
    token,
    content: html`
      ${profile.narratives.map((narrative) => {
        const text = texts.get(narrative.id) ?? ''
        const most = numberText(narrative.mostCharacters)
        return govuk('textarea', {
          id: `text-${narrative.id}`,
          name: `text-${narrative.id}`,
          label: { text: `${narrative.question}${narrative.isRequired ? '' : ' (optional)'}` },
          hint: { text: `${numberText(Array.from(text).length)} of at most ${most} characters` },
          value: text,
          rows: text === '' ? 3 : 8,
          ...errorAt(errors, `text-${narrative.id}`),
        })
      })}
      ${govuk('button', { text: 'Save the narrative', classes: 'govuk-button--secondary', preventDoubleClick: true })}
    `,
  })

const written = ({ profile, texts }: ReturnView): readonly Html[] =>
  profile.narratives.map(
    ({ id, question }) => html`
      <h3 class="govuk-heading-s">${question}</h3>
      ${(texts.get(id) ?? 'Not answered.').split(/\n{2,}/).map((part) => html`<p class="govuk-body">${part}</p>`)}
    `,
  )
