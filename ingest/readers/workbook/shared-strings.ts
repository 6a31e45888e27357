import { isStringText, unescaped } from './cell-text.ts'
import { walkXml } from './xml.ts'

/** The strings that cells name by number, the runs of rich text joined. */
export async function readSharedStrings(part: string, chunks: AsyncIterable<Uint8Array>): Promise<readonly string[]> {
  const strings: string[] = []
  let text = ''
  await walkXml(part, chunks, {
    open: (_, path) => {
      if (path.at(-1) === 'si') text = ''
    },
    text: (words, path) => {
      if (isStringText(path)) text += words
    },
    close: (path) => {
      if (path.at(-1) === 'si') strings.push(unescaped(text))
    },
  })
  return strings
}
