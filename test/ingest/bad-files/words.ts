import { first, firstFact, long, textFile, type BadFile, type Expected } from './bad-file.ts'

const audit = (name: string, wrong: string, level: string, expected: Expected): BadFile =>
  textFile(name, wrong, `${long}\n100001,2024-03-05,Co-curricular,${level}\n`, expected)

const award = (name: string, wrong: string, cells: string, expected: Expected): BadFile =>
  textFile(name, wrong, `URN,Meeting date,Award,Award date,Follow-up visit\n100002,2023-10-02,${cells}\n`, expected)

const outside: Expected = { refused: ['level-outside-scale'] }

/** Files with words, numbers and names that are not those of the sheets. */
export const words: readonly BadFile[] = [
  audit('focussing.csv', 'a level misspelt by a letter', 'Focussing', {
    gives: [firstFact],
    notes: ['was read as Focusing'],
  }),
  audit('short-level.csv', 'a level cut short', 'foc.', { gives: [firstFact], notes: ['was read as Focusing'] }),
  audit('emerging.csv', 'a level of some other tool', 'Emerging', outside),
  audit('level-number.csv', 'a number for a level', '2', outside),
  audit('between.csv', 'two levels at once', 'Developing/Establishing', outside),
  audit('tick.csv', 'a tick for a level', '\u2713', outside),
  audit('lookalike.csv', 'Cyrillic letters that look Latin', 'F\u043Ecu\u0455ing', outside),
  audit('formula.csv', 'a formula for a level', '"=IF(1,""Focusing"")"', outside),
  textFile('formula-name.csv', 'a formula that would run a program', `${long},Adviser\n${first},=cmd|'/C calc'!A0\n`, {
    gives: ["audit 100001 2024-03-05 =cmd|'/C calc'!A0", firstFact],
  }),
  textFile('markup.csv', 'markup in the name of an adviser', `${long},Adviser\n${first},<script>alert(1)</script>\n`, {
    gives: ['audit 100001 2024-03-05 <script>alert(1)</script>', firstFact],
  }),
  award('platinum.csv', 'an award that there is not', 'Platinum,2023-10-02,', { refused: ['unknown-award'] }),
  award('award-too-early.csv', 'an award before its meeting', 'Gold,2023-10-01,', {
    refused: ['award-before-meeting'],
  }),
  award('visit-too-early.csv', 'a follow-up before its meeting', 'Gold,2023-10-02,2023-01-01', {
    refused: ['follow-up-before-meeting'],
  }),
  textFile(
    'award-alone.csv',
    'an award for a meeting that is not known',
    'URN,Meeting date,Award,Award date\n100001,2020-01-06,Gold,2020-01-06\n',
    { refused: ['unknown-meeting'] },
  ),
  textFile(
    'sheet-too-early.csv',
    'a reflection sheet returned before its meeting',
    'URN,Meeting date,Month,Returned on\n100002,2023-10-02,12,2023-09-30\n',
    { refused: ['reflection-before-meeting'] },
  ),
  textFile('percent.csv', 'a share of 620 per cent', 'URN,Academic year,FSM percent\n100001,2023/24,620\n', {
    refused: ['outside-range'],
  }),
  textFile('year.csv', 'an academic year of two years apart', 'URN,Academic year,Pupils\n100001,2023/25,210\n', {
    refused: ['unreadable-year'],
  }),
]
