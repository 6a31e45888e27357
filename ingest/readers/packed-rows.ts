import { rowsMade, type Rows } from './rows.ts'
import type { GridRow } from './grid.ts'

/** Rows are kept in pages of so many, for a page once filled is never copied. */
const pageBits = 13
const pageRows = 1 << pageBits

/** Longer texts are seldom said twice, and beyond so many different ones looking them up no longer pays. */
const longest = 64
const most = 500_000

/** Some rows: where the cells of each begin, and all their cells by the number of their text. */
interface Page {
  readonly starts: Uint32Array
  readonly cells: Uint32Array
}

/** Rows packed to a few bytes a cell: a text that stands in many cells is kept once. */
export interface PackedRows extends Rows<GridRow> {
  /** The rows, by their number, of which some text is one of those meant. */
  readonly rowsWith: (isMeant: (text: string) => boolean) => readonly number[]
}

/** Takes in rows one by one, and gives them back packed. A million rows of six cells take some 30 MB instead of 400. */
export function packRows() {
  const texts: string[] = []
  const numbers = new Map<string, number>()
  const pages: Page[] = []
  let [starts, cells, length]: [number[], number[], number] = [[0], [], 0]

  const numberOf = (text: string): number => {
    const known = text.length > longest ? undefined : numbers.get(text)
    if (known !== undefined) return known
    if (text.length <= longest && numbers.size < most) numbers.set(text, texts.length)
    return texts.push(text) - 1
  }
  const turnPage = (): void => {
    pages.push({ starts: Uint32Array.from(starts), cells: Uint32Array.from(cells) })
    ;[starts, cells] = [[0], []]
  }
  const add = (row: readonly string[]): void => {
    for (const text of row) cells.push(numberOf(text))
    starts.push(cells.length)
    length += 1
    if (starts.length > pageRows) turnPage()
  }
  const rowAt = (index: number): GridRow => {
    const page = pages[index >> pageBits]!
    const [from, to] = [page.starts[index & (pageRows - 1)]!, page.starts[(index & (pageRows - 1)) + 1]!]
    const found: string[] = []
    for (let cell = from; cell < to; cell++) found.push(texts[page.cells[cell]!]!)
    return { row: index + 1, cells: found }
  }
  const rowsWith = (isMeant: (text: string) => boolean): readonly number[] => {
    const meant = new Set(texts.flatMap((text, number) => (isMeant(text) ? [number] : [])))
    if (meant.size === 0) return []
    const hasMeant = ({ starts, cells }: Page, row: number): boolean =>
      cells.subarray(starts[row], starts[row + 1]).some((cell) => meant.has(cell))
    return pages.flatMap((page, at) =>
      Array.from({ length: page.starts.length - 1 }, (_, row) => row).flatMap((row) =>
        hasMeant(page, row) ? [at * pageRows + row + 1] : [],
      ),
    )
  }
  const packed = (): PackedRows => {
    turnPage()
    numbers.clear()
    return Object.assign(rowsMade(length, rowAt), { rowsWith })
  }
  return { add, packed }
}
