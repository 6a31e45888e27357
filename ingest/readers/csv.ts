import { CsvError, parse } from 'csv-parse'
import type { Note } from '../note.ts'
import { problemOf, type Problem } from '../problem.ts'
import { delimiterOf, type Delimiter } from './delimiter.ts'
import { decode } from './encoding.ts'
import type { AnyGrid } from './grid.ts'
import { packRows, rowsWith, type PackedRows } from './packed-rows.ts'
import { readPlainCsv } from './plain-csv.ts'
import { isTooWide } from './row-width.ts'

const nothing: AnyGrid = { sheet: null, rows: [], notes: [], problems: [], remarks: [], faults: [] }

const grid = (found: Partial<AnyGrid>): AnyGrid => ({ ...nothing, ...found })

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

/** The parser is given a file in pieces, and holds one at a time. */
const piece = 1 << 16

/** The delimiter and the separator line show in the beginning of a file. */
const beginning = 1 << 20

/** No row of a sheet has so many characters: what has is no table, or its line breaks are not seen. */
const longestRow = 4 << 20

/** The rows of a text, packed, unless they are too wide. The parser throws where it cannot go on. */
function parseRows(utf8: Uint8Array): PackedRows | 'too wide' {
  const start = new TextDecoder().decode(utf8.subarray(0, beginning))
  const [instruction = '', told] = separatorLine.exec(start) ?? []
  const body = Buffer.from(utf8.buffer, utf8.byteOffset + instruction.length, utf8.length - instruction.length)
  const delimiter = isDelimiter(told) ? told : delimiterOf(start.slice(instruction.length))
  return readPlainCsv(body, delimiter, longestRow) ?? parseCsv(body, delimiter)
}

/** The rows as the parser takes them apart, whatever is in them. */
export function parseCsv(body: Buffer, delimiter: Delimiter): PackedRows | 'too wide' {
  if (isTooWide(body, delimiter)) return 'too wide'
  const parser = parse({
    delimiter,
    // Looked for at every character: without the two that a file has none of, parsing takes a third less.
    record_delimiter: body.includes('\r') ? ['\r\n', '\n', '\r'] : ['\n'],
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: longestRow,
  })
  const { add, packed } = packRows()
  // The rows are wanted here and now: its streams are passed by, which take half as long again as the parsing.
  parser.push = (row: readonly string[] | null) => {
    if (row !== null) add(row)
    return true
  }
  const check = (error?: Error | null): void => {
    if (error) throw error
  }
  /* oxlint-disable no-underscore-dangle -- so every transform stream names what it does with a piece */
  for (let at = 0; at < body.length; at += piece) parser._transform(body.subarray(at, at + piece), 'utf8', check)
  parser._flush(check)
  /* oxlint-enable no-underscore-dangle */
  return packed()
}

/** Control characters and the sign for a lost one show that a file was once saved wrongly. */
// oxlint-disable-next-line no-control-regex
const damaged = /[\uFFFD\u0001-\u0008\u000B\u000C\u000E-\u001F\u0080-\u009F]/

const damageNotes = (rows: PackedRows): readonly Note[] =>
  rowsWith(rows, (text) => damaged.test(text)).map((row) => ({
    row,
    column: null,
    text: 'a character looks damaged; check names with accents',
  }))

function refusal(error: CsvError): Problem {
  const records = error['records']
  const row = typeof records === 'number' ? records + 1 : null
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return problemOf('unclosed-quote', '"', { row })
  const found = error.code === 'CSV_MAX_RECORD_SIZE' ? 'a row of more than four million characters' : error.message
  return problemOf('unreadable-file', found, { row })
}

/** The rows of a CSV file: any of four encodings, comma, semicolon or tab, quoted line breaks kept within a row. */
export function readCsv(bytes: Uint8Array): AnyGrid {
  const decoded = decode(bytes)
  if ('unreadable' in decoded) return grid({ problems: [problemOf('unreadable-file', decoded.unreadable)] })
  try {
    const rows = parseRows(decoded.utf8)
    if (rows === 'too wide')
      return grid({ problems: [problemOf('unreadable-file', 'a row of more than 16,384 cells')] })
    return grid({ rows, notes: [...encodingNotes[decoded.encoding], ...damageNotes(rows)] })
  } catch (error) {
    if (error instanceof CsvError) return grid({ problems: [refusal(error)] })
    throw error
  }
}
