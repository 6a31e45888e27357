import { audits, both, first, firstFact, long, second, secondFact, textFile, type BadFile } from './bad-file.ts'

/** Files whose rows are more, fewer or other than the audits they should be. */
export const rows: readonly BadFile[] = [
  textFile('totals.csv', 'a row of totals at the foot', `${audits}Total,,,2\nGrand total,2,,\n`, {
    ...both,
    notes: ['totals'],
  }),
  textFile('remarks.csv', 'remarks at the foot', `${audits}\n"* levels are provisional"\nSource: hub records\n`, {
    ...both,
    notes: ['a remark'],
  }),
  textFile('blank-rows.csv', 'blank rows between', `${long}\n\n${first}\n,,,\n${second}\n`, {
    ...both,
    notes: ['blank'],
  }),
  textFile('two-tables.csv', 'a second table below the first', `${audits}\nSchool,Choirs,Pupils\nAsh Primary,2,40\n`, {
    refused: ['malformed-urn', 'unreadable-day', 'unknown-strand', 'malformed-urn', 'unreadable-day', 'unknown-strand'],
  }),
  textFile('repeat.csv', 'one row twice', `${audits}${first}\n`, { ...both, notes: ['repeats an earlier row'] }),
  textFile('conflict.csv', 'one rating twice, at two levels', `${audits}${first.replace('Focusing', 'Enhancing')}\n`, {
    refused: ['conflict'],
    says: 'row 2 says "Focusing"',
  }),
  textFile(
    'two-urns.csv',
    'one school audited twice on one day, under two of its URNs',
    `${long}\n100003,2021-03-05,Co-curricular,Focusing\n100004,2021-03-05,Co-curricular,Developing\n`,
    {
      gives: ['rating 100003 2021-03-05 Co-curricular Focusing', 'rating 100004 2021-03-05 Co-curricular Developing'],
      notes: ['another audit on 2021-03-05'],
    },
  ),
  textFile(
    'fallen.csv',
    'a level three steps below that of the audit before',
    `${long}\n100001,2021-03-05,Co-curricular,Enhancing\n${first}\n`,
    {
      gives: ['rating 100001 2021-03-05 Co-curricular Enhancing', firstFact],
      notes: ['fell from Enhancing to Focusing'],
    },
  ),
  textFile(
    'closed-school.csv',
    'a meeting at a school that had closed',
    `${long}\n100006,2023-03-05,Co-curricular,Focusing\n`,
    { gives: ['rating 100006 2023-03-05 Co-curricular Focusing'], notes: ['after URN 100006 closed'] },
  ),
  textFile('next-door.csv', 'a school outside the area', `${long}\n100007,2024-03-05,Co-curricular,Focusing\n`, {
    refused: ['outside-area'],
  }),
  textFile(
    'stranger.csv',
    'a URN that the register does not have',
    `${long}\n999999,2024-03-05,Co-curricular,Focusing\n`,
    { refused: ['unknown-school'] },
  ),
  textFile('no-school.csv', 'a row without a school', `${long}\n,2024-03-05,Co-curricular,Focusing\n`, {
    refused: ['no-school'],
  }),
  textFile('two-schools.csv', 'a URN and a name that are two schools', `School,${long}\nBeech High,${first}\n`, {
    refused: ['doubtful-school'],
  }),
  textFile(
    'merged-names.csv',
    'the school named in the first of its rows only, as cells merged in a spreadsheet come out',
    `${long}\n${first}\n,2024-03-05,Curriculum music,Developing\n`,
    { refused: ['no-school'] },
  ),
  textFile(
    'nothing-to-say.csv',
    'n/a and strokes for blanks',
    `${long}\n100001,2024-03-05,Co-curricular,n/a\n${second}\n100002,2024-03-06,Co-curricular,-\n`,
    { gives: ['audit 100001 2024-03-05', secondFact], notes: ['was read as blank'] },
  ),
]
