import { firstFact, textFile, long, type BadFile, type Expected } from './bad-file.ts'

const named = (name: string, wrong: string, urn: string, expected: Expected): BadFile =>
  textFile(name, wrong, `${long}\n${urn},2024-03-05,Co-curricular,Focusing\n`, expected)

const right: Expected = { gives: [firstFact] }
const malformed: Expected = { refused: ['malformed-urn'] }

/** URNs as programs and people spoil them. */
export const numbers: readonly BadFile[] = [
  named('urn-float.csv', 'a URN with a decimal, as a program wrote it', '100001.0', {
    ...right,
    notes: ['was read as 100001'],
  }),
  named('urn-apostrophe.csv', 'an apostrophe before the URN, to keep it a text', "'100001", {
    ...right,
    notes: ['was read as 100001'],
  }),
  named('urn-formula.csv', 'a formula round the URN, to keep it a text', '"=""100001"""', {
    ...right,
    notes: ['was read as 100001'],
  }),
  named('urn-shortened.csv', 'a URN that a spreadsheet shortened', '1.00E+05', {
    ...malformed,
    says: 'shortened this number',
  }),
  named('urn-five.csv', 'a URN of five figures', '10001', malformed),
  named('urn-seven.csv', 'a URN of seven figures', '1000010', malformed),
  named('urn-words.csv', 'a word before the URN', 'URN 100001', malformed),
  named('urn-split.csv', 'a space within the URN', '100 001', malformed),
  named('urn-minus.csv', 'a URN below nothing', '-100001', malformed),
  named('urn-wide.csv', 'figures of double width', '\uFF11\uFF10\uFF10\uFF10\uFF10\uFF11', malformed),
]
