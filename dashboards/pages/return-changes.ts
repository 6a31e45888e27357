import type { Figure } from '../../analytics/framework/mark.ts'
import { causes, type Parts } from '../../analytics/returns/change.ts'
import { framed } from '../parts/frame.ts'
import { govuk } from '../parts/govuk.ts'
import { html, type Html } from '../parts/html.ts'
import { countText, figureText, numberText } from '../parts/number.ts'
import { wideRow, wideTable } from '../parts/wide-table.ts'
import type { ChangeLine, ChangesView } from './return-view.ts'
import { issueText } from './returns.ts'

/** What moved from one return to another, and why: the parts of each change add up to it. */
export function returnChangesPage({ frame, from, to, changes, loads }: ChangesView): Html {
  const title = `What moved from ${issueText(from)} to ${issueText(to)}`
  const moved = changes.filter(hasMoved)
  return framed(
    frame,
    title,
    html`
      ${govuk('back-link', { text: issueText(to), href: `/returns/${to.id}` })}
      <div class="heading">
        <h1 class="govuk-heading-xl heading__title">${title}</h1>
        <p class="heading__scope">
          ${countText(moved.length, 'figure')} of ${numberText(changes.length)} moved. The parts of each change add up
          to it.
        </p>
      </div>
      ${moved.length > 0 && wideTable(title, ['Figure', ...['Before', 'After', 'Change', ...causes.map(capital)].map((numeric) => ({ numeric }))], moved.map(rowOf))}
      ${meanings} ${loadsOf(loads)}
    `,
  )
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`

const hasMoved = ({ before, after, parts }: ChangeLine): boolean =>
  before !== after || (parts !== null && causes.some((cause) => parts[cause] !== 0))

const signed = (value: number): string => `${value > 0 ? '+' : ''}${numberText(value)}`

const total = (parts: Parts): number => causes.reduce((sum, cause) => sum + parts[cause], 0)

function rowOf({ title, part, before, after, parts }: ChangeLine): Html {
  const known = (figure: Figure | null): string => (figure === null ? 'Not in it' : figureText(figure))
  const cells = [
    known(before),
    known(after),
    parts === null ? 'Not compared' : signed(total(parts)),
    ...causes.map((cause) => (parts === null ? '' : signed(parts[cause]))),
  ]
  return wideRow(
    part === '' ? title : `${title}: ${part}`,
    cells.map((numeric) => ({ numeric })),
  )
}

const meanings = govuk('details', {
  summaryText: 'What the causes mean',
  html: String(
    html`<ul class="govuk-list govuk-list--bullet">
      <li>Rule change: the same data, counted as the later return counts them.</li>
      <li>School joined or left: a load made it one of the schools counted, or no longer one.</li>
      <li>Correction: a load superseded or took back what was known of the school.</li>
      <li>New data: a load told more of the school.</li>
      <li>Another year: what the later year has more or less, by all that is known now.</li>
    </ul>`,
  ),
})

const loadsOf = (loads: ChangesView['loads']): Html | null =>
  loads.length === 0
    ? null
    : html`<h2 class="section-title">Loads between them</h2>
        <ul class="govuk-list govuk-list--bullet">
          ${loads.map(
            ({ receiptId, fileName, undoes }) =>
              html`<li>${undoes === null ? fileName : `The undo of receipt ${undoes}`}, receipt ${receiptId}</li>`,
          )}
        </ul>`
