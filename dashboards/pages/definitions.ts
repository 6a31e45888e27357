import { marks } from '../../analytics/framework/mark.ts'
import { measureIds, measures } from '../../analytics/measures/index.ts'
import type { Column, Measure } from '../../analytics/measures/measure.ts'
import { framed, linkFrom, type Frame } from '../parts/frame.ts'
import { html, type Html } from '../parts/html.ts'
import { termsOf } from '../parts/terms.ts'
import { words } from './words.ts'

/** Every word, mark and measure, and what it means; `notAsked` are measures that the visitor may not ask, and is not led to. */
export const definitionsPage = (frame: Frame, notAsked: readonly string[]): Html =>
  framed(
    frame,
    'Definitions',
    html`<div class="heading">
        <h1 class="govuk-heading-xl heading__title">Definitions</h1>
        <p class="heading__scope">What every word, mark and measure on these pages means.</p>
      </div>
      <section class="definitions" aria-labelledby="words">
        <h2 class="section-title" id="words">Words</h2>
        ${termsOf(words)}
      </section>
      <section class="definitions" aria-labelledby="marks">
        <h2 class="section-title" id="marks">Marks that stand for a number</h2>
        ${termsOf(Object.entries(marks).map(([mark, meaning]) => [`[${mark}]`, `The number is ${meaning}.`]))}
      </section>
      <section class="definitions" aria-labelledby="measures">
        <h2 class="section-title" id="measures">Measures</h2>
        ${measureIds.map((id) => measureOf(frame, measures[id], !notAsked.includes(id)))}
      </section>`,
  )

const measureOf = (
  frame: Frame,
  { id, title, question, columns, totalColumns, notes }: Measure<object, object>,
  mayAsk: boolean,
): Html =>
  html`<section class="definition" id="${id}" aria-labelledby="${id}-title">
    <h3 id="${id}-title">
      ${mayAsk ? html`<a class="govuk-link" href="${linkFrom(frame, `/measures/${id}`)}">${title}</a>` : title}
    </h3>
    <p class="govuk-body">${question}</p>
    ${termsOf([...columns, ...totalColumns].filter(isNoted).map(({ label, note }) => [label, atStart(note ?? '')]))}
    <ul class="notes">
      ${notes.map((note) => html`<li>${note}</li>`)}
    </ul>
  </section>`

const isNoted = ({ note }: Column): boolean => note !== undefined

const atStart = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
