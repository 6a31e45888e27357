import { stringify } from 'csv-stringify/sync'
import type { Disclosed } from '../../analytics/disclosure/disclose.ts'

/** The answer's rows as CSV for machines: UTF-8, CRLF, column keys as headings, marks as bare letters, true and false as words. */
export const csvOf = ({ columns, rows }: Disclosed<object, object>): string =>
  stringify([...rows], {
    header: true,
    columns: columns.map(({ key }) => key),
    record_delimiter: 'windows',
    cast: { boolean: String },
  })
