import { audits, both, first, firstFact, long, second, secondFact, textFile, type BadFile } from './bad-file.ts'

const dataForm = 'URN;Academic year;Figure;Value'

/** Files whose cells are not parted as they should be. */
export const separators: readonly BadFile[] = [
  textFile('semicolons.csv', 'semicolons for commas, as in a continental Excel', audits.replaceAll(',', ';'), both),
  textFile('tabs.csv', 'tabs for commas', audits.replaceAll(',', '\t'), both),
  textFile('pipes.csv', 'upright strokes for commas', audits.replaceAll(',', '|'), { refused: ['unknown-kind'] }),
  textFile(
    'told-separator.csv',
    'a first line that tells the separator',
    `sep=;\n${audits.replaceAll(',', ';')}`,
    both,
  ),
  textFile('decimal-commas.csv', 'semicolons, and decimal commas', `${dataForm}\n100001;2023/24;choir pupils;36,5\n`, {
    refused: ['unreadable-number'],
  }),
  textFile('unquoted-comma.csv', 'a comma within a text that is not quoted', `${long},Adviser\n${first},Smith, Al\n`, {
    refused: ['too-many-cells'],
  }),
  textFile('ragged.csv', 'rows shorter than the headings', `${long},Adviser\n${first}\n${second}\n`, both),
  textFile('trailing-commas.csv', 'empty cells at the end of every row', audits.replaceAll('\n', ',,,\n'), both),
  textFile('unclosed-quote.csv', 'a quotation mark that is never closed', `${long}\n${first}\n"${second}\n`, {
    refused: ['unclosed-quote'],
  }),
  textFile(
    'quote-far-away.csv',
    'a quotation mark that is closed only rows later',
    `${long},Adviser\n${first},"Jo\n${second},Al"\n`,
    { refused: ['unclosed-quote'] },
  ),
  textFile('inch-mark.csv', 'a quotation mark within a text', `${long},Adviser\n${first},Jo 5" drum\n`, {
    gives: ['audit 100001 2024-03-05 Jo 5" drum', firstFact],
  }),
  textFile(
    'smart-quotes.csv',
    'curly quotation marks, as a word processor sets them',
    `${long}\n\u201C100001\u201D,2024-03-05,Co-curricular,Focusing\n`,
    { refused: ['malformed-urn'] },
  ),
  textFile(
    'rows-in-quotes.csv',
    'every row whole within quotation marks',
    audits
      .split('\n')
      .map((line) => (line === '' ? '' : `"${line}"`))
      .join('\n'),
    { refused: ['unknown-kind'] },
  ),
  textFile(
    'quoted-breaks.csv',
    'line breaks within a quoted text',
    `${long},Adviser\n${first},"Jo\nSmith"\n${second},\n`,
    { gives: ['audit 100001 2024-03-05 Jo\nSmith', firstFact, secondFact] },
  ),
  textFile(
    'spaces-and-quotes.csv',
    'a space between comma and quotation mark',
    `${long}\n100001, 2024-03-05, Co-curricular, Focusing \n`,
    { gives: [firstFact] },
  ),
]
