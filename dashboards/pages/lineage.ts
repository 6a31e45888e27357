import { isName, isSum, rowName } from '../../analytics/measures/members-of.ts'
import { dayText } from '../parts/day.ts'
import { framed, linkFrom, type Frame } from '../parts/frame.ts'
import { govuk } from '../parts/govuk.ts'
import { html, type Html } from '../parts/html.ts'
import { instantText } from '../parts/instant.ts'
import { lineageHref } from '../parts/lineage-link.ts'
import { hrefOf } from '../parts/link.ts'
import { countText, numberText } from '../parts/number.ts'
import { subtitleOf } from '../parts/scope.ts'
import { valueText, type Value } from '../parts/value.ts'
import { loadsFiles } from '../parts/visitor.ts'
import { wideRow, wideTable } from '../parts/wide-table.ts'
import { schoolsTraced, type LineageView, type Move, type SchoolTraced, type Source } from './lineage-view.ts'

/** Where a figure comes from: the schools it counts, the rows of the files behind them, and how it came to be. */
export function lineagePage(view: LineageView): Html {
  const { frame, answer, column, figure } = view
  const title = `${[...rowWords(view), column.label].join(', ')}: ${valueText(column.unit, figure)}`
  const { during, where, measure } = answer
  const and = { strand: where.strand, award: where.award, during: during ?? undefined }
  const main = html`
    ${govuk('back-link', { text: answer.title, href: linkFrom(frame, `/measures/${measure}`, and) })}
    <div class="heading">
      <h1 class="govuk-heading-xl heading__title">${title}</h1>
      <p class="heading__scope">Where this figure comes from. ${subtitleOf(answer, frame.choices)}</p>
    </div>
    ${
      view.version !== undefined &&
      govuk('inset-text', {
        text: `As it was known at data version ${view.version}, when it was frozen. Later loads may have moved it: how it came to be is told below.`,
      })
    }
    ${view.isSum ? schoolsOf(view) : noSum(view)} ${movesOf(view)}
    ${
      view.hubSources.length > 0 &&
      html`<h2 class="govuk-heading-m">Frameworks and goals it rests on</h2>
        ${wideTable('Frameworks and goals', headings, view.hubSources.map(sourceRow(frame)), 'sources')}`
    }
  `
  return framed(frame, title, main)
}

/** What names the figure's row, in words; nothing for the one row of a measure, and for totals. */
function rowWords({ answer, row }: LineageView): readonly string[] {
  const found = answer.rows.find((each) => rowName(answer.columns, each) === row)
  if (found === undefined) return []
  return answer.columns.filter(isName).map(({ key, unit, label }) => {
    const text = valueText(unit, Reflect.get(found, key) as Value)
    return unit === 'words' ? text : `${label.toLowerCase()} ${text}`
  })
}

/** Why no schools can be told of a figure, and the figures of its row of which they can. */
function noSum({ answer, row, column, version }: LineageView): Html {
  const sums = (row === 'totals' ? answer.totalColumns : answer.columns).filter(isSum)
  return html`<p class="govuk-body">
      ${column.label} is worked out from other figures: it is no count of schools of its own, so no rows stand behind it
      alone. See the counts it is worked out from:
    </p>
    <ul class="govuk-list govuk-list--bullet">
      ${sums.map(
        ({ key, label }) =>
          html`<li><a class="govuk-link" href="${lineageHref(answer, row, key, { version })}">${label}</a></li>`,
      )}
    </ul>`
}

function schoolsOf(view: LineageView): Html {
  const { answer, row, column, found, page, schools, version } = view
  const last = Math.ceil(found / schoolsTraced)
  const from = (page - 1) * schoolsTraced + 1
  const parts = column.unit === 'schools' ? '' : ` What they have adds up to ${valueText(column.unit, view.figure)}.`
  const showing = last <= 1 ? '' : ` Showing ${numberText(from)} to ${numberText(from + schools.length - 1)}.`
  if (found === 0) return html`<p class="govuk-body">It counts no school.</p>`
  return html`
    <h2 class="govuk-heading-m">The schools it counts</h2>
    <p class="govuk-body">
      ${countText(found, 'school')}, each with the rows that this measure rests on up to ${dayText(answer.asOf)}, and
      those they superseded.${parts}${showing}
    </p>
    ${wideTable(
      'The schools it counts, and the rows behind them',
      headings,
      { bodies: schools.map((school) => schoolRows(view, school)) },
      'sources',
    )}
    ${
      last > 1 &&
      govuk('pagination', {
        ...(page > 1 ? { previous: { href: lineageHref(answer, row, column.key, { page: page - 1, version }) } } : {}),
        ...(page < last ? { next: { href: lineageHref(answer, row, column.key, { page: page + 1, version }) } } : {}),
      })
    }
  `
}

const headings = ['What is known', 'Where it stands', 'Receipt', 'Loaded', 'Holds'] as const

const schoolRows = ({ frame, column }: LineageView, { urn, name, figure, sources }: SchoolTraced): Html => html`
  <tbody class="govuk-table__body">
    <tr class="govuk-table__row">
      <th class="govuk-table__header sources__school" scope="rowgroup" colspan="${headings.length}">
        <a
          class="govuk-link"
          href="${hrefOf(`/schools/${urn}`, frame.asOf === frame.today ? {} : { asOf: frame.asOf })}"
          >${name}</a
        >
        <span class="sources__urn">URN ${urn}${column.unit !== 'schools' && `, ${numberText(figure)} of it`}</span>
      </th>
    </tr>
    ${sources.map(sourceRow(frame))}
  </tbody>
`

/** A receipt by its number, with the way to it for those who load files. */
function receiptLink({ visitor }: Frame, receiptId: number): Html {
  const named = html`<span class="govuk-visually-hidden">Receipt </span>${receiptId}`
  return visitor !== null && loadsFiles(visitor)
    ? html`<a class="govuk-link" href="/receipts/${receiptId}">${named}</a>`
    : named
}

const sourceRow =
  (frame: Frame) =>
  ({ fact, file, sheet, row, rows, receiptId, loadedAt, loadedBy, until }: Source): Html =>
    html`
      <tr class="govuk-table__row ${until !== null && 'sources__past'}">
        <td class="govuk-table__cell">${fact}</td>
        <td class="govuk-table__cell">
          ${file}${sheet !== null && `, sheet “${sheet}”`}, row
          ${numberText(row)}${rows > 1 && ` and ${countText(rows - 1, 'more row')}`}
        </td>
        <td class="govuk-table__cell">${receiptLink(frame, receiptId)}</td>
        <td class="govuk-table__cell">${instantText(loadedAt)} by ${loadedBy}</td>
        <td class="govuk-table__cell">
          ${
            until === null
              ? 'Now'
              : html`Until receipt
                ${receiptLink(frame, until.receiptId)}${until.undoes !== null && `, the undo of ${until.undoes}`}`
          }
        </td>
      </tr>
    `

const moveHeadings = ['Receipt', 'File', 'Loaded', { numeric: 'Before' }, { numeric: 'After' }] as const

/** How the figure came to be, load by load. */
function movesOf({ frame, answer, column, moves, looked, loads }: LineageView): Html {
  const text = (value: Value | null): string => (value === null ? 'No such figure' : valueText(column.unit, value))
  const reach =
    looked < loads ? `Of the last ${looked} of ${numberText(loads)} loads` : `Of ${countText(loads, 'load')}`
  const rowOf = ({ receiptId, file, loadedAt, loadedBy, undoes, before, after }: Move): Html =>
    wideRow(receiptLink(frame, receiptId), [
      html`${undoes !== null && `Undo of receipt ${undoes}: `}${file}`,
      `${instantText(loadedAt)} by ${loadedBy}`,
      { numeric: text(before) },
      { numeric: text(after) },
    ])
  return html`
    <h2 class="govuk-heading-m">How it came to be</h2>
    <p class="govuk-body">
      The same question, as of ${dayText(answer.asOf)}, put to what was known after each load. ${reach} that it rests
      on, ${moves.length === 0 ? 'none' : numberText(moves.length)} moved it.
    </p>
    ${
      moves.length > 0 &&
      wideTable('Loads that moved this figure, the newest first', moveHeadings, moves.map(rowOf), 'sources')
    }
  `
}
