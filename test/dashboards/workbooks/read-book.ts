import { strFromU8, unzipSync } from 'fflate'

interface ReadCell {
  readonly value: string | number
  readonly format: string
  readonly style: string
}

interface ReadTable {
  readonly name: string
  readonly ref: string
  readonly columns: readonly string[]
}

export interface ReadSheet {
  readonly tab: string
  readonly xml: string
  readonly cells: ReadonlyMap<string, ReadCell>
  readonly tables: readonly ReadTable[]
}

export interface ReadBook {
  readonly parts: ReadonlyMap<string, string>
  readonly sheets: readonly ReadSheet[]
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** XML text as spreadsheets mean it: entities, then their own escapes. */
const plain = (text: string): string =>
  text
    .replaceAll(/&(\w+);/g, (whole, name: string) => named[name] ?? whole)
    .replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

const attribute = (tag: string, name: string): string => plain(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '')

const all = (xml: string, pattern: RegExp): readonly string[][] => [...xml.matchAll(pattern)]

/** The workbook read plainly from its parts, by nothing that wrote it. */
export function readBook(bytes: Uint8Array): ReadBook {
  const parts = new Map(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]))
  const part = (name: string): string => {
    const text = parts.get(name)
    if (text === undefined) throw new Error(`no part: ${name}`)
    return text
  }
  const strings = all(part('xl/sharedStrings.xml'), /<si><t[^>]*>(.*?)<\/t><\/si>/gs).map(([, text = '']) =>
    plain(text),
  )
  const styles = readStyles(part('xl/styles.xml'))
  const targets = new Map(
    all(part('xl/_rels/workbook.xml.rels'), /<Relationship [^>]*>/g).map(([tag = '']) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target'),
    ]),
  )
  const sheets = all(part('xl/workbook.xml'), /<sheet [^>]*>/g).map(([tag = '']): ReadSheet => {
    const target = targets.get(attribute(tag, 'r:id')) ?? ''
    const xml = part(`xl/${target}`)
    const cells = all(xml, /<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs).map(([, head = '', inner = '']) => {
      const value = /<v>(.*?)<\/v>/.exec(inner)?.[1] ?? ''
      const style = styles[Number(attribute(` ${head}`, 's'))] ?? { format: '', style: '' }
      const type = attribute(` ${head}`, 't')
      const typed = /<is><t[^>]*>(.*?)<\/t><\/is>/s.exec(inner)?.[1]
      const text = type === 's' ? strings[Number(value)] : typed === undefined ? undefined : plain(typed)
      return [attribute(` ${head}`, 'r'), { value: text ?? (value === '' ? '' : Number(value)), ...style }] as const
    })
    const rels = parts.get(`xl/worksheets/_rels/${target.split('/')[1]}.rels`) ?? ''
    const tables = all(rels, /Target="\.\.\/(tables\/[^"]+)"/g).map(([, path]) => readTable(part(`xl/${path}`)))
    return { tab: attribute(tag, 'name'), xml, cells: new Map(cells), tables }
  })
  return { parts, sheets }
}

function readStyles(xml: string): readonly Omit<ReadCell, 'value'>[] {
  const formats = new Map(
    all(xml, /<numFmt [^>]*>/g).map(([tag = '']) => [attribute(tag, 'numFmtId'), attribute(tag, 'formatCode')]),
  )
  const builtIn: Readonly<Record<string, string>> = { '0': 'General', '3': '#,##0', '49': '@' }
  const names = all(xml, /<cellStyle [^>]*>/g).map(([tag = '']) => attribute(tag, 'name'))
  const cellXfs = /<cellXfs.*?<\/cellXfs>/s.exec(xml)?.[0] ?? ''
  return all(cellXfs, /<xf [^>]*>/g).map(([tag = '']) => {
    const id = attribute(tag, 'numFmtId')
    return { format: formats.get(id) ?? builtIn[id] ?? id, style: names[Number(attribute(tag, 'xfId'))] ?? '' }
  })
}

const readTable = (xml: string): ReadTable => ({
  name: attribute(/<table [^>]*>/.exec(xml)?.[0] ?? '', 'displayName'),
  ref: attribute(/<table [^>]*>/.exec(xml)?.[0] ?? '', 'ref'),
  columns: all(xml, /<tableColumn [^>]*>/g).map(([tag = '']) => attribute(tag, 'name')),
})

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** The cell's text as a spreadsheet program shows it. */
function shown({ value, format }: ReadCell): string {
  if (typeof value === 'string') return value
  if (format === '#,##0') return value.toLocaleString('en-GB')
  if (format === '0.0') return value.toFixed(1)
  if (format !== 'd mmm yyyy') throw new Error(`a number shown as: ${format}`)
  const day = new Date(Date.UTC(1899, 11, 30) + value * 86_400_000)
  return `${day.getUTCDate()} ${months[day.getUTCMonth()]} ${day.getUTCFullYear()}`
}

/** What the worksheet's one table holds, header first, each cell as it is shown. */
export function tableOf(sheet: ReadSheet): readonly (readonly string[])[] {
  const [, left = '', top = '', right = '', bottom = ''] =
    /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(sheet.tables[0]?.ref ?? '') ?? []
  if (left !== 'A' || right.length !== 1) throw new Error(`a table at ${sheet.tables[0]?.ref}`)
  const columns = Array.from({ length: right.charCodeAt(0) - 64 }, (_, at) => String.fromCharCode(65 + at))
  return Array.from({ length: Number(bottom) - Number(top) + 1 }, (_, at) =>
    columns.map((column) => {
      const cell = sheet.cells.get(`${column}${Number(top) + at}`)
      return cell === undefined ? '' : shown(cell)
    }),
  )
}
