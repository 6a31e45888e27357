import { readFileSync } from 'node:fs'
import { openData } from '../../open-data.ts'

/** The strings that programs are known to stumble over; null where the open data is absent. */
export function naughtyStrings(): readonly string[] | null {
  const path = openData('bad-csv/blns.json')
  return path === null ? null : (JSON.parse(readFileSync(path, 'utf8')) as readonly string[])
}

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`

/** Rows as a CSV file, every cell quoted. */
export const asCsv = (rows: readonly (readonly string[])[]): Uint8Array =>
  new TextEncoder().encode(`\uFEFF${rows.map((cells) => cells.map(quoted).join(',')).join('\r\n')}\r\n`)

/** A text as a workbook writes it: what XML cannot hold by its code, and so a text that looks like such a code. */
export const asCellText = (text: string): string =>
  text
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll(
      /(?![\t\n])[\p{Cc}\uFFFE\uFFFF]/gu,
      (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )
