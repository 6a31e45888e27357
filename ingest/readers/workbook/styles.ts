import { numberFormOf, type NumberForm } from './number-form.ts'
import { attributeOf, walkXml } from './xml.ts'

/** The form of the numbers in cells, by the number of their style. */
export async function readStyles(part: string, chunks: AsyncIterable<Uint8Array>): Promise<readonly NumberForm[]> {
  const codes = new Map<number, string>()
  const formats: number[] = []
  await walkXml(part, chunks, {
    open: (tag, path) => {
      const [within, name] = path.slice(-2)
      const id = Number(attributeOf(tag, 'numFmtId') ?? 0)
      if (within === 'numFmts' && name === 'numFmt') codes.set(id, attributeOf(tag, 'formatCode') ?? '')
      if (within === 'cellXfs' && name === 'xf') formats.push(id)
    },
  })
  const forms = new Map([...new Set(formats)].map((id) => [id, numberFormOf(id, codes.get(id))]))
  return formats.map((id) => forms.get(id) ?? 'plain')
}
