import { foldHeading } from '../recognise/heading.ts'
import { isOtherKind, yearKey } from '../recognise/kind.ts'
import { isBlank } from '../recognise/reading.ts'
import { likeness } from '../match/letters.ts'
import { listed } from '../note.ts'
import type { Sheet } from '../sheets/sheet.ts'
import { lackingOf, mappedFit } from './fit.ts'
import type { MappedColumn, Mapping } from './mapping.ts'
import type { ColumnProposal, Confidence, KindProposal, WordProposal } from './proposal.ts'
import { likenessOf, readablePart, tickLikenessOf, type FileColumn, type Likeness } from './propose-column.ts'

/** A tab as it is looked at. `year` is told beside its rows, null where it is not. */
export interface TabLooked {
  readonly headings: readonly string[]
  readonly columns: readonly FileColumn[]
  readonly year: number | null
}

/** A column of the file taken for one of the sheet, or for one ticked word of it. */
interface Pair extends Likeness {
  readonly column: FileColumn
  readonly key: string
  readonly word: string | null
}

function pairsOf(sheet: Sheet, columns: readonly FileColumn[]): readonly Pair[] {
  return Object.entries(sheet.columns).flatMap(([key, wanted]) =>
    columns.flatMap((column): readonly Pair[] => {
      const plain = likenessOf(column, wanted)
      const ticked = tickLikenessOf(column, wanted)
      return [
        ...(plain === null ? [] : [{ ...plain, column, key, word: null }]),
        ...(ticked === null ? [] : [{ ...ticked, column, key }]),
      ]
    }),
  )
}

/** The best pairs, each column of the file and each of the sheet taken once; words of one column each once. */
function chosenOf(pairs: readonly Pair[]): readonly Pair[] {
  const chosen: Pair[] = []
  const isFree = ({ column, key, word }: Pair): boolean =>
    chosen.every(
      (other) =>
        other.column !== column && (other.key !== key || (word !== null && other.word !== null && other.word !== word)),
    )
  for (const pair of pairs.toSorted((a, b) => b.score - a.score)) if (isFree(pair)) chosen.push(pair)
  return chosen
}

/** What values alone say: the one column left that can be read as the one that is still wanted. */
function byValues(sheet: Sheet, columns: readonly FileColumn[], chosen: readonly Pair[]): readonly Pair[] {
  const left = columns.filter((column) => chosen.every((pair) => pair.column !== column))
  const hasSchool = sheet.oneOf.some((key) => chosen.some((pair) => pair.key === key))
  const wanted = Object.entries(sheet.columns).filter(
    ([key, { need }]) =>
      chosen.every((pair) => pair.key !== key) && (need !== 'optional' || (key === 'urn' && !hasSchool)),
  )
  return wanted.flatMap(([key, column]) => {
    const rivals = wanted.filter(([, other]) => other.read === column.read)
    const fitting = left.filter(({ values }) => (readablePart(column, values) ?? 0) === 1 && values.length > 1)
    const [only] = fitting
    const isPlain = column.read.words === undefined && !['urn', 'heldOn', 'awardOn'].includes(key)
    if (only === undefined || fitting.length > 1 || rivals.length > 1 || isPlain) return []
    const why = `its values can all be read as ${column.heading}`
    return [{ column: only, key, word: null, score: 0.4, confidence: 'guess' as const, why }]
  })
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

/** The word that comes nearest to one of the file, if any comes near. */
function nearWord(found: string, words: readonly string[]): string | null {
  const near = words
    .map((word) => ({ word, alike: likeness(word.toLowerCase(), found.toLowerCase()) }))
    .toSorted((a, b) => b.alike - a.alike)
  return near[0] !== undefined && near[0].alike >= 0.7 ? near[0].word : null
}

const mostWords = 12

/** The words in columns of words that those do not know. */
function unknownWords(sheet: Sheet, chosen: readonly Pair[]): readonly WordProposal[] {
  const found = chosen.flatMap(({ key, word, column: { values } }): readonly WordProposal[] => {
    const column = sheet.columns[key]
    if (column?.read.words === undefined || word !== null) return []
    const choices = [...new Set(column.read.words.values())]
    const unread = values.filter((value) => !isBlank(value) && 'problem' in column.read(value))
    return [...new Set(unread)].map((found) => ({ found, means: nearWord(found, choices), choices }))
  })
  return [...new Map(found.map((word) => [word.found, word])).values()]
    .toSorted((a, b) => (a.found < b.found ? -1 : 1))
    .slice(0, mostWords)
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

const confidenceRank: Readonly<Record<Confidence, number>> = { sure: 2, likely: 1, guess: 0 }

const weight: Readonly<Record<Confidence, number>> = { sure: 1, likely: 0.8, guess: 0.4 }

function reasonsFor(chosen: readonly Pair[], missing: readonly string[]): readonly string[] {
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

/** A proposal with what orders it among others. */
export interface Ranked {
  readonly proposal: KindProposal
  readonly rank: number
}

/** How a tab may be read as one sheet; null where nothing of it is like that sheet. */
export function proposeKind(sheet: Sheet, { headings, columns, year }: TabLooked): Ranked | null {
  const near = chosenOf(pairsOf(sheet, columns))
  const chosen = [...near, ...byValues(sheet, columns, near)]
  if (chosen.length === 0) return null
  const proposals = columns.map((column) =>
    columnProposal(
      column,
      chosen.find((pair) => pair.column === column),
      sheet,
    ),
  )
  const words = unknownWords(sheet, chosen)
  const known = words.flatMap(({ found, means }) => (means === null ? [] : [[found, means] as const]))
  const { kind, layout } = sheet
  const mapping: Mapping = {
    kind,
    ...(layout === null ? {} : { layout }),
    columns: proposals.map((proposal) => mappedColumn(proposal, headings)),
    ...(known.length === 0 ? {} : { values: Object.fromEntries(known) }),
  }
  const fit = mappedFit(mapping, headings, year)
  const missing = fit === null ? [] : lackingOf(fit)
  const isNeeded = (key: string): boolean => sheet.columns[key]?.need !== 'optional' || sheet.oneOf.includes(key)
  const needed =
    Object.entries(sheet.columns).filter(([, { need }]) => need !== 'optional').length +
    (sheet.oneOf.length > 0 ? 1 : 0)
  const best = Map.groupBy(chosen, ({ key }) => (sheet.oneOf.includes(key) ? 'school' : key))
  const got = [...best].flatMap(([, pairs]) => {
    const key = pairs[0]?.key ?? ''
    return isNeeded(key) && key !== yearKey(sheet)
      ? [Math.max(...pairs.map(({ confidence }) => weight[confidence]))]
      : []
  })
  const part = got.reduce((sum, each) => sum + each, 0) / Math.max(needed, 1)
  const least = chosen
    .filter(({ key }) => isNeeded(key))
    .reduce((low, { confidence }) => Math.min(low, confidenceRank[confidence]), 2)
  const confidence =
    missing.length > 0 || isOtherKind(sheet, headings)
      ? 'guess'
      : least === 2
        ? 'sure'
        : least === 1
          ? 'likely'
          : 'guess'
  return {
    rank: (missing.length === 0 ? 1 : 0) + part + chosen.length / 100 - (isOtherKind(sheet, headings) ? 1 : 0),
    proposal: {
      kind,
      layout,
      confidence,
      reasons: reasonsFor(chosen, missing),
      columns: proposals,
      missing,
      words,
      choices: Object.entries(sheet.columns).map(([key, column]) => ({
        heading: column.heading,
        isNeeded: isNeeded(key),
        ticks: column.isTicked ? [...new Set(column.read.words?.values())] : [],
      })),
      mapping,
    },
  }
}
