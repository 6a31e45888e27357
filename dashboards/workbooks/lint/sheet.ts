import type { CellStyle } from './styles.ts'
import { allOf, childOf, childrenOf, meant, textOf, type Element } from './xml.ts'

export interface SheetCell {
  readonly address: string
  /** Both counted from 1. */
  readonly row: number
  readonly column: number
  readonly kind: 'text' | 'number' | 'boolean' | 'error' | 'blank'
  readonly text: string
  /** The text before spreadsheets read what is spelt in it. */
  readonly written: string
  readonly formula: string | null
  readonly style: CellStyle | null
}

/** A stretch of cells, its sides counted from 1. */
export interface Area {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export interface Table extends Area {
  readonly name: string
  readonly part: Element
  readonly columns: readonly string[]
}

export interface Link {
  readonly cell: SheetCell | undefined
  readonly address: string
  readonly location: string | null
  /** Where it leads outside the workbook; null where it does not. */
  readonly target: string | null
}

/** Something that lies over the cells: a picture, a chart, a shape. */
export interface Drawn {
  readonly kind: 'picture' | 'chart' | 'shape'
  readonly name: string
  readonly description: string
  readonly isDecorative: boolean
  /** The chart's part; null where it is none. */
  readonly chart: Element | null
}

export interface Sheet {
  readonly tab: string
  readonly state: string
  readonly path: string
  readonly part: Element
  readonly cells: ReadonlyMap<string, SheetCell>
  readonly rows: readonly Element[]
  readonly tables: readonly Table[]
  readonly links: readonly Link[]
  readonly drawn: readonly Drawn[]
  readonly relations: ReadonlyMap<string, string>
}

interface Reading {
  readonly sheet: Element
  readonly path: string
  readonly part: Element
  readonly strings: readonly string[]
  readonly styles: readonly CellStyle[]
  readonly relations: ReadonlyMap<string, string>
  readonly partOf: (name: string) => Element
  readonly relationsOf: (name: string) => ReadonlyMap<string, string>
}

/** The column of letters, counted from 1: `AB` is 28. */
const columnOf = (letters: string): number =>
  letters.split('').reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0)

/** A stretch of cells from its text: `A9:C12`, or one cell. */
export function areaOf(text: string): Area {
  const [from = '', to = from] = text.replaceAll('$', '').split(':')
  const place = (cell: string): readonly [number, number] => [
    columnOf(cell.replaceAll(/\d/g, '')),
    Number(cell.replaceAll(/\D/g, '')),
  ]
  const [[left, top], [right, bottom]] = [place(from), place(to)]
  return { left, top, right, bottom }
}

/** Whether a cell lies in a stretch. */
export const isIn = ({ row, column }: Pick<SheetCell, 'row' | 'column'>, { left, top, right, bottom }: Area): boolean =>
  row >= top && row <= bottom && column >= left && column <= right

/** One worksheet with all that belongs to it. */
export function readSheet({ sheet, path, part, strings, styles, relations, partOf, relationsOf }: Reading): Sheet {
  const rows = childrenOf(childOf(part, 'sheetData'), 'row')
  const cells = new Map(
    rows
      .flatMap(({ children }) => children.map((cell) => cellOf(cell, strings, styles)))
      .map((cell) => [cell.address, cell]),
  )
  const tables = [...relations.values()]
    .filter((name) => name.includes('/tables/'))
    .map((name) => tableOf(partOf(name)))
  const links = allOf(part, 'hyperlink').map(({ attributes: { ref = '', location, 'r:id': id } }): Link => ({
    cell: cells.get(ref),
    address: ref,
    location: location ?? null,
    target: id === undefined ? null : (relations.get(id) ?? ''),
  }))
  const drawn = [...relations.values()]
    .filter((name) => name.includes('/drawings/') && name.endsWith('.xml'))
    .flatMap((name) => drawnOn(partOf(name), relationsOf(name), partOf))
  const { name: tab = '', state = 'visible' } = sheet.attributes
  return { tab, state, path, part, cells, rows, tables, links, drawn, relations }
}

const kinds: Readonly<Record<string, SheetCell['kind']>> = {
  s: 'text',
  str: 'text',
  inlineStr: 'text',
  b: 'boolean',
  e: 'error',
}

function cellOf(cell: Element, strings: readonly string[], styles: readonly CellStyle[]): SheetCell {
  const { r: address = '', s, t = 'n' } = cell.attributes
  const { left: column, top: row } = areaOf(address)
  const value = childOf(cell, 'v').text
  const written =
    t === 'inlineStr'
      ? allOf(cell, 't')
          .map(({ text }) => text)
          .join('')
      : t === 's'
        ? (strings[Number(value)] ?? '')
        : value
  const formula = cell.children.some(({ name }) => name === 'f') ? childOf(cell, 'f').text : null
  const text = t === 'inlineStr' ? textOf(cell) : meant(written)
  const kind = written === '' ? 'blank' : (kinds[t] ?? 'number')
  return { address, row, column, kind, text, written, formula, style: styles[Number(s ?? 0)] ?? null }
}

const tableOf = (part: Element): Table => ({
  name: part.attributes['displayName'] ?? '',
  part,
  columns: allOf(part, 'tableColumn').map(({ attributes: { name = '' } }) => meant(name)),
  ...areaOf(part.attributes['ref'] ?? ''),
})

function drawnOn(
  part: Element,
  relations: ReadonlyMap<string, string>,
  partOf: (name: string) => Element,
): readonly Drawn[] {
  const frames = (name: string, kind: Drawn['kind']): readonly Drawn[] =>
    allOf(part, name).map((frame) => {
      const { name = '', descr = '' } = allOf(frame, 'cNvPr')[0]?.attributes ?? {}
      const chart = allOf(frame, 'chart')[0]?.attributes['r:id']
      return {
        kind,
        name,
        description: descr,
        isDecorative: allOf(frame, 'decorative').some(({ attributes: { val } }) => val === '1'),
        chart: chart === undefined ? null : partOf(relations.get(chart) ?? ''),
      }
    })
  return [...frames('pic', 'picture'), ...frames('graphicFrame', 'chart'), ...frames('sp', 'shape')]
}
