/** Every kind of problem, with the words that say how to mend it. */
const mends = {
  'unreadable-file': 'save the file again as CSV UTF-8 and send that',
  'empty-file': 'send a file with headings in its first row and rows below them',
  'unclosed-quote': 'close the quotation mark that opens in this row',
  'pupil-data': 'take out every column with pupil names, UPNs or dates of birth and send the file again',
  'unknown-kind': 'use the headings of one of the standard sheets, or say which kind of file it is with --kind',
  'ambiguous-kind': 'say which kind of file it is with --kind',
  'missing-column': 'add this column',
  'duplicate-column': 'keep one column with this heading',
  'too-many-cells': 'put quotation marks round every text that has the separator in it',
  'missing-value': 'fill in this cell',
  'malformed-urn': 'use a URN of six digits',
  'malformed-laestab': 'use the LA code and establishment number, seven digits together',
  'malformed-ukprn': 'use a UKPRN of eight digits',
  'malformed-la': 'use an LA code of three digits',
  'unreadable-day': 'use a day such as 2024-03-25 or 25/03/2024 (the day before the month)',
  'unreadable-year': 'use an academic year such as 2023/24',
  'unreadable-number': 'use a number',
  'outside-range': 'use a number from 0 to 100',
  'unknown-status': 'use a status code from 1 to 4 or its name',
  'unknown-phase': 'use a phase code from 0 to 7 or its name',
  'level-outside-scale': 'use Focusing, Developing, Establishing or Enhancing',
  'unknown-strand': 'use Curriculum music, Co-curricular, Leadership and Management or Community and partnerships',
  'unknown-award': 'use Working towards Bronze, Bronze, Silver or Gold',
  'unknown-answer': 'use Yes or No',
  'unknown-achieved': 'use Not started, Started, Mostly achieved or Fully achieved',
  'unknown-month': 'use 12 or 24',
  'unknown-priority': 'use 1, 2 or 3',
  'unknown-measure': 'use strand-profile, award-ladder or coverage',
  'unknown-wanted': 'use what the measure counts',
  'unknown-population': 'use All, a phase or an LA code of three digits',
  'unknown-judgement': 'use Met, Partly met or Not met',
  'unknown-criterion': 'use a criterion of the framework of the audit',
  'unknown-basis': 'use current, ever 6 or pupil premium',
  'unknown-figure': 'use a figure of the data form',
  'unknown-breakdown': 'leave blank for the total, or use pairs such as key stage=2;gender=girls',
  'missing-year': 'give the academic year, which the file does not say, with --year, such as --year 2023/24',
  'unknown-framework': 'use the name of a framework that is loaded, or load the framework first',
  'no-school': 'give the URN, LAESTAB or UKPRN of the school',
  'unknown-school': 'use the number of a school in the register, or load a register that has it',
  'doubtful-school': 'give the URN of the school that is meant',
  'outside-area': "use a school of the hub's area, or add its LA to the area",
  'future-meeting': 'use the day on which the meeting was held, today at the latest',
  'award-before-meeting': 'use a day on or after the meeting',
  'follow-up-before-meeting': 'use a day on or after the meeting',
  'reflection-before-meeting': 'use a day on or after the meeting',
  'unknown-meeting': 'load the audit of this meeting first, or correct the school or the day',
  'unreadable-tick': 'use x where it holds, and leave the cell blank where it does not',
  'two-ticks': 'tick one of these columns only',
  'unfit-mapping': 'use a mapping made for files with these headings',
  'unreadable-outline': 'use polygons of longitudes and latitudes',
  'unknown-district': 'load the school register first, for it says which districts there are',
  conflict: 'say one thing only',
} as const satisfies Record<string, string>

export type ProblemCode = keyof typeof mends

/** What is wrong in a file, said so that it can be mended. `row` is as the reader's spreadsheet numbers it. */
export interface Problem {
  readonly sheet: string | null
  readonly row: number | null
  readonly column: string | null
  readonly code: ProblemCode
  readonly found: string
  readonly accepted: string
  /** The standard heading of the column, where the file calls it otherwise. */
  readonly means?: string
}

/** A problem, with the catalogue's words for mending it unless better ones are known. */
export const problemOf = (code: ProblemCode, found: string, where: Partial<Problem> = {}): Problem => ({
  sheet: where.sheet ?? null,
  row: where.row ?? null,
  column: where.column ?? null,
  code,
  found: found.length > 200 ? `${found.slice(0, 200)} ...` : found,
  accepted: where.accepted ?? mends[code],
})

/** The problem as a line: `audits.csv, row 14, "Curriculum music": found "Emerging"; use Focusing, ... or Enhancing.` */
export function problemLine(file: string, { sheet, row, column, means, found, accepted }: Problem): string {
  const place = [
    file,
    ...(sheet === null ? [] : [`sheet "${sheet}"`]),
    ...(row === null ? [] : [`row ${row}`]),
    ...(column === null ? [] : [`"${column}${means === undefined ? '' : ` (${means})`}"`]),
  ]
  return `${place.join(', ')}: found ${found === '' ? 'nothing' : `"${found}"`}; ${accepted}.`
}
