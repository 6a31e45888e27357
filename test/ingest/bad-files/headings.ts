import { audits, both, first, firstFact, long, second, textFile, type BadFile } from './bad-file.ts'

/** Files whose headings are missing, odd or in the wrong place. */
export const headings: readonly BadFile[] = [
  textFile(
    'row-seven.csv',
    'headings in row 7, under titles',
    `Northshire Music\n\nAudits 2023/24\nPrinted in April\n\n\n${audits}`,
    { ...both, notes: ['above the headings'] },
  ),
  textFile('row-thirty.csv', 'headings under more titles than anybody reads', `${'Title\n'.repeat(29)}${audits}`, {
    refused: ['unknown-kind'],
  }),
  textFile('heading-twice.csv', 'one heading over two columns', `${long},Level\n${first},Enhancing\n`, {
    refused: ['duplicate-column'],
  }),
  textFile('heading-missing.csv', 'no column of strands', 'URN,Meeting date,Level\n100001,2024-03-05,Focusing\n', {
    refused: ['unknown-kind'],
  }),
  textFile('heading-misspelt.csv', 'a heading with letters wrong', audits.replace('Meeting date', 'Meetng dat'), {
    refused: ['unknown-kind'],
  }),
  textFile(
    'headings-loose.csv',
    'headings in other case, with hyphens and spaces',
    audits.replace(long, ' urn ,MEETING-DATE,strand:,"Level\n"'),
    both,
  ),
  textFile('headings-only.csv', 'headings and no row', `${long}\n`, { gives: [] }),
  textFile('no-headings.csv', 'rows and no headings', `${first}\n${second}\n`, { refused: ['unknown-kind'] }),
  textFile(
    'two-kinds.csv',
    'the headings of audits and of awards at once',
    `${long},Award,Award date\n${first},Gold,2024-03-05\n`,
    { refused: ['ambiguous-kind'] },
  ),
  textFile('other-language.csv', 'headings in another language', `Schule,Datum,Bereich,Stufe\n${first}\n`, {
    refused: ['unknown-kind'],
  }),
  textFile(
    'prototype.csv',
    'headings that are words of the programming language',
    `__proto__,constructor,toString,${long}\nx,y,z,${first}\n`,
    { gives: [firstFact], notes: ['"__proto__", "constructor", "toString"'] },
  ),
  textFile('no-heading-over-one.csv', 'a column without a heading', `${long},\n${first},late\n`, {
    gives: [firstFact],
    notes: ['without a heading'],
  }),
  textFile('extra-column.csv', 'a column that nobody asked for', `${long},Weather\n${first},fine\n`, {
    gives: [firstFact],
    notes: ['"Weather"'],
  }),
  textFile('empty.csv', 'nothing at all', '', { refused: ['empty-file'] }),
  textFile('blank-lines.csv', 'blank lines and nothing else', '\n\r\n  \n,,,\n', { refused: ['empty-file'] }),
  textFile('one-word.csv', 'one word', 'Audits', { refused: ['unknown-kind'] }),
]
