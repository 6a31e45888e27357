import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { achievements } from '../../analytics/framework/achieved.ts'
import { awards } from '../../analytics/framework/award.ts'
import { judgements } from '../../analytics/framework/judgement.ts'
import { levels } from '../../analytics/framework/level.ts'
import { strands } from '../../analytics/framework/strand.ts'

/** A sheet of some kind as a table of texts; its rows are about different things, so their order says nothing. */
export interface AnySheet {
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

type Cells = fc.Arbitrary<string>

const oneOf = (...words: readonly string[]): Cells => fc.constantFrom(...words)
const text = oneOf('', 'Sing', 'Smith, Al', 'the "other" one', 'Zo\u00EB\nTwo', '0012', '1/2', '<&>', "'quoted")
const said = text.map((words) => (words === '' ? 'Something' : words))
const day = (year: number): Cells =>
  fc
    .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map(([month, date]) => `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`)
const blankOr = (cells: Cells): Cells => fc.oneof(fc.constant(''), cells)
const percent = fc.integer({ min: 0, max: 100 }).map(String)
const urn = oneOf('100001', '100002', '100004')
const month = oneOf('12', '24')
const number = oneOf('1', '2', '3')

/** The meetings that the hub of the stories knows before any of these sheets. */
export const meetings =
  'URN,Meeting date,Strand,Level\n100001,2023-03-06,Co-curricular,Focusing\n100002,2023-10-02,Co-curricular,Developing\n100004,2022-05-09,Co-curricular,Enhancing\n'
const meeting = oneOf('100001|2023-03-06', '100002|2023-10-02', '100004|2022-05-09')

/** A sheet by its headings, those that name a row first; a cell that holds two is parted by an upright stroke. */
const sheetOf = (heads: string, named: number, ...cells: readonly Cells[]): fc.Arbitrary<AnySheet> =>
  fc
    .uniqueArray(fc.tuple(...cells), {
      minLength: 1,
      maxLength: 8,
      selector: (row) => row.slice(0, named).join('|'),
    })
    .map((rows) => ({ head: heads.split(','), rows: rows.map((row) => row.flatMap((cell) => cell.split('|'))) }))

/** Sheets of every kind, right in all their cells. */
export const anySheets: Readonly<Record<string, fc.Arbitrary<AnySheet>>> = {
  register: sheetOf(
    'URN,LA (code),EstablishmentNumber,EstablishmentName,TypeOfEstablishment (code),EstablishmentStatus (code),PhaseOfEducation (code),OpenDate,NumberOfPupils',
    1,
    oneOf('100001', '100002', '100011', '100012', '100013', '100014').map((urn) => `${urn}|901|${urn.slice(2)}`),
    said,
    oneOf('1', '34'),
    oneOf('1', '3'),
    oneOf('2', '4'),
    blankOr(day(2001)),
    blankOr(percent),
  ),
  'register-links': sheetOf(
    'URN,LinkURN,LinkType,LinkName,LinkEstablishedDate',
    3,
    urn,
    oneOf('100003', '100006', '900001'),
    oneOf('Successor', 'Predecessor', 'Other'),
    text,
    blankOr(day(2020)),
  ),
  framework: sheetOf(
    'Framework,Strand,Theme,Level,Number,Criterion,In use from',
    5,
    oneOf('The old tool', 'The new tool'),
    oneOf(...strands),
    oneOf('Singing', 'Tuition'),
    oneOf(...levels),
    number,
    said,
    fc.constant('2018-09-01'),
  ),
  audits: sheetOf(
    'URN,Meeting date,Strand,Level',
    3,
    urn,
    day(2021),
    oneOf(...strands),
    oneOf('', 'Not rated', ...levels),
  ),
  awards: sheetOf(
    'URN,Meeting date,Award date,Award,Music Mark nominated,Follow-up visit',
    2,
    meeting,
    day(2024),
    oneOf(...awards),
    oneOf('', 'Yes', 'No'),
    blankOr(day(2025)),
  ),
  priorities: sheetOf(
    'URN,Meeting date,Priority,Strand,Theme,What,Why,By when',
    2,
    meeting,
    number,
    oneOf('', ...strands),
    text,
    said,
    text,
    text,
  ),
  reflections: sheetOf(
    'URN,Meeting date,Month,Priority,Achieved,Comment',
    3,
    meeting,
    month,
    oneOf('', '1', '2', '3'),
    oneOf('', ...achievements),
    text,
  ),
  criteria: sheetOf(
    'URN,Meeting date,Strand,Theme,Level,Number,Judgement',
    5,
    meeting,
    oneOf(...strands),
    oneOf('Singing', 'Tuition'),
    oneOf(...levels),
    number,
    oneOf('', ...judgements),
  ),
  goals: sheetOf(
    'Goal,Title,Measure,Wanted,Population,Baseline percent,Target percent,Target year',
    1,
    oneOf('G1', 'G2', 'G3', 'G4'),
    said,
    oneOf('strand-profile|Establishing', 'award-ladder|Silver', 'coverage|Audited'),
    oneOf('', 'All', 'Primary', '901'),
    blankOr(percent),
    percent,
    oneOf('2026/27', '202728'),
  ),
  characteristics: sheetOf(
    'URN,Academic year,Pupils,FSM percent,SEND percent,Rural urban',
    2,
    urn,
    oneOf('2022/23', '2023/24'),
    blankOr(percent),
    blankOr(percent),
    blankOr(percent),
    text,
  ),
  'data-forms': sheetOf(
    'URN,Academic year,Figure,Breakdown,Value,Estimated',
    4,
    urn,
    oneOf('2022/23', '2023/24'),
    oneOf('choirs', 'choir pupils'),
    oneOf('', 'gender=girls', 'key stage=2'),
    percent,
    oneOf('', 'Yes', 'No'),
  ),
}

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`

export const asCsv = ({ head, rows }: AnySheet): Uint8Array =>
  new TextEncoder().encode([head, ...rows].map((cells) => `${cells.map(quoted).join(',')}\r\n`).join(''))

/** A cell as a person would have it in a workbook: a day as a day, a number as a number, nothing where it is blank. */
function workbookCell(heading: string, cell: string): string | number | Date | null {
  if (cell === '') return null
  if (/^\d{4}-\d{2}-\d{2}$/.test(cell)) return new Date(`${cell}T00:00:00Z`)
  return /URN$|^Number|^Month$|^Priority$|^Value$|percent$|^Pupils$/.test(heading) ? Number(cell) : cell
}

/** The sheet as exceljs writes it. */
export async function asExceljs({ head, rows }: AnySheet): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('Sheet')
  sheet.addRow([...head])
  for (const cells of rows) sheet.addRow(cells.map((cell, place) => workbookCell(head[place] ?? '', cell)))
  return new Uint8Array(await book.xlsx.writeBuffer())
}
