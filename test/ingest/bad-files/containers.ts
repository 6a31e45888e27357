import { book, packed, table, type Parts } from '../readers/made-workbook.ts'
import { audits, both, first, long, type BadFile, type Expected } from './bad-file.ts'

const small = (): Parts => book([['Audits', table(long.split(','), first.split(','))]])

const container = (name: string, wrong: string, make: () => Uint8Array, says: string): BadFile => ({
  name,
  wrong,
  make,
  expected: { refused: ['unreadable-file'], says } satisfies Expected,
})

/** The container of workbooks of Excel 97 to 2003, and of those under a password. */
const compound = (stream: string): Uint8Array =>
  Uint8Array.from([
    0xd0,
    0xcf,
    0x11,
    0xe0,
    0xa1,
    0xb1,
    0x1a,
    0xe1,
    ...new Uint8Array(512),
    ...Buffer.from(stream, 'utf16le'),
  ])

/** Files of other programs, and workbooks that cannot be opened. */
export const containers: readonly BadFile[] = [
  container('old.xls', 'a workbook of Excel 97 to 2003', () => compound('Workbook'), 'Excel 97 to 2003'),
  container('password.xlsx', 'a workbook under a password', () => compound('EncryptedPackage'), 'under a password'),
  container(
    'macros.xlsx',
    'a workbook with macros',
    () => packed({ ...small(), 'xl/vbaProject.bin': 'x' }),
    'with macros',
  ),
  container('binary.xlsb', 'a binary workbook', () => packed({ 'xl/workbook.bin': 'x' }), '.xlsb'),
  container(
    'open.ods',
    'an OpenDocument spreadsheet',
    () => packed({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' }),
    '.ods',
  ),
  container(
    'apple-numbers.xlsx',
    'a document of Apple Numbers',
    () => packed({ 'Index/Document.iwa': 'x' }),
    'Apple Numbers',
  ),
  container(
    'letter.xlsx',
    'a letter of Word under the name of a workbook',
    () => packed({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<x/>' }),
    'Word',
  ),
  container(
    'linked.xlsx',
    'a workbook with links to others',
    () => packed({ ...small(), 'xl/externalLinks/externalLink1.xml': '<x/>' }),
    'links to other workbooks',
  ),
  container('zipped.zip', 'a table within a zip file', () => packed({ 'audits.csv': audits }), 'zip file'),
  container(
    'zipped-workbook.zip',
    'a workbook within a zip file',
    () => packed({ 'audits.xlsx': packed(small()) }),
    'zip file',
  ),
  container(
    'cut-off.xlsx',
    'a workbook of which half came through',
    () => packed(small()).slice(0, 700),
    'cannot be unpacked',
  ),
  container(
    'no-sheet.xlsx',
    'a workbook that lost its worksheet',
    () => {
      const { 'xl/worksheets/sheet1.xml': _lost, ...rest } = small()
      return packed(rest)
    },
    'without its part',
  ),
  container(
    'broken-sheet.xlsx',
    'a worksheet that breaks off',
    () => packed({ ...small(), 'xl/worksheets/sheet1.xml': '<worksheet><sheetData>' }),
    'not well-formed',
  ),
  {
    name: 'workbook.csv',
    wrong: 'a workbook under the name of a table',
    make: () => packed(small()),
    expected: { gives: both.gives.slice(0, 1) },
  },
  {
    name: 'table.xlsx',
    wrong: 'a table under the name of a workbook',
    make: () => new TextEncoder().encode(audits),
    expected: both,
  },
  container(
    'document.pdf',
    'a page for printing',
    () => new TextEncoder().encode('%PDF-1.7\n%\u0000\u0001\n1 0 obj'),
    'not text',
  ),
]
