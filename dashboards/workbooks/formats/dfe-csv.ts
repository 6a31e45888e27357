import { stringify } from 'csv-stringify/sync'
import type { Cell, SheetColumn, TableSheet, WorkbookSpec } from '../workbook-spec.ts'
import { plainValue, type TextFiles } from './csv.ts'
import { machineName, tableFileName } from './machine-name.ts'

interface DfeColumn {
  readonly name: string
  readonly column: SheetColumn
  readonly at: number
}

/**
 * Two files for each table that counts something, in the manner of the Department for Education's open data standards:
 * the data, a row for each combination of its filters, and what its columns mean. Marks are bare letters: `c`, `x`, `z`.
 */
export const csvForDfe = (spec: WorkbookSpec): TextFiles =>
  new Map(
    spec.tables.flatMap((table) => {
      const columns = columnsOf(table, spec.place.name)
      if (!columns.some(({ column }) => isIndicator(column))) return []
      const name = tableFileName(table)
      return [
        [`${name}.csv`, dataOf(spec, table, columns)],
        [`${name}.meta.csv`, metaOf(columns)],
      ] as const
    }),
  )

const isIndicator = ({ form }: SheetColumn): boolean => form === 'count' || form === 'percent'

/** Filters first, then indicators; a column that only repeats the place is left to the geography. */
function columnsOf({ columns, rows }: TableSheet, place: string): readonly DfeColumn[] {
  const [...all] = rows
  const repeatsPlace = (at: number): boolean =>
    all.every((row) => row[at]?.kind === 'words' && plainValue(row[at]) === place)
  const named = columns.map((column, at) => ({ name: machineName(column), column, at }))
  return [
    ...named.filter(({ column, at }) => !isIndicator(column) && !repeatsPlace(at)),
    ...named.filter(({ column }) => isIndicator(column)),
  ]
}

/** The academic year as the standards write it: 2025 is `202526`. */
const timePeriod = (year: number): string => `${year}${String((year + 1) % 100).padStart(2, '0')}`

function dataOf({ academicYear, place }: WorkbookSpec, { rows }: TableSheet, columns: readonly DfeColumn[]): string {
  const geography =
    place.council === null
      ? { geographic_level: 'Hub area', country_code: 'E92000001', country_name: 'England', hub_area_name: place.name }
      : {
          geographic_level: 'Local authority',
          country_code: 'E92000001',
          country_name: 'England',
          new_la_code: 'x',
          old_la_code: place.council,
          la_name: place.name,
        }
  const always = { time_period: timePeriod(academicYear), time_identifier: 'Academic year', ...geography }
  const cellAt = (row: readonly Cell[], at: number): string | number => plainValue(row[at] ?? { kind: 'blank' })
  return csvOf([
    [...Object.keys(always), ...columns.map(({ name }) => name)],
    ...Array.from(rows, (row) => [...Object.values(always), ...columns.map(({ at }) => cellAt(row, at))]),
  ])
}

const metaHeader = [
  'col_name',
  'col_type',
  'label',
  'indicator_grouping',
  'indicator_unit',
  'indicator_dp',
  'filter_hint',
  'filter_grouping_column',
]

const metaOf = (columns: readonly DfeColumn[]): string =>
  csvOf([
    metaHeader,
    ...columns.map(({ name, column: { form, label, note, unit } }) =>
      form === 'count' || form === 'percent'
        ? [
            name,
            'Indicator',
            unit === null ? label : `${label} (${unit})`,
            '',
            form === 'percent' ? '%' : '',
            form === 'percent' ? 1 : 0,
            '',
            '',
          ]
        : [name, 'Filter', label, '', '', '', note ?? '', ''],
    ),
  ])

const csvOf = (rows: readonly (readonly (string | number)[])[]): string =>
  stringify(
    rows.map((row) => [...row]),
    { record_delimiter: 'windows' },
  )
