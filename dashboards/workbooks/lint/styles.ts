import { allOf, childOf, childrenOf, hasChild, type Element } from './xml.ts'

export interface Font {
  readonly name: string
  readonly size: number
  readonly isItalic: boolean
  readonly isUnderlined: boolean
  readonly isRaised: boolean
  /** Six hexadecimal digits; null where it is the reader's own. */
  readonly colour: string | null
}

/** How a cell looks. */
export interface CellStyle {
  readonly font: Font
  /** Six hexadecimal digits, or another word for a colour; null where it is not filled. */
  readonly fill: string | null
  /** The sides that have a line. */
  readonly borders: readonly string[]
  readonly format: string
  readonly rotation: number
  readonly indent: number
  readonly wraps: boolean
  /** The number of the named style that every spreadsheet knows: 16 is Heading 1. */
  readonly builtIn: number | null
}

const builtInFormats: Readonly<Record<string, string>> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  14: 'built-in 14',
  49: '@',
}

const colourOf = ({ attributes: { rgb, theme } }: Element): string | null =>
  rgb !== undefined ? rgb.slice(-6).toUpperCase() : theme === undefined || theme === '1' ? null : `theme ${theme}`

const isOn = (element: Element, name: string): boolean =>
  hasChild(element, name) && !['0', 'false', 'none'].includes(childOf(element, name).attributes['val'] ?? '')

const fontOf = (font: Element): Font => ({
  name: childOf(font, 'name').attributes['val'] ?? '',
  size: Number(childOf(font, 'sz').attributes['val'] ?? 11),
  isItalic: isOn(font, 'i'),
  isUnderlined: isOn(font, 'u'),
  isRaised: isOn(font, 'vertAlign') && childOf(font, 'vertAlign').attributes['val'] !== 'baseline',
  colour: hasChild(font, 'color') ? colourOf(childOf(font, 'color')) : null,
})

function fillOf(fill: Element): string | null {
  const pattern = childOf(fill, 'patternFill')
  const kind = pattern.attributes['patternType']
  if (kind === undefined || kind === 'none' || kind === 'gray125') return null
  return hasChild(pattern, 'fgColor') ? (colourOf(childOf(pattern, 'fgColor')) ?? 'some colour') : kind
}

/** The styles that cells may have, by their number, and the font of the normal one. */
export function readStyles(root: Element): { readonly styles: readonly CellStyle[]; readonly normal: Font } {
  const fonts = childrenOf(childOf(root, 'fonts'), 'font').map(fontOf)
  const fills = childrenOf(childOf(root, 'fills'), 'fill').map(fillOf)
  const borders = childrenOf(childOf(root, 'borders'), 'border').map(({ children }) =>
    children.filter(({ attributes: { style } }) => style !== undefined && style !== 'none').map(({ name }) => name),
  )
  const formats = new Map(
    allOf(root, 'numFmt').map(({ attributes }) => [attributes['numFmtId'], attributes['formatCode'] ?? '']),
  )
  const named = new Map(
    childrenOf(childOf(root, 'cellStyles'), 'cellStyle').map(({ attributes: { xfId, builtinId } }) => [
      xfId,
      Number(builtinId ?? NaN),
    ]),
  )
  const normal = fonts[0] ?? fontOf(childOf(root))
  const styles = childrenOf(childOf(root, 'cellXfs'), 'xf').map((xf): CellStyle => {
    const { numFmtId = '0', fontId, fillId, borderId, xfId } = xf.attributes
    const { textRotation, indent, wrapText } = childOf(xf, 'alignment').attributes
    return {
      font: fonts[Number(fontId)] ?? normal,
      fill: fills[Number(fillId)] ?? null,
      borders: borders[Number(borderId)] ?? [],
      format: formats.get(numFmtId) ?? builtInFormats[numFmtId] ?? `built-in ${numFmtId}`,
      rotation: Number(textRotation ?? 0),
      indent: Number(indent ?? 0),
      wraps: wrapText === '1' || wrapText === 'true',
      builtIn: named.get(xfId) ?? null,
    }
  })
  return { styles, normal }
}
