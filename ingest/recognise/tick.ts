import { foldHeading, soughtOf } from './heading.ts'
import { namesOf, type Column, type Columns } from './column.ts'
import type { Reading } from './reading.ts'

/** A column that stands for one word of another, ticked where that word holds. */
export interface Tick {
  readonly word: string
  readonly place: number
}

/** The ticked columns that stand for a column, by its key; none for columns that stand for themselves. */
export type Ticks = Readonly<Record<string, readonly Tick[]>>

/** The words of a column, each with the folded headings that a column of its own may have. */
function headingsOfWords(column: Column, isOnly: boolean): ReadonlyMap<string, readonly string[]> {
  const forms = [...(column.read.words ?? [])].map(([form, word]) => ({ form, word }))
  const names = [...namesOf(column), ...(isOnly ? [''] : [])]
  return new Map(
    [...Map.groupBy(forms, ({ word }) => word)].map(([word, ofWord]) => [
      word,
      names.flatMap((name) => ofWord.map(({ form }) => `${name}${form}`)),
    ]),
  )
}

/**
 * The columns that are spread over one ticked column a word: `Curriculum music - Focusing` and so on, or the words alone
 * where a sheet has one such column. A column counts as spread only where each of its words has one column and no more.
 */
export function ticksOf(columns: Columns, headings: readonly string[]): Ticks {
  const spread = Object.entries(columns).filter(([, { isTicked }]) => isTicked)
  if (spread.length === 0) return {}
  const { folded, below } = soughtOf(headings)
  const whole = Map.groupBy(folded.keys(), (place) => folded[place] ?? '')
  const found = spread.map(([key, column]) => {
    const ticks = [...headingsOfWords(column, spread.length === 1)].map(([word, names]) => {
      const places = names.flatMap((name) => whole.get(name) ?? [])
      const all = new Set(places.length > 0 ? places : names.flatMap((name) => below.get(name) ?? []))
      return { word, places: [...all] }
    })
    const isWhole = ticks.every(({ places }) => places.length === 1)
    return [key, isWhole ? ticks.flatMap(({ word, places }) => places.map((place) => ({ word, place }))) : []] as const
  })
  return Object.fromEntries(found.filter(([, ticks]) => ticks.length > 0))
}

const yes: ReadonlySet<string> = new Set(['x', '\u2713', '\u2714', '\u2611', '\u2705', 'yes', 'y', '1', 'true'])
const no: ReadonlySet<string> = new Set(['no', 'n', '0', 'false', '\u2610'])

/** Whether a cell under a word is ticked: by one of the usual signs, or by the word itself. */
export function readTick(text: string, word: string): Reading<boolean> {
  const mark = text.replaceAll('\uFE0F', '').toLowerCase()
  if (yes.has(mark) || foldHeading(text) === foldHeading(word)) return { value: true }
  return no.has(mark) ? { value: false } : { problem: 'unreadable-tick' }
}
