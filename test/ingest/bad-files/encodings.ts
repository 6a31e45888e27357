import { audits, both, first, firstFact, long, second, secondFact, textFile, type BadFile } from './bad-file.ts'

const utf16 = (text: string, isBigEndian = false): Uint8Array => {
  const bytes = Buffer.from(text, 'utf16le')
  return new Uint8Array(isBigEndian ? bytes.swap16() : bytes)
}

const utf32 = (text: string): Uint8Array =>
  Uint8Array.from(Array.from(text).flatMap((letter) => [letter.codePointAt(0) ?? 0, 0, 0, 0]))

const withAdviser = (adviser: string): string => `${long},Adviser\n${first},${adviser}\n`
const advisedBy = (adviser: string): readonly string[] => [`audit 100001 2024-03-05 ${adviser}`, firstFact]

/** Texts in every encoding that a spreadsheet program may write. */
export const encodings: readonly BadFile[] = [
  textFile('utf8-mark.csv', 'UTF-8 with a byte order mark', `\uFEFF${audits}`, both),
  textFile('utf8-two-marks.csv', 'UTF-8 with two byte order marks', `\uFEFF\uFEFF${audits}`, both),
  textFile('utf16le-mark.csv', 'UTF-16 with a mark, as Excel writes "Unicode text"', utf16(`\uFEFF${audits}`), both),
  textFile('utf16be-mark.csv', 'big-endian UTF-16 with a mark', utf16(`\uFEFF${audits}`, true), both),
  textFile('utf16le-no-mark.csv', 'UTF-16 without a mark', utf16(audits), { ...both, notes: ['read as UTF-16'] }),
  textFile('utf16be-no-mark.csv', 'big-endian UTF-16 without a mark', utf16(audits, true), {
    ...both,
    notes: ['read as UTF-16'],
  }),
  textFile('utf32.csv', 'UTF-32, which no spreadsheet program reads', utf32(audits), { refused: ['unreadable-file'] }),
  textFile(
    'windows-1252.csv',
    'Windows-1252, as Excel writes "CSV"',
    Buffer.from(withAdviser('Zo\xEB O\x92Dea'), 'latin1'),
    {
      gives: advisedBy('Zo\u00EB O\u2019Dea'),
      notes: ['read as Windows-1252'],
    },
  ),
  textFile(
    'twice-encoded.csv',
    'accents spoilt by an earlier saving',
    Buffer.from(withAdviser('Zo\u00C3\u00AB \uFFFD')),
    {
      gives: advisedBy('Zo\u00C3\u00AB \uFFFD'),
      notes: ['looks damaged'],
    },
  ),
  textFile('nul.csv', 'a zero byte in the middle', audits.replace('Focusing', 'Focu\0sing'), {
    refused: ['unreadable-file'],
  }),
  textFile('control.csv', 'a control character in a text', withAdviser('Jo\u0007'), {
    gives: advisedBy('Jo\u0007'),
    notes: ['looks damaged'],
  }),
  textFile('lone-cr.csv', 'lines that end as on a Macintosh of old', audits.replaceAll('\n', '\r'), both),
  textFile('mixed-ends.csv', 'lines that end in three ways', `${long}\r\n${first}\r${second}\n`, both),
  textFile('no-last-end.csv', 'a last line without an end', audits.trimEnd(), both),
  textFile('emoji.csv', 'letters beyond the basic plane', withAdviser('\u{1F3B7} Jo'), {
    gives: advisedBy('\u{1F3B7} Jo'),
  }),
  textFile(
    'direction-marks.csv',
    'marks of direction round numbers, as copied from a web page',
    `${long}\n\u200E${first}\u200F\n\u202A100002\u202C,\u200E2024-03-06,Curriculum music,Developing\n`,
    both,
  ),
  textFile(
    'hard-spaces.csv',
    'hard spaces and zero-width ones round and within words',
    `${long}\n\u00A0100001\u200B,2024-03-05\u00A0,Co-\u00ADcurricular,Focu\u200Bsing\n`,
    { gives: [firstFact] },
  ),
  textFile('half.csv', 'the second half lost in the middle of a row', `${audits}100004,2024-03`, {
    refused: ['unreadable-day', 'missing-value'],
  }),
  textFile(
    'not-text.csv',
    'a picture under the name of a table',
    Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
    { refused: ['unreadable-file'] },
  ),
  textFile(
    'page.csv',
    'a web page under the name of a table',
    '<!DOCTYPE html>\n<html><body>Please sign in</body></html>\n',
    { refused: ['unknown-kind'] },
  ),
  textFile(
    'pasted-together.csv',
    'two files pasted together, the headings again in the middle',
    `${audits}${long}\n100004,2024-03-07,Co-curricular,Enhancing\n`,
    {
      gives: [firstFact, 'rating 100004 2024-03-07 Co-curricular Enhancing', secondFact],
      notes: ['the headings again'],
    },
  ),
  textFile('second-fact-only.csv', 'a row of one letter more than it needs', `${long}\n${second},\n`, {
    gives: [secondFact],
  }),
]
