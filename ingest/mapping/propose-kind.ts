import { foldHeading } from '../recognise/heading.ts'
import type { Sheet } from '../sheets/sheet.ts'
import { lackingOf, mappedFit } from './fit.ts'
import type { MappedColumn, Mapping } from './mapping.ts'
import { chosenPairs, type Pair } from './pairs.ts'
import type { ColumnChoice, ColumnProposal, KindProposal } from './proposal.ts'
import type { FileColumn } from './propose-column.ts'
import { confidenceIn, isNeeded, rankOf, reasonsFor } from './rank.ts'
import { unknownWords } from './unknown-words.ts'

/** A tab as it is looked at. `year` is told beside its rows, null where it is not. */
export interface TabLooked {
  readonly headings: readonly string[]
  readonly columns: readonly FileColumn[]
  readonly year: number | null
}

const samplesOf = ({ values }: FileColumn): readonly string[] =>
  [...new Set(values.filter((value) => value !== ''))].slice(0, 3)

function columnProposal(column: FileColumn, pair: Pair | undefined, sheet: Sheet): ColumnProposal {
  const at = { number: column.place + 1, heading: column.heading, samples: samplesOf(column) }
  if (pair === undefined)
    return { ...at, means: null, ticked: null, confidence: null, why: 'no column of this kind is like it' }
  const means = sheet.columns[pair.key]?.heading ?? null
  return { ...at, means, ticked: pair.word, confidence: pair.confidence, why: pair.why }
}

/** Whether a heading tells by itself which column it is. */
function isTold(heading: string, headings: readonly string[]): boolean {
  const folded = headings.map(foldHeading)
  const own = foldHeading(heading)
  return own !== '' && folded.indexOf(own) === folded.lastIndexOf(own)
}

const mappedColumn = (
  { number, heading, means, ticked }: ColumnProposal,
  headings: readonly string[],
): MappedColumn => ({
  heading,
  ...(isTold(heading, headings) ? {} : { number }),
  means,
  ...(ticked === null ? {} : { ticked }),
})

const choicesOf = (sheet: Sheet): readonly ColumnChoice[] =>
  Object.entries(sheet.columns).map(([key, column]) => ({
    heading: column.heading,
    isNeeded: isNeeded(sheet, key),
    ticks: column.isTicked ? [...new Set(column.read.words?.values())] : [],
  }))

/** A proposal with what orders it among others. */
interface Ranked {
  readonly proposal: KindProposal
  readonly rank: number
}

/** How a tab may be read as one sheet; null where nothing of it is like that sheet. */
export function proposeKind(sheet: Sheet, { headings, columns: all, year }: TabLooked): Ranked | null {
  const chosen = chosenPairs(sheet, all)
  if (chosen.length === 0) return null
  const pairOf = new Map(chosen.map((pair) => [pair.column, pair]))
  const columns = all.map((column) => columnProposal(column, pairOf.get(column), sheet))
  const words = unknownWords(sheet, chosen)
  const values = words.flatMap(({ found, means }) => (means === null ? [] : [[found, means] as const]))
  const { kind, layout } = sheet
  const mapping: Mapping = {
    kind,
    ...(layout === null ? {} : { layout }),
    columns: columns.map((column) => mappedColumn(column, headings)),
    ...(values.length === 0 ? {} : { values: Object.fromEntries(values) }),
  }
  const fit = mappedFit(mapping, headings, year)
  const missing = fit === null ? [] : lackingOf(fit)
  const judged = { sheet, chosen, missing, headings, columnCount: all.length }
  const [confidence, reasons, choices] = [confidenceIn(judged), reasonsFor(judged), choicesOf(sheet)]
  return {
    rank: rankOf(judged),
    proposal: { kind, layout, confidence, reasons, columns, missing, words, choices, mapping },
  }
}
