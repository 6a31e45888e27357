import { first, long, textFile, type BadFile } from './bad-file.ts'

const column = (heading: string, cell: string): BadFile =>
  textFile(
    `${heading.toLowerCase().replaceAll(/[^a-z]+/g, '-')}.csv`,
    `a column "${heading}" of pupils`,
    `${long},${heading}\n${first},${cell}\n`,
    {
      refused: ['pupil-data'],
      says: heading,
    },
  )

/** Files with data of pupils, which are refused whatever else they hold. */
export const pupils: readonly BadFile[] = [
  column('UPN', 'H801200001001'),
  column('Former UPN', 'H801200001001'),
  column('DOB', '01/02/2015'),
  column('Date of birth', '01/02/2015'),
  column('Pupil name', 'Sam Sample'),
  column("Child's forename", 'Sam'),
  textFile(
    'forename-surname.csv',
    'columns "Forename" and "Surname"',
    `${long},Forename,Surname\n${first},Sam,Sample\n`,
    { refused: ['pupil-data', 'pupil-data'] },
  ),
  textFile(
    'first-last.csv',
    'columns "First name" and "Last name"',
    `${long},First name,Last name\n${first},Sam,Sample\n`,
    { refused: ['pupil-data', 'pupil-data'] },
  ),
  textFile(
    'numbers-in-disguise.csv',
    'the numbers of pupils under another heading',
    `${long},Reference\n${first},H801200001001\n`,
    { refused: ['pupil-data'], says: 'Reference' },
  ),
  textFile(
    'pupils-below-titles.csv',
    'a column of pupils under titles',
    `Choir list\n\n${long},UPN\n${first},H801200001001\n`,
    { refused: ['pupil-data'] },
  ),
]
