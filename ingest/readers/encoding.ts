/** The text of a file, the encoding it was in where that was not plain UTF-8, or why it cannot be read. */
export type Decoded =
  | { readonly text: string; readonly encoding: 'utf-8' | 'utf-16' | 'unmarked utf-16' | 'windows-1252' }
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

const utf8 = new TextDecoder('utf-8', { fatal: true })

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return utf8.decode(bytes)
  } catch {
    return null
  }
}

function decodeMarked(bytes: Uint8Array): Decoded {
  if (startsWith(bytes, 0xff, 0xfe)) return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16' }
  if (startsWith(bytes, 0xfe, 0xff)) return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16' }
  const unmarked = unmarkedUtf16(bytes)
  if (unmarked !== null) return { text: new TextDecoder(unmarked).decode(bytes), encoding: 'unmarked utf-16' }
  const text = decodeUtf8(bytes)
  if (text !== null) return { text, encoding: 'utf-8' }
  return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' }
}

/** Decodes UTF-8, UTF-16 (by its mark, or by its bytes) or else Windows-1252. Zero characters are never text. */
export function decode(bytes: Uint8Array): Decoded {
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return { unreadable: 'a workbook or zip file' }
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return { unreadable: 'a workbook of Excel 97 to 2003' }
  const decoded = decodeMarked(bytes)
  return 'text' in decoded && decoded.text.includes('\0') ? { unreadable: 'bytes that are not text' } : decoded
}
