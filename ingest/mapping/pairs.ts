import type { Sheet } from '../sheets/sheet.ts'
import { likenessOf, readablePart, tickLikenessOf, type FileColumn, type Likeness } from './propose-column.ts'

/** A column of the file taken for one of the sheet, or for one ticked word of it. */
export interface Pair extends Likeness {
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

/** The columns of a file each taken for the one of a sheet, or the ticked word of one, that it fits best. */
export function chosenPairs(sheet: Sheet, columns: readonly FileColumn[]): readonly Pair[] {
  const chosen = chosenOf(pairsOf(sheet, columns))
  return [...chosen, ...byValues(sheet, columns, chosen)]
}
