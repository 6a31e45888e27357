import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseCsv } from '../../../ingest/readers/csv.ts'
import type { PackedRows } from '../../../ingest/readers/packed-rows.ts'
import { readPlainCsv } from '../../../ingest/readers/plain-csv.ts'
import { runs } from '../../runs.ts'

const longest = 4 << 20

const piece = fc.constantFrom(',', ';', '\t', '\n', '\r', '\r\n', '', 'a', 'Zoë', '\u{1F3B5}', '100001', 'x'.repeat(70))

const cellsOf = (rows: PackedRows | 'too wide' | null): unknown =>
  rows === null || rows === 'too wide' ? rows : [...rows].map(({ row, cells }) => [row, ...cells])

it('gives the very rows that the parser gives, of any text without quotation marks', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), fc.constantFrom(',', ';', '\t'), (pieces, delimiter) => {
      const body = Buffer.from(pieces.join(''))
      expect(cellsOf(readPlainCsv(body, delimiter, longest))).toEqual(cellsOf(parseCsv(body, delimiter)))
    }),
    { numRuns: runs(400) },
  )
})

it('tells as many texts apart as there are, though it looks them up by a few bits', () => {
  const texts = Array.from({ length: 30_000 }, (_, index) => `t${index * 7}`)
  const rows = readPlainCsv(Buffer.from(texts.join('\n')), ',', longest)
  expect(rows === null || rows === 'too wide' ? [] : Array.from(rows, ({ cells }) => cells[0])).toEqual(texts)
})

it('leaves to the parser what has a quotation mark or a row that is too long, and refuses rows that are too wide', () => {
  expect(readPlainCsv(Buffer.from('a,"b"\n'), ',', longest)).toBeNull()
  expect(readPlainCsv(Buffer.from('abcdef\nab'), ',', 4)).toBeNull()
  expect(readPlainCsv(Buffer.from('ab\nabcdef'), ',', 4)).toBeNull()
  expect(readPlainCsv(Buffer.from(','.repeat(16_384)), ',', longest)).toBe('too wide')
})
