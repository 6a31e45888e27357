import { isMark, marks, type Figure } from '../../analytics/framework/mark.ts'
import { populationText } from '../../analytics/returns/profile.ts'
import { govuk } from '../parts/govuk.ts'
import { html, type Content, type Html } from '../parts/html.ts'
import { figureText, percentText } from '../parts/number.ts'
import { partText, revisedText } from '../parts/return-part.ts'
import { wideRow, wideTable } from '../parts/wide-table.ts'
import type { FigureLine, ReturnView } from './return-view.ts'

/** The figures of a return as tables: section by section the whole, then all parts. */
export function figuresOf(view: ReturnView): Html {
  const { profile, figures } = view
  const sections = profile.sections.map((section) => {
    const indicators = profile.indicators.filter((indicator) => indicator.section === section)
    const rows = indicators.flatMap((each) =>
      figures
        .filter(({ indicator, of }) => indicator === each.id && of === '')
        .map((figure) =>
          rowOf(
            view,
            figure,
            html`${each.title}<span class="return__note">${each.id}. ${populationText(each)}.</span>`,
          ),
        ),
    )
    return (
      rows.length > 0 &&
      html`<h3 class="govuk-heading-s">${section}</h3>
        ${wideTable(section, headings, rows)}`
    )
  })
  return html`<h2 class="section-title">Figures</h2>
    ${sections} ${partsOf(view)} ${marksIn(figures)}`
}

const headings = ['What it counts', { numeric: 'Number' }, { numeric: 'Of' }, { numeric: 'Share' }, 'Revised'] as const

const rowOf = (view: ReturnView, figure: FigureLine, name: Content): Html =>
  wideRow(name, [
    { numeric: linked(figure.number, figure.numberHref) },
    { numeric: linked(figure.denominator, figure.denominatorHref) },
    { numeric: percentText(figure.percent) },
    revisedText(figure, view.before),
  ])

const linked = (figure: Figure, href: string | null): Content =>
  href === null ? figureText(figure) : html`<a class="govuk-link" href="${href}">${figureText(figure)}</a>`

function partsOf(view: ReturnView): Html | null {
  const { figures, profile, councils } = view
  const parts = figures.filter(({ of }) => of !== '')
  if (parts.length === 0) return null
  const titles = new Map(profile.indicators.map(({ id, title }) => [id, title]))
  const table = wideTable(
    'Figures by council, phase and what data forms tell apart',
    headings,
    parts.map((figure) =>
      rowOf(view, figure, `${titles.get(figure.indicator) ?? ''}: ${partText(figure.of, councils)}`),
    ),
  )
  return govuk('details', {
    summaryText: 'By council, phase and what data forms tell apart',
    html: String(table),
  })
}

function marksIn(figures: readonly FigureLine[]): Html | null {
  const used = new Set(figures.flatMap(({ number, denominator }) => [number, denominator].filter(isMark)))
  if (used.size === 0) return null
  return html`<p class="govuk-body">${[...used].map((mark) => `[${mark}] means ${marks[mark]}. `)}</p>`
}
