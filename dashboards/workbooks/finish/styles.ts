import { headingTypes } from '../row-height.ts'
import { count, patch } from './patch.ts'

/** The order in which the schema wants what describes a font. */
const order = [
  'b',
  'i',
  'strike',
  'condense',
  'extend',
  'outline',
  'shadow',
  'u',
  'vertAlign',
  'sz',
  'color',
  'name',
  'family',
  'charset',
  'scheme',
]

const body = '<font><sz val="12"/><name val="Arial"/><family val="2"/></font>'
const headings = [
  { name: 'Heading 1', builtin: 16, ...headingTypes.heading1 },
  { name: 'Heading 2', builtin: 17, ...headingTypes.heading2 },
]

/**
 * The styles part with the body's type as the workbook's own (font 0), each font's description in order, and the
 * cells set in a heading's type tagged Heading 1 and Heading 2.
 */
export function patchStyles(part: string): string {
  let [styles, at] = [part, 0]
  styles = patch(styles, /<font>(.*?)<\/font>/g, count(part, /<font>/g), (_, inner = '') =>
    at++ === 0 ? body : `<font>${inOrder(inner)}</font>`,
  )
  const fonts = styles.match(/<font>.*?<\/font>/g) ?? []
  const tagged = headings
    .map((heading) => ({
      ...heading,
      font: fonts.findIndex((font) => font.includes('<b/>') && font.includes(`<sz val="${heading.size}"/>`)),
    }))
    .filter(({ font }) => font > 0)
  tagged.forEach(({ font }, index) => {
    const cells = new RegExp(`(<xf [^>]*fontId="${font}"[^>]*xfId=)"0"`, 'g')
    styles = patch(styles, cells, count(styles, cells), (_, before = '') => `${before}"${index + 1}"`)
  })
  styles = patch(styles, /<cellStyleXfs count="1">(.*?)<\/cellStyleXfs>/g, 1, (_, normal = '') => {
    const xfs = tagged.map(({ font }) => `<xf numFmtId="0" fontId="${font}" fillId="0" borderId="0" applyFont="1"/>`)
    return `<cellStyleXfs count="${tagged.length + 1}">${normal}${xfs.join('')}</cellStyleXfs>`
  })
  return patch(styles, /<cellStyles count="1">(.*?)<\/cellStyles>/g, 1, (_, normal = '') => {
    const named = tagged.map(
      ({ name, builtin }, index) => `<cellStyle name="${name}" xfId="${index + 1}" builtinId="${builtin}"/>`,
    )
    return `<cellStyles count="${tagged.length + 1}">${normal}${named.join('')}</cellStyles>`
  })
}

const inOrder = (inner: string): string => {
  const place = (tag: string): number => order.indexOf(/^<(\w+)/.exec(tag)?.[1] ?? '')
  return (inner.match(/<[^>]+\/>/g) ?? []).toSorted((a, b) => place(a) - place(b)).join('')
}
