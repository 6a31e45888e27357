import { stringify } from 'csv-stringify/sync'
import type { FoundProblem } from '../../dashboards/pages/import-view.ts'

const columns = [
  { key: 'sheet', header: 'Sheet' },
  { key: 'row', header: 'Row' },
  { key: 'column', header: 'Column' },
  { key: 'found', header: 'Found' },
  { key: 'accepted', header: 'To mend it' },
] as const

/** A file's problems as CSV for people: a spreadsheet takes no cell of it for a formula. */
export const problemsCsv = (problems: readonly FoundProblem[]): string =>
  stringify([...problems], {
    header: true,
    columns: [...columns],
    bom: true,
    record_delimiter: 'windows',
    escape_formulas: true,
  })
