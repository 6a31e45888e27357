import { CsvError, parse } from 'csv-parse/sync'
import type { Note } from '../note.ts'
import { problemOf, type Problem } from '../problem.ts'
import { delimiterOf, type Delimiter } from './delimiter.ts'
import { decode } from './encoding.ts'
import type { Grid, GridRow } from './grid.ts'

const nothing: Grid = { sheet: null, rows: [], notes: [], problems: [], remarks: [], faults: [] }

const grid = (found: Partial<Grid>): Grid => ({ ...nothing, ...found })

const fileNote = (text: string): Note => ({ row: null, column: null, text })

const encodingNotes = {
  'utf-8': [],
  'utf-16': [],
  'unmarked utf-16': [fileNote('The file was read as UTF-16, which its bytes show though it does not say so')],
  'windows-1252': [fileNote('The file was read as Windows-1252; check names with accents')],
} as const

/** Spreadsheets take a first line `sep=;` as an instruction, not as a row. */
const separatorLine = /^sep=([,;\t])(\r\n|\n|\r|$)/i

function isDelimiter(text: string | undefined): text is Delimiter {
  return text === ',' || text === ';' || text === '\t'
}

function parseText(text: string): readonly (readonly string[])[] {
  const [instruction = '', told] = separatorLine.exec(text) ?? []
  const body = text.slice(instruction.length)
  return parse(body, {
    delimiter: isDelimiter(told) ? told : delimiterOf(body),
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: 0,
  })
}

/** Control characters and the sign for a lost one show that a file was once saved wrongly. */
// oxlint-disable-next-line no-control-regex
const damaged = /[\uFFFD\u0001-\u0008\u000B\u000C\u000E-\u001F\u0080-\u009F]/

const damageNotes = (rows: readonly GridRow[]): readonly Note[] =>
  rows
    .filter(({ cells }) => cells.some((cell) => damaged.test(cell)))
    .map(({ row }) => ({ row, column: null, text: 'a character looks damaged; check names with accents' }))

function refusal(error: CsvError): Problem {
  const records = error['records']
  const row = typeof records === 'number' ? records + 1 : null
  return error.code === 'CSV_QUOTE_NOT_CLOSED'
    ? problemOf('unclosed-quote', '"', { row })
    : problemOf('unreadable-file', error.message, { row })
}

/** The rows of a CSV file: any of four encodings, comma, semicolon or tab, quoted line breaks kept within a row. */
export function readCsv(bytes: Uint8Array): Grid {
  const decoded = decode(bytes)
  if ('unreadable' in decoded) return grid({ problems: [problemOf('unreadable-file', decoded.unreadable)] })
  try {
    const rows = parseText(decoded.text).map((cells, index) => ({ row: index + 1, cells }))
    return grid({ rows, notes: [...encodingNotes[decoded.encoding], ...damageNotes(rows)] })
  } catch (error) {
    if (error instanceof CsvError) return grid({ problems: [refusal(error)] })
    throw error
  }
}
