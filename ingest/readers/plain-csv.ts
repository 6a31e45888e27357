import { packNumbers, type PackedRows } from './packed-rows.ts'
import { widest } from './row-width.ts'
import { textNumbers } from './text-numbers.ts'

const [lineFeed, carriageReturn, quotationMark] = [10, 13, 34]

/**
 * The rows of a CSV text without quotation marks, which is cut wherever a separator or line break stands; null where
 * it has quotation marks or a row of more bytes than `longestRow`, and so needs a parser. Both give the same rows, but
 * a million of six cells take a second here, and several in the parser.
 */
export function readPlainCsv(utf8: Uint8Array, delimiter: string, longestRow: number): PackedRows | 'too wide' | null {
  if (utf8.includes(quotationMark)) return null
  const separator = delimiter.charCodeAt(0)
  const { texts, numberOf } = textNumbers(utf8)
  const { add, endRow, packed } = packNumbers()
  let [from, row, hash, width] = [0, 0, 0, 0]
  for (let at = 0; at < utf8.length; at++) {
    const sign = utf8[at]!
    if (sign !== separator && sign !== lineFeed && sign !== carriageReturn) {
      hash = (Math.imul(hash, 31) + sign) & 0x3fff_ffff
      continue
    }
    add(numberOf(from, at, hash))
    hash = 0
    from = at + 1
    if (sign === separator) {
      if (++width >= widest) return 'too wide'
      continue
    }
    width = 0
    endRow()
    if (at - row > longestRow) return null
    if (sign === carriageReturn && utf8[at + 1] === lineFeed) at += 1
    from = row = at + 1
  }
  if (utf8.length - row > longestRow) return null
  if (row < utf8.length) {
    add(numberOf(from, utf8.length, hash))
    endRow()
  }
  return packed(texts)
}
