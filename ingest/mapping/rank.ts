import { listed } from '../note.ts'
import { isOtherKind, yearKey } from '../recognise/kind.ts'
import type { Sheet } from '../sheets/sheet.ts'
import type { Pair } from './pairs.ts'
import type { Confidence } from './proposal.ts'

const weight: Readonly<Record<Confidence, number>> = { sure: 1, likely: 0.8, guess: 0.4 }

/** Whether a file of the kind needs a column; of the ways to name a school it needs one. */
export const isNeeded = ({ columns, oneOf }: Sheet, key: string): boolean =>
  columns[key]?.need !== 'optional' || oneOf.includes(key)

/** The part of what a sheet needs that a file has, each column weighed by how certain it is. */
function partThere(sheet: Sheet, chosen: readonly Pair[], missing: readonly string[]): number {
  const isYearTold = (key: string): boolean =>
    key === yearKey(sheet) && !missing.includes(sheet.columns[key]?.heading ?? key)
  const nameOf = (key: string): string => (sheet.oneOf.includes(key) ? 'school' : key)
  const needed = new Set(
    Object.keys(sheet.columns)
      .filter((key) => isNeeded(sheet, key) && !isYearTold(key))
      .map(nameOf),
  )
  const there = Map.groupBy(chosen, ({ key }) => nameOf(key))
  const weights = [...needed].map((name) =>
    Math.max(0, ...(there.get(name) ?? []).map(({ confidence }) => weight[confidence])),
  )
  return weights.reduce((sum, each) => sum + each, 0) / Math.max(needed.size, 1)
}

/** What is judged: the pairs of a file and a sheet, what the sheet still lacks, and how many columns the file has. */
interface Judged {
  readonly sheet: Sheet
  readonly chosen: readonly Pair[]
  readonly missing: readonly string[]
  readonly headings: readonly string[]
  readonly columnCount: number
}

/** A number that orders sheets by how well a file fits them: has it what they need, and do they explain what it has. */
export function rankOf({ sheet, chosen, missing, headings, columnCount }: Judged): number {
  const explained = chosen.reduce((sum, { confidence }) => sum + weight[confidence], 0) / Math.max(columnCount, 1)
  const whole = missing.length === 0 ? 1 : 0
  return whole + partThere(sheet, chosen, missing) + explained - (isOtherKind(sheet, headings) ? 1 : 0)
}

/** How certain it is that a file is of a sheet's kind: as certain as the least of the columns that the sheet needs. */
export function confidenceIn({ sheet, chosen, missing, headings }: Judged): Confidence {
  const needed = new Set(chosen.filter(({ key }) => isNeeded(sheet, key)).map(({ confidence }) => confidence))
  if (missing.length > 0 || isOtherKind(sheet, headings) || needed.has('guess')) return 'guess'
  return needed.has('likely') ? 'likely' : 'sure'
}

/** In plain words how much of a file is understood. */
export function reasonsFor({ chosen, missing }: Judged): readonly string[] {
  const count = (confidence: Confidence): number => chosen.filter((pair) => pair.confidence === confidence).length
  const said = (number: number, words: string): readonly string[] =>
    number === 0 ? [] : [`${number} ${number === 1 ? 'column is' : 'columns are'} ${words}`]
  return [
    ...said(count('sure'), 'known by the heading'),
    ...said(count('likely'), 'likely by heading and values'),
    ...said(count('guess'), 'a guess'),
    ...(missing.length === 0 ? [] : [`still wanted: ${listed(missing)}`]),
  ]
}
