import { wordsCell } from './cell.ts'
import type { TableSheet } from './workbook-spec.ts'

export const contentsTab = 'Contents'

/** The worksheet that lists the others, each linked by its tab's name to its first cell. */
export const contentsSheet = (sheets: readonly Pick<TableSheet, 'tab' | 'title'>[]): TableSheet => ({
  tab: contentsTab,
  title: 'Contents',
  lines: ['Each name in the first column is a link to that worksheet.'],
  source: null,
  columns: [
    { label: 'Worksheet', unit: null, note: null, form: 'words' },
    { label: 'Title', unit: null, note: null, form: 'words' },
  ],
  rows: sheets.map(({ tab, title }) => [{ kind: 'link', words: tab, tab }, wordsCell(title)]),
})
