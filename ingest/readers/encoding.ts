import { isUtf8 } from 'node:buffer'

/** The text of a file as UTF-8 without a mark, the encoding it was in, or why it cannot be read. */
export type Decoded =
  | { readonly utf8: Uint8Array; readonly encoding: 'utf-8' | 'utf-16' | 'unmarked utf-16' | 'windows-1252' }
  | { readonly unreadable: string }

const startsWith = (bytes: Uint8Array, ...first: readonly number[]): boolean =>
  first.every((byte, index) => bytes[index] === byte)

/** Text of mostly Latin letters in UTF-16 has a zero in every other byte: in the odd places if little-endian. */
function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes.length < 4 || bytes.length % 2 !== 0) return null
  const sample = bytes.subarray(0, 4096)
  const zeros = [0, 0]
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros.map((count) => count / (sample.length / 2))
  if (odd > 0.7 && even < 0.1) return 'utf-16le'
  return even > 0.7 && odd < 0.1 ? 'utf-16be' : null
}

/** A file is decoded in pieces, for its text as a whole would take several times its bytes. */
const piece = 1 << 20

/** Bytes of another encoding as UTF-8, without a mark. */
function recode(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be' | 'windows-1252'): Uint8Array {
  const decoder = new TextDecoder(encoding)
  const pieces = Array.from({ length: Math.ceil(bytes.length / piece) }, (_, index) =>
    Buffer.from(decoder.decode(bytes.subarray(index * piece, (index + 1) * piece), { stream: true })),
  )
  return Buffer.concat([...pieces, Buffer.from(decoder.decode())])
}

function decodeMarked(bytes: Uint8Array): Extract<Decoded, { encoding: string }> {
  if (startsWith(bytes, 0xff, 0xfe)) return { utf8: recode(bytes, 'utf-16le'), encoding: 'utf-16' }
  if (startsWith(bytes, 0xfe, 0xff)) return { utf8: recode(bytes, 'utf-16be'), encoding: 'utf-16' }
  const unmarked = unmarkedUtf16(bytes)
  if (unmarked !== null) return { utf8: recode(bytes, unmarked), encoding: 'unmarked utf-16' }
  if (isUtf8(bytes)) return { utf8: startsWith(bytes, 0xef, 0xbb, 0xbf) ? bytes.subarray(3) : bytes, encoding: 'utf-8' }
  return { utf8: recode(bytes, 'windows-1252'), encoding: 'windows-1252' }
}

/** Decodes UTF-8, UTF-16 (by its mark, or by its bytes) or else Windows-1252. Zero characters are never text. */
export function decode(bytes: Uint8Array): Decoded {
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return { unreadable: 'a workbook or zip file' }
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return { unreadable: 'a workbook of Excel 97 to 2003' }
  const decoded = decodeMarked(bytes)
  return decoded.utf8.includes(0) ? { unreadable: 'bytes that are not text' } : decoded
}
