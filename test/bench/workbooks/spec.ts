import type { Cell, WorkbookSpec } from '../../../dashboards/workbooks/workbook-spec.ts'
import { columns, rowAt } from './rows.ts'

const cellOf = (value: string | number): Cell =>
  typeof value === 'number' ? { kind: 'number', number: value } : { kind: 'words', words: value }

/** A workbook of one table of so many rows, made row by row. */
export const specOf = (length: number): WorkbookSpec => ({
  name: 'table',
  title: 'One large table',
  organisation: 'A hub',
  keywords: ['table'],
  producedOn: '2026-08-31',
  academicYear: 2025,
  place: { name: 'Everywhere', council: null },
  cover: [{ heading: null, lines: ['One large table.'] }],
  tables: [
    {
      tab: 'Schools',
      title: 'Schools',
      lines: ['How many?'],
      source: 'A hub',
      columns: columns.map((label, at) => ({
        label,
        unit: at < 5 ? null : 'schools',
        note: null,
        form: at < 5 ? ('words' as const) : ('count' as const),
      })),
      rows: {
        length,
        *[Symbol.iterator]() {
          for (let at = 0; at < length; at++) yield rowAt(at).map(cellOf)
        },
      },
    },
  ],
})
