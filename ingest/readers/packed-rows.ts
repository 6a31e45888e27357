import { rowsMade, type Rows } from './rows.ts'
import type { GridRow } from './grid.ts'

/** Rows are kept in pages of so many, for a page once filled is never copied. */
const pageBits = 13
const pageRows = 1 << pageBits

/** Longer texts are seldom said twice, and beyond so many different ones looking them up no longer pays. */
export const interned = { longest: 64, most: 500_000 } as const

/** Some rows: where the cells of each begin, and all their cells by the number of their text. */
interface Page {
  readonly starts: Uint32Array
  /** In two bytes each while there are few texts. */
  readonly cells: Uint16Array | Uint32Array
}

const fewTexts = 2 ** 16

/** Rows packed to a few bytes a cell: a text that stands in many cells is kept once, and the cells hold its number. */
export interface PackedRows extends Rows<GridRow> {
  readonly texts: readonly string[]
  /** How many cells the row at an index has. */
  readonly widthAt: (index: number) => number
  /** The number of the text at a place of the row at an index; -1 where the row has no such cell. */
  readonly textAt: (index: number, place: number) => number
  /** The number of the row at an index, as a spreadsheet shows it. */
  readonly rowAt: (index: number) => number
}

export const isPacked = (rows: Rows<GridRow>): rows is PackedRows => 'textAt' in rows

/** A row whose cells are made when they are asked for: often its number is all that is wanted. */
const lazyRow = ({ texts, widthAt, textAt, rowAt }: Omit<PackedRows, keyof Rows<GridRow>>, index: number): GridRow => {
  let made: readonly string[] | null = null
  return {
    row: rowAt(index),
    get cells() {
      return (made ??= Array.from({ length: widthAt(index) }, (_, place) => texts[textAt(index, place)]!))
    },
  }
}

const packedRows = (length: number, packed: Omit<PackedRows, keyof Rows<GridRow>>): PackedRows =>
  Object.assign(
    rowsMade(length, (index) => lazyRow(packed, index)),
    packed,
  )

/** Those of the rows that stand at some places: an array of an array, packed ones of packed ones. */
export function rowsAt(rows: Rows<GridRow>, places: Uint32Array): Rows<GridRow> {
  if (!isPacked(rows)) return Array.from(places, (place) => rows.at(place)!)
  const { texts, widthAt, textAt, rowAt } = rows
  return packedRows(places.length, {
    texts,
    widthAt: (index) => widthAt(places[index]!),
    textAt: (index, place) => textAt(places[index]!, place),
    rowAt: (index) => rowAt(places[index]!),
  })
}

/** Takes in rows cell by cell, by the numbers of their texts, and gives them back packed. */
export function packNumbers() {
  const pages: Page[] = []
  let [starts, cells, length, last]: [number[], number[], number, number] = [[0], [], 0, 0]
  const turnPage = (): void => {
    pages.push({
      starts: new Uint32Array(starts),
      cells: last < fewTexts ? new Uint16Array(cells) : new Uint32Array(cells),
    })
    ;[starts, cells] = [[0], []]
  }
  const add = (text: number): void => {
    cells.push(text)
    if (text > last) last = text
  }
  const endRow = (): void => {
    starts.push(cells.length)
    length += 1
    if (starts.length > pageRows) turnPage()
  }
  const packed = (texts: readonly string[]): PackedRows => {
    turnPage()
    const widthAt = (index: number): number => {
      const { starts } = pages[index >> pageBits]!
      return starts[(index & (pageRows - 1)) + 1]! - starts[index & (pageRows - 1)]!
    }
    const textAt = (index: number, place: number): number => {
      const { starts, cells } = pages[index >> pageBits]!
      const cell = starts[index & (pageRows - 1)]! + place
      return cell < starts[(index & (pageRows - 1)) + 1]! ? cells[cell]! : -1
    }
    return packedRows(length, { texts, widthAt, textAt, rowAt: (index) => index + 1 })
  }
  return { add, endRow, packed }
}

/** Takes in rows one by one, and gives them back packed. A million rows of six cells take some 30 MB instead of 400. */
export function packRows() {
  const texts: string[] = []
  const numbers = new Map<string, number>()
  const pack = packNumbers()

  const numberOf = (text: string): number => {
    const known = text.length > interned.longest ? undefined : numbers.get(text)
    if (known !== undefined) return known
    if (text.length <= interned.longest && numbers.size < interned.most) numbers.set(text, texts.length)
    return texts.push(text) - 1
  }
  return {
    add: (row: readonly string[]): void => {
      for (const text of row) pack.add(numberOf(text))
      pack.endRow()
    },
    packed: (): PackedRows => pack.packed(texts),
  }
}

/** The rows, by their number, of which some text is one of those meant. */
export function rowsWith(rows: PackedRows, isMeant: (text: string) => boolean): readonly number[] {
  const meant = new Set(rows.texts.flatMap((text, number) => (isMeant(text) ? [number] : [])))
  if (meant.size === 0) return []
  const found: number[] = []
  for (let index = 0; index < rows.length; index++)
    for (let place = 0; place < rows.widthAt(index); place++)
      if (meant.has(rows.textAt(index, place))) {
        found.push(rows.rowAt(index))
        break
      }
  return found
}
