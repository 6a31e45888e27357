import {
  book,
  packed,
  row,
  sharedStrings,
  styles,
  table,
  text,
  value,
  worksheet,
  type Parts,
  type TabMade,
} from '../readers/made-workbook.ts'
import { both, first, firstFact, long, second, type BadFile, type Expected } from './bad-file.ts'

const cells = (line: string): readonly string[] => line.split(',')
const head = cells(long)
const headRow = row(head.map((heading) => text(heading)))

const workbook = (name: string, wrong: string, parts: () => Parts, expected: Expected): BadFile => ({
  name,
  wrong,
  make: () => packed(parts()),
  expected,
})

const tabs = (name: string, wrong: string, made: readonly TabMade[], expected: Expected): BadFile =>
  workbook(name, wrong, () => book(made), expected)

/** A workbook of one row of cells as they are written, under the headings of audits. */
const oneRow = (
  name: string,
  wrong: string,
  written: readonly string[],
  expected: Expected,
  more: Parts = {},
  properties = '',
): BadFile =>
  workbook(name, wrong, () => book([['Audits', worksheet([headRow, row(written)])]], more, properties), expected)

const rest = [text('Co-curricular'), text('Focusing')]
const dayStyle = styles(0, 14, 22)
const right: Expected = { gives: [firstFact] }
const unread: Expected = { refused: ['missing-value'] }

/** Workbooks that hold more, less or other than a table of texts. */
export const workbooks: readonly BadFile[] = [
  tabs(
    'row-seven.xlsx',
    'headings in row 7, under titles',
    [['Audits', table(['Northshire'], [], ['2023/24'], [], [], [], head, cells(first), cells(second))]],
    { ...both, notes: ['above the headings'] },
  ),
  tabs(
    'totals.xlsx',
    'a row of totals and remarks at the foot',
    [['Audits', table(head, cells(first), cells(second), ['Total', '', '', '2'], [], ['Note: provisional'])]],
    { ...both, notes: ['totals', 'a remark'] },
  ),
  workbook(
    'hidden-row.xlsx',
    'a hidden row',
    () =>
      book([
        [
          'Audits',
          worksheet([
            headRow,
            row(cells(first).map((cell) => text(cell))),
            row(
              cells(second).map((cell) => text(cell)),
              'hidden="1"',
            ),
          ]),
        ],
      ]),
    { ...right, notes: ['hidden, so not read'] },
  ),
  workbook(
    'hidden-column.xlsx',
    'a hidden column of levels',
    () =>
      book([
        [
          'Audits',
          worksheet(
            [headRow, row(cells(first).map((cell) => text(cell)))],
            '<cols><col min="4" max="4" hidden="1"/></cols>',
          ),
        ],
      ]),
    { refused: ['unknown-kind'] },
  ),
  tabs(
    'hidden-sheet.xlsx',
    'nothing but a hidden worksheet',
    [['Audits', table(head, cells(first)), 'state="veryHidden"']],
    { refused: ['empty-file'], says: 'show the worksheet' },
  ),
  tabs(
    'same-twice.xlsx',
    'the same rows on two worksheets',
    [
      ['Spring', table(head, cells(first))],
      ['Copy', table(head, cells(first))],
    ],
    { ...right, notes: ['repeats an earlier row'] },
  ),
  tabs(
    'two-levels.xlsx',
    'two worksheets that disagree',
    [
      ['Spring', table(head, cells(first))],
      ['Copy', table(head, cells(first.replace('Focusing', 'Enhancing')))],
    ],
    { refused: ['conflict'] },
  ),
  tabs(
    'one-good-tab.xlsx',
    'a worksheet of remarks beside the table',
    [
      ['Read me', table(['Ask Jo'])],
      ['Audits', table(head, cells(first))],
    ],
    { ...right, notes: ['Worksheets skipped'] },
  ),
  tabs('no-rows.xlsx', 'headings and no row', [['Audits', table(head)]], { gives: [] }),
  tabs('nothing.xlsx', 'a worksheet with nothing on it', [['Sheet1', worksheet([])]], { refused: ['empty-file'] }),
  tabs(
    'pupils.xlsx',
    'a column of pupils on the second worksheet',
    [
      ['Audits', table(head, cells(first))],
      ['Choir', table(['URN', 'Pupil name'], ['100001', 'Sam'])],
    ],
    { refused: ['pupil-data'] },
  ),
  workbook(
    'merged-heading.xlsx',
    'a title merged over all columns',
    () =>
      book([
        [
          'Audits',
          worksheet(
            [row([text('Audits')]), headRow, row(cells(first).map((cell) => text(cell)))],
            '',
            '<mergeCells count="1"><mergeCell ref="A1:D1"/></mergeCells>',
          ),
        ],
      ]),
    { ...right, notes: ['is merged over A1:D1'] },
  ),
  workbook(
    'merged-school.xlsx',
    'the URN of two rows in one merged cell',
    () =>
      book([
        [
          'Audits',
          worksheet(
            [
              headRow,
              row(cells(first).map((cell) => text(cell))),
              row(['', '2024-03-05', 'Curriculum music', 'Developing'].map((cell) => text(cell))),
            ],
            '',
            '<mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>',
          ),
        ],
      ]),
    { refused: ['no-school'] },
  ),
  oneRow(
    'numbers.xlsx',
    'a URN as a number and a day as a day',
    [value(100_001), value(45_356, 's="1"'), ...rest],
    right,
    dayStyle,
  ),
  oneRow('number-texts.xlsx', 'a URN and a day as texts', [text('100001'), text('05/03/2024'), ...rest], right),
  oneRow(
    'exponent.xlsx',
    'a URN written with an exponent',
    [value('1.00001E5'), value(45_356, 's="1"'), ...rest],
    right,
    dayStyle,
  ),
  oneRow(
    'dates-1904.xlsx',
    'days counted from 1904, as on a Macintosh of old',
    [value(100_001), value(43_894, 's="1"'), ...rest],
    right,
    dayStyle,
    'date1904="1"',
  ),
  oneRow('day-without-format.xlsx', 'a day shown as its number', [value(100_001), value(45_356), ...rest], {
    refused: ['unreadable-day'],
    says: '2024-03-05',
  }),
  oneRow(
    'time-of-day.xlsx',
    'a time of day behind the day',
    [value(100_001), value(45_356.4, 's="2"'), ...rest],
    { ...right, notes: ['a time of day was left out'] },
    dayStyle,
  ),
  oneRow(
    'day-that-never-was.xlsx',
    '29 February 1900, which spreadsheets count',
    [value(100_001), value(60, 's="1"'), ...rest],
    { refused: ['unreadable-day'] },
    dayStyle,
  ),
  oneRow(
    'level-day.xlsx',
    'a day where a level should be',
    [value(100_001), value(45_356, 's="1"'), text('Co-curricular'), value(45_353, 's="1"')],
    { refused: ['level-outside-scale'], says: 'turned what was typed here' },
    dayStyle,
  ),
  workbook(
    'two-thirds.xlsx',
    'a 2/3 that Excel turned into a date',
    () =>
      book(
        [
          [
            'Priorities',
            worksheet([
              row(['URN', 'Meeting date', 'Priority', 'What'].map((cell) => text(cell))),
              row([text('100002'), text('2023-10-02'), value(45_353, 's="1"'), text('Sing')]),
            ]),
          ],
        ],
        dayStyle,
      ),
    { refused: ['unknown-priority'], says: 'turned what was typed here, such as 2/3' },
  ),
  oneRow(
    'true-level.xlsx',
    'a yes-or-no where a level should be',
    [value(100_001), text('2024-03-05'), text('Co-curricular'), value(1, 't="b"')],
    { refused: ['level-outside-scale'] },
  ),
  oneRow(
    'formula.xlsx',
    'a formula with its last value',
    [value(100_001), text('2024-03-05'), text('Co-curricular'), '<c t="str"><f>A1</f><v>Focusing</v></c>'],
    { ...right, notes: ['the last value of a formula was read'] },
  ),
  oneRow(
    'formula-without-value.xlsx',
    'a formula that was never worked out',
    [value(100_001), text('2024-03-05'), text('Co-curricular'), '<c><f>VLOOKUP(A2,B:C,2,0)</f></c>'],
    { ...unread, says: 'worked out' },
  ),
  oneRow(
    'error-cell.xlsx',
    'a cell with an error',
    [value(100_001), text('2024-03-05'), text('Co-curricular'), value('#REF!', 't="e"')],
    { ...unread, says: 'mend the formula' },
  ),
  oneRow(
    'lost-text.xlsx',
    'a text that the workbook lost',
    [value(100_001), text('2024-03-05'), text('Co-curricular'), value(7, 't="s"')],
    { ...unread, says: 'type the text again' },
    sharedStrings('<t>x</t>'),
  ),
  oneRow(
    'rich-text.xlsx',
    'a level in two colours',
    [
      value(100_001),
      text('2024-03-05'),
      text('Co-curricular'),
      '<c t="inlineStr"><is><r><t>Focu</t></r><r><t>sing</t></r></is></c>',
    ],
    right,
  ),
  workbook(
    'far-right.xlsx',
    'a note to oneself in column XFD',
    () =>
      book([
        [
          'Audits',
          worksheet([headRow, row([...cells(first).map((cell) => text(cell)), text('x', 'r="XFD2"')], 'r="2"')]),
        ],
      ]),
    { refused: ['unreadable-file'], says: 'column XFD' },
  ),
  workbook(
    'prefixed.xlsx',
    'a workbook as .NET programs write it',
    () => {
      const sheet = worksheet([headRow, row(cells(first).map((cell) => text(cell)))])
        .replaceAll(/<(\/?)(?=[a-z])/g, '<$1x:')
        .replace('xmlns=', 'xmlns:x=')
      return book([['Audits', sheet]])
    },
    right,
  ),
]
