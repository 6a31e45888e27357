import { cleanText } from './clean-text.ts'
import { plainValue } from './formats/csv.ts'
import type { Look, PlacedRow, PlacedSheet } from './placed-sheet.ts'
import { rowHeight } from './row-height.ts'
import type { SheetChart, TableSheet } from './workbook-spec.ts'

/** The width of a chart and of the words above it, in digits. */
const width = 110
/** The longest name that a worksheet may have. */
const longestTab = 31

/** The name of the worksheet that a table's chart stands on. */
export const chartTab = (tab: string): string => `${tab.slice(0, longestTab - '_chart'.length)}_chart`

/** A worksheet with the chart of a table: above it what it shows, and where its figures are. */
export function placeChart(sheet: TableSheet, chart: SheetChart, placed: PlacedSheet): PlacedSheet {
  const row = (text: string, look: Look, linkTo?: string): PlacedRow => {
    const cells = [{ value: cleanText(text), look, ...(linkTo === undefined ? {} : { linkTo }) }]
    return { height: rowHeight(cells, [width]), cells }
  }
  const rows = [...sheet.rows]
  const valueAt = (at: number, column: number): number | null => {
    const cell = rows[at]?.[column]
    return cell?.kind === 'number' ? cell.number : null
  }
  const firstRow = (placed.table?.headerAt ?? 0) + 1
  return {
    tab: chartTab(sheet.tab),
    widths: [width],
    table: null,
    rows: [
      row(`Chart of ${sheet.title}`, 'heading1'),
      row('This worksheet contains one chart.', 'line'),
      row(chart.description, 'paragraph'),
      row('Where a figure is not shown in the table, the chart has none either.', 'line'),
      row('The figures are in the table on the worksheet linked here:', 'line'),
      row(sheet.tab, 'link', sheet.tab),
    ],
    chart: {
      ...chart,
      tab: sheet.tab,
      firstRow,
      lastRow: firstRow + rows.length - 1,
      categories: rows.map((row) => String(plainValue(row[chart.names] ?? { kind: 'blank' }))),
      namesAxis: sheet.columns[chart.names]?.label ?? '',
      lines: chart.series.map(({ column }) => ({
        name: sheet.columns[column]?.label ?? '',
        values: rows.map((_, at) => valueAt(at, column)),
      })),
    },
  }
}
