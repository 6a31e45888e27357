import { TextDecoder } from 'node:util'
import { SaxesParser, type SaxesTagNS } from 'saxes'
import { limits } from './limits.ts'
import { damaged, tooLarge } from './refusal.ts'

export type Tag = SaxesTagNS

/** The names of the elements from the root to where the reader is; the blank name is of another vocabulary. */
export type Path = readonly string[]

/** What is done with the elements and texts of a part as they come. */
export interface Visitor {
  readonly open?: (tag: Tag, path: Path) => void
  readonly text?: (text: string, path: Path) => void
  readonly close?: (path: Path) => void
}

/** The vocabularies of a workbook in both editions of the standard; some writers name none. */
const spoken: ReadonlySet<string> = new Set([
  '',
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  'http://purl.oclc.org/ooxml/spreadsheetml/main',
  'http://schemas.openxmlformats.org/package/2006/relationships',
])

const relating: ReadonlySet<string> = new Set([
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'http://purl.oclc.org/ooxml/officeDocument/relationships',
])

export const attributeOf = ({ attributes }: Tag, name: string): string | null => attributes[name]?.value ?? null

export const isTrue = (tag: Tag, name: string): boolean => /^(1|true|on)$/.test(attributeOf(tag, name) ?? '')

/** The id by which an element names another part, under whatever prefix. */
export const relationOf = ({ attributes }: Tag): string | null =>
  Object.values(attributes).find(({ local, uri }) => local === 'id' && relating.has(uri))?.value ?? null

/** The text decoder for a part: UTF-8 unless its mark says UTF-16. */
function decoderOf(first: Uint8Array): TextDecoder {
  const [a, b] = first
  const isUtf16 = (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)
  const encoding = a === 0xfe ? 'utf-16be' : 'utf-16le'
  return new TextDecoder(isUtf16 ? encoding : 'utf-8', { fatal: true })
}

async function* decoded(chunks: AsyncIterable<Uint8Array>, part: string): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null
  try {
    for await (const chunk of chunks) {
      decoder ??= decoderOf(chunk)
      yield decoder.decode(chunk, { stream: true })
    }
    yield decoder?.decode() ?? ''
  } catch (error) {
    if (error instanceof TypeError) throw damaged(`a workbook whose part ${part} is not text`, error)
    throw error
  }
}

/** Walks the elements of a part. A document type, which could define entities, is refused. */
export async function walkXml(part: string, chunks: AsyncIterable<Uint8Array>, visitor: Visitor): Promise<void> {
  const { open, text, close } = visitor
  const parser = new SaxesParser({ xmlns: true, position: false })
  const path: string[] = []
  let stretch = 0
  const say = (words: string): void => text?.(words, path)
  parser.on('error', (error) => {
    throw damaged(`a workbook whose part ${part} is not well-formed: ${error.message}`, error)
  })
  parser.on('doctype', () => {
    throw damaged(`a workbook whose part ${part} has a document type, which could hide anything`)
  })
  parser.on('opentag', (tag) => {
    if (path.length >= limits.depth) throw tooLarge(`elements within elements in ${part}`)
    stretch = 0
    path.push(spoken.has(tag.uri) ? tag.local : '')
    open?.(tag, path)
  })
  parser.on('closetag', () => {
    stretch = 0
    close?.(path)
    path.pop()
  })
  if (text !== undefined) {
    parser.on('text', say)
    parser.on('cdata', say)
  }
  for await (const words of decoded(chunks, part)) {
    parser.write(words)
    stretch += words.length
    if (stretch > limits.stretch) throw tooLarge(`more than a million characters at a stretch in ${part}`)
  }
  parser.close()
}
