import { academicYearText } from '../../../analytics/framework/academic-year.ts'
import { dayText } from '../../parts/day.ts'
import { html, raw, type Html } from '../../parts/html.ts'
import { countText, numberText } from '../../parts/number.ts'
import { cleanText } from '../clean-text.ts'
import { legend, marksOf } from '../legend.ts'
import { numberNotes } from '../numbered-notes.ts'
import { headerOf } from '../place-table.ts'
import type { Cell, ColumnForm, CoverSection, TableSheet, WorkbookSpec } from '../workbook-spec.ts'

/** How the page looks, on a screen and on paper. It asks for nothing from anywhere. */
export const pageStyle = `
:root { color: #0b0c0c; background: #fff; font: 1rem/1.5 Arial, Helvetica, sans-serif; }
body { max-width: 64rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.75rem; line-height: 1.2; }
h2 { font-size: 1.25rem; line-height: 1.3; margin-top: 2.5rem; }
h3, .cover h2 { font-size: 1rem; margin: 1.5rem 0 0.25rem; }
p { margin: 0 0 0.5rem; max-width: 44rem; }
a { color: #1d70b8; }
.scroll { overflow-x: auto; margin-top: 0.75rem; }
.scroll:focus-visible { outline: 3px solid #0b0c0c; outline-offset: 2px; }
table { border-collapse: collapse; font-size: 0.875rem; font-variant-numeric: tabular-nums; }
th, td { padding: 0.3rem 0.9rem 0.3rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid #b1b4b6; }
thead th { vertical-align: bottom; border-bottom: 2px solid #0b0c0c; }
tbody th { font-weight: normal; }
.number { text-align: right; white-space: nowrap; }
thead .number { white-space: normal; }
.note { color: #505a5f; font-weight: normal; white-space: nowrap; }
@page { size: A4 landscape; margin: 14mm; }
@media print {
  body { max-width: none; padding: 0; }
  nav { display: none; }
  section { break-before: page; }
  .cover { break-before: auto; }
  .scroll { overflow: visible; }
  h2, h3 { break-after: avoid; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
}`

/** The workbook as one page to read or to print: its cover, every table with what stands above it, and the notes. */
export function printablePage(spec: WorkbookSpec): Html {
  const notes = numberNotes(spec.tables)
  return html`<!doctype html>
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${spec.title}</title>
        ${raw(`<style>${pageStyle}</style>`)}
      </head>
      <body>
        <main>
          <h1>${spec.title}</h1>
          <p>
            ${spec.organisation}, academic year ${academicYearText(spec.academicYear)}, produced on
            ${dayText(spec.producedOn)}.
          </p>
          ${spec.cover.map(sectionOf)} ${contentsOf(spec.tables)} ${spec.tables.map((table) => tableOf(table, notes))}
          ${notes.size === 0 ? null : notesOf(notes)}
        </main>
      </body>
    </html>`
}

const sectionOf = ({ heading, lines }: CoverSection): Html => html`
  <div class="cover">
    ${heading === null ? null : html`<h2>${heading}</h2>`} ${lines.map((line) => html`<p>${cleanText(line)}</p>`)}
  </div>
`

const contentsOf = (tables: readonly TableSheet[]): Html => html`
  <nav aria-labelledby="contents">
    <h2 id="contents">Contents</h2>
    <ol>
      ${tables.map(({ tab, title }) => html`<li><a href="#${tab}">${title}</a></li>`)}
    </ol>
  </nav>
`

function tableOf(table: TableSheet, notes: ReadonlyMap<string, number>): Html {
  const { blanks, columns, lines, rows, source, tab, title } = table
  const all = Array.from(rows)
  const said = [...lines, ...(blanks === undefined ? [] : [blanks]), ...legend(marksOf(all))]
  return html`
    <section id="${tab}">
      <h2 id="${tab}-title">${title}</h2>
      ${said.map((line) => html`<p>${cleanText(line)}</p>`)}
      ${all.length === 0 ? html`<p>There is nothing to list.</p>` : gridOf(tab, columns, all, notes)}
      ${source === null ? null : html`<p>Source: ${source}.</p>`}
    </section>
  `
}

const gridOf = (
  tab: string,
  columns: TableSheet['columns'],
  rows: readonly (readonly Cell[])[],
  notes: ReadonlyMap<string, number>,
): Html => html`
  <div class="scroll" role="region" tabindex="0" aria-labelledby="${tab}-title">
    <table>
      <thead>
        <tr>
          ${columns.map((column) => html`<th scope="col" class="${classOf(column.form)}">${headingOf(headerOf(column, notes))}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${row.map((cell, at) => cellOf(cell, columns[at]?.form ?? 'words', at === 0))}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>
`

const classOf = (form: ColumnForm): string => (form === 'count' || form === 'percent' ? 'number' : '')

/** A header with its note's marker, which stands on a line of its own, set back. */
function headingOf(header: string): Html {
  const [words = '', marker] = header.split('\n')
  return html`${words}${marker === undefined ? null : html` <span class="note">${marker}</span>`}`
}

const cellOf = (cell: Cell, form: ColumnForm, isFirst: boolean): Html =>
  isFirst && classOf(form) === ''
    ? html`<th scope="row">${textOf(cell, form)}</th>`
    : html`<td class="${classOf(form)}">${textOf(cell, form)}</td>`

function textOf(cell: Cell, form: ColumnForm): string {
  switch (cell.kind) {
    case 'words':
    case 'link':
      return cleanText(cell.words)
    case 'number':
      return form === 'percent' ? cell.number.toFixed(1) : numberText(cell.number)
    case 'day':
      return dayText(cell.day)
    case 'mark':
      return `[${cell.mark}]`
    case 'blank':
      break
  }
  return ''
}

const notesOf = (notes: ReadonlyMap<string, number>): Html => html`
  <section id="notes" aria-labelledby="notes-title">
    <h2 id="notes-title">Notes</h2>
    <p>There ${notes.size === 1 ? 'is' : 'are'} ${countText(notes.size, 'note')}.</p>
    <ol>
      ${[...notes.keys()].map((note) => html`<li>${note}</li>`)}
    </ol>
  </section>
`
