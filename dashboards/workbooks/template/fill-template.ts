import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { PlaceInTemplate } from '../../../analytics/returns/profile.ts'
import { faithfulText } from '../clean-text.ts'
import { fillWorksheet, type CellEntry } from './fill-worksheet.ts'
import { attributeIn, tagsOf } from './tags.ts'
import { worksheetParts } from './worksheet-parts.ts'

/** What goes into a cell of somebody's workbook. */
export interface Entry {
  readonly at: PlaceInTemplate
  readonly value: number | string
}

/** A workbook that was filled in, or in words why it cannot be. */
export type Filled = { readonly bytes: Uint8Array } | { readonly wrong: readonly string[] }

/** What a template may unpack to at most, in bytes. */
const mostUnpacked = 200 * 2 ** 20

/**
 * Somebody's workbook with some cells filled in and nothing else changed: formats, protection, validations, charts and
 * whatever is in parts that nobody here knows stay to the byte. Only the worksheets with those cells are written anew,
 * and, where they have formulas, the word in the list of worksheets that these are to be worked out again.
 */
export function fillTemplate(template: Uint8Array, entries: readonly Entry[]): Filled {
  const unzipped = unpacked(template)
  if (unzipped === null) return { wrong: ['the template is no Excel workbook (.xlsx)'] }
  const parts = new Map(
    Object.entries(unzipped).flatMap(([name, bytes]) =>
      /\.(xml|rels)$/i.test(name) ? [[name, strFromU8(bytes)] as const] : [],
    ),
  )
  const { book, sheets } = worksheetParts(parts)
  const wrong: string[] = []
  const changed = new Map<string, string>()
  for (const [sheet, within] of Map.groupBy(entries, ({ at }) => at.sheet)) {
    const name = sheets.get(sheet)
    const part = parts.get(name ?? '')
    if (name === undefined || part === undefined) {
      wrong.push(`there is no worksheet “${sheet}”`)
      continue
    }
    const filled = fillWorksheet(part, within.map(cellEntry))
    if ('wrong' in filled) wrong.push(...filled.wrong.map((each) => `worksheet “${sheet}”: ${each}`))
    else {
      changed.set(name, filled.part)
      if (filled.hasFormula) changed.set(book, calculatedOnLoad(parts.get(book) ?? ''))
    }
  }
  return wrong.length > 0 ? { wrong } : { bytes: packed(unzipped, changed) }
}

const cellEntry = ({ at, value }: Entry): CellEntry => ({
  cell: at.cell,
  value: typeof value === 'string' ? faithfulText(value) : value,
})

function unpacked(bytes: Uint8Array): Record<string, Uint8Array> | null {
  let left = mostUnpacked
  try {
    const parts = unzipSync(bytes, {
      filter: ({ originalSize }) => {
        left -= originalSize
        if (left < 0) throw new Error('too large')
        return true
      },
    })
    return parts['[Content_Types].xml'] === undefined ? null : parts
  } catch {
    return null
  }
}

/** The parts in the order in which they were, as of the first moment that packages can tell. */
const packed = (parts: Readonly<Record<string, Uint8Array>>, changed: ReadonlyMap<string, string>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, bytes]) => {
        const text = changed.get(name)
        return [name, text === undefined ? bytes : strToU8(text)]
      }),
    ),
    { level: 6, mtime: new Date(1980, 0, 1) },
  )

/** The list of worksheets saying that all formulas are to be worked out when it is opened. */
function calculatedOnLoad(book: string): string {
  const tags = [...tagsOf(book)]
  const told = tags.find(({ local, kind }) => local === 'calcPr' && kind !== 'close')
  if (told !== undefined) {
    if (attributeIn(told.attributes, 'fullCalcOnLoad') === '1') return book
    const attributes = told.attributes.replace(/\s+fullCalcOnLoad\s*=\s*("[^"]*"|'[^']*')/, '').trimEnd()
    const end = told.kind === 'empty' ? '/>' : '>'
    return `${book.slice(0, told.start)}<${told.name}${attributes} fullCalcOnLoad="1"${end}${book.slice(told.end)}`
  }
  // Where the schema wants it.
  const first = new Set(['sheets', 'functionGroups', 'externalReferences', 'definedNames'])
  const before = tags.findLast(({ local, kind }) => kind !== 'open' && first.has(local))
  if (before === undefined) return book
  const prefix = before.name.slice(0, -before.local.length)
  return `${book.slice(0, before.end)}<${prefix}calcPr fullCalcOnLoad="1"/>${book.slice(before.end)}`
}
