import { errorAt, formOf } from '../parts/form.ts'
import { govuk } from '../parts/govuk.ts'
import { html, type Html } from '../parts/html.ts'
import { kindText } from '../parts/sheet-kind.ts'
import type { ColumnGuess, Guess, ImportView } from './import-view.ts'

/** What a column is said to mean, as the value of a field: the heading and, for ticked columns, the word. */
export const meaningOf = (means: string | null, ticked: string | null): string =>
  means === null ? '' : JSON.stringify(ticked === null ? [means] : [means, ticked])

const certainty: Readonly<Record<string, string>> = { sure: 'Sure', likely: 'Likely', guess: 'A guess' }

/** The columns of a file, each with what it holds and what it will be read as, for a person to confirm or change. */
export const columnsToMap = ({ file, token, errors }: ImportView, guess: Guess): Html => html`
  <section>
    <h2 class="section-title" id="columns-title">What its columns mean</h2>
    ${
      guess.missing.length > 0 &&
      html`<p class="govuk-body">
        ${kindText(guess.kind)} also need ${guess.missing.join(', ')}. If a column below holds it, choose that there.
      </p>`
    }
    ${formOf({
      action: `/import/${file.id}/mapping`,
      token,
      content: html`
        <div class="map" id="columns" tabindex="-1">${guess.columns.map((column) => columnField(column, guess))}</div>
        ${guess.words.length > 0 && wordsOf(guess)}
        ${govuk('input', {
          id: 'name',
          name: 'name',
          label: { text: 'Remember this as' },
          hint: { text: 'Files with the same headings are then read in this way without asking.' },
          value: guess.tab ?? kindText(guess.kind),
          classes: 'govuk-input--width-20',
          ...errorAt(errors, 'name'),
        })}
        ${govuk('button', { text: 'Read it this way', preventDoubleClick: true })}
      `,
    })}
  </section>
`

function columnField(column: ColumnGuess, { choices }: Guess): Html {
  const { number, heading, samples, means, ticked, confidence, why } = column
  const name = heading === '' ? `Column ${number}, without a heading` : heading
  return html`<div class="map__column">
    <div>
      <p class="map__heading">${name}</p>
      <p class="map__samples">${samples.length === 0 ? 'Blank' : samples.join(' · ')}</p>
    </div>
    ${govuk('select', {
      id: `column-${number}`,
      name: `column ${number}`,
      label: { html: String(html`Read as<span class="govuk-visually-hidden"> (${name})</span>`) },
      hint: { text: confidence === null ? 'Nothing like it is needed' : `${certainty[confidence]}: ${why}` },
      value: meaningOf(means, ticked),
      items: [
        { value: '', text: 'Not read' },
        ...choices.map(({ heading, isNeeded }) => ({
          value: meaningOf(heading, null),
          text: isNeeded ? `${heading} (needed)` : heading,
        })),
        ...choices.flatMap(({ heading, ticks }) =>
          ticks.map((word) => ({ value: meaningOf(heading, word), text: `${heading}: a tick means ${word}` })),
        ),
      ],
    })}
  </div>`
}

const wordsOf = ({ words }: Guess): Html => html`
  <h3 class="mend__title">Words of your own</h3>
  ${words.map(({ found, means, choices }, at) =>
    govuk('select', {
      id: `word-${at}`,
      name: `word ${at}`,
      label: { text: `“${found}” stands for` },
      value: means ?? '',
      items: [{ value: '', text: 'None of these' }, ...choices.map((word) => ({ value: word, text: word }))],
    }),
  )}
`
