import type { Disclosed } from '../../analytics/disclosure/disclose.ts'
import { isMark } from '../../analytics/framework/mark.ts'
import type { Column } from '../../analytics/measures/measure.ts'
import { percentOf } from '../../analytics/measures/percent.ts'
import { cellEndings, type CellEnding } from './cell-sentence.ts'
import { html, type Content, type Html } from './html.ts'
import { lineageLink, type Traced } from './lineage-link.ts'
import { marksExplained } from './marks.ts'
import { countText, figureText, percentText } from './number.ts'
import { figureIn, isInWords, valueText, type Value } from './value.ts'

/** How a table is shown. */
export interface TableOptions {
  readonly caption: string
  /** Whether each count of schools has its percentage of the population beside it: where it is a part of it, if not said. */
  readonly percent?: boolean
  /** The address behind a row's first word; none for plain text. */
  readonly linkTo?: (word: string) => string
  /** Whether each count is a link to where it comes from, and at which data version if not the newest. */
  readonly traced?: Traced
}

/** The measures whose counts of schools are parts of the population. */
const partsOfPopulation: ReadonlySet<string> = new Set(['coverage', 'strand-profile', 'award-ladder'])

type Values = Readonly<Record<string, Value>>

/**
 * An answer as a table, drawn from the measure's columns alone: a row a row, or, for an answer of one row without
 * words, a row a column. Marks are explained below it.
 */
export function measureTable(answer: Disclosed<object, object>, given: TableOptions): Html {
  const options = { ...given, percent: given.percent ?? partsOfPopulation.has(answer.measure) }
  const rows = answer.rows as readonly Values[]
  const [only] = rows
  const turned = rows.length === 1 && only !== undefined && answer.columns.every(({ unit }) => unit === 'schools')
  return html`
    <div class="scroll" role="region" tabindex="0" aria-label="${options.caption}">
      <table class="govuk-table figures">
        <caption class="govuk-visually-hidden">
          ${options.caption}
        </caption>
        ${turned ? turnedTable(answer, only, options) : plainTable(answer, rows, options)}
      </table>
    </div>
    ${explanations(answer, options, turned)}
  `
}

function plainTable(answer: Disclosed<object, object>, rows: readonly Values[], options: TableOptions): Html {
  const endingOf = cellEndings(answer)
  return html`
    <thead class="govuk-table__head">
      <tr class="govuk-table__row">
        ${answer.columns.map(({ label, unit }) => html`<th class="govuk-table__header ${numeric(unit)}" scope="col">${label}</th>`)}
      </tr>
    </thead>
    <tbody class="govuk-table__body">
      ${rows.map(
        (row) =>
          html`<tr class="govuk-table__row">
            ${answer.columns.map((column) => cellOf(answer, column, row, options, endingOf))}
          </tr>`,
      )}
    </tbody>
  `
}

/** Whether words are too many for a column as narrow as those of numbers. */
const isSentence = (value: Value): boolean => typeof value === 'string' && value.length > 30

const numeric = (unit: Column['unit']): string => (isInWords(unit) ? '' : 'govuk-table__header--numeric')

function cellOf(
  answer: Disclosed<object, object>,
  column: Column,
  row: Values,
  options: TableOptions,
  endingOf: CellEnding,
): Html {
  const { key, unit, follows } = column
  const value = row[key] ?? 'x'
  if (follows === true)
    return html`<td class="govuk-table__cell ${isSentence(value) && 'figures__sentence'}">
      ${isMark(value) ? figureText(value) : String(value)}
    </td>`
  const text = valueText(unit, value)
  if (unit === 'words')
    return html`<th class="govuk-table__header" scope="row">
      ${options.linkTo === undefined ? text : html`<a class="govuk-link" href="${options.linkTo(text)}">${text}</a>`}
    </th>`
  if (unit === 'academic year') return html`<th class="govuk-table__header" scope="row">${text}</th>`
  if (unit === 'yes or no') return html`<td class="govuk-table__cell">${text}</td>`
  const figure = figureIn(value)
  const percent =
    options.percent && unit === 'schools' && !isMark(figure) && percentText(percentOf(figure, answer.population))
  const shown = lineageLink(answer, row, column, [value, text], options.traced)
  const ending = endingOf(row, key)
  return html`<td class="govuk-table__cell govuk-table__cell--numeric">
    ${shown}${ending && html`<span class="govuk-visually-hidden"> ${ending}</span>`}${percent && html` <span class="figures__percent">${percent}</span>`}
  </td>`
}

const turnedTable = (answer: Disclosed<object, object>, row: Values, options: TableOptions): Html => html`
  <thead class="govuk-table__head">
    <tr class="govuk-table__row">
      <td class="govuk-table__cell"></td>
      <th class="govuk-table__header govuk-table__header--numeric" scope="col">Schools</th>
      ${options.percent && html`<th class="govuk-table__header govuk-table__header--numeric" scope="col">Percent</th>`}
    </tr>
  </thead>
  <tbody class="govuk-table__body">
    ${answer.columns.map((column) => {
      const { key, label, note } = column
      const figure = figureIn(row[key] ?? 'x')
      const text = figureText(figure)
      return html`<tr class="govuk-table__row">
        <th class="govuk-table__header" scope="row">
          ${label}${note === undefined ? null : html` <span class="figures__note">${note}</span>`}
        </th>
        <td class="govuk-table__cell govuk-table__cell--numeric">
          ${lineageLink(answer, row, column, [figure, text], options.traced)}
        </td>
        ${
          options.percent &&
          html`<td class="govuk-table__cell govuk-table__cell--numeric">
            ${percentText(percentOf(figure, answer.population))}
          </td>`
        }
      </tr>`
    })}
  </tbody>
`

/** What is so of the page, and not of paper. */
const onScreen = (text: string): Html => html`<span class="on-screen">${text}</span>`

function explanations(answer: Disclosed<object, object>, { percent, traced }: TableOptions, turned: boolean): Html {
  const totals = answer.totals as Values
  const lines: Content[] = [
    ...answer.totalColumns.map((column) => {
      const { key, label, unit, note } = column
      const text = valueText(unit, totals[key])
      const shown = lineageLink(answer, 'totals', column, [totals[key], text], traced)
      return html`${label}: ${shown}${note === undefined ? '' : ` (${note})`}.`
    }),
    traced !== undefined && onScreen('Each count is a link to the schools and the rows of files it comes from.'),
    percent && `Percentages are of ${countText(answer.population, 'school')}.`,
    ...(turned ? [] : answer.columns.flatMap(({ label, note }) => (note === undefined ? [] : [`${label}: ${note}.`]))),
    ...answer.notes,
    ...marksExplained(answer),
  ]
  return html`<ul class="notes">
    ${lines.map((line) => line && html`<li>${line}</li>`)}
  </ul>`
}
