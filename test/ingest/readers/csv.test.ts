import { describe, expect, it } from 'vitest'
import { readCsv } from '../../../ingest/readers/csv.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const utf16 = (text: string, mark: readonly number[]): Uint8Array =>
  Uint8Array.from([
    ...mark,
    ...text.split('').flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8]),
  ])
const swapped = (bytes: Uint8Array): Uint8Array => bytes.map((_, index) => bytes[index ^ 1] ?? 0)

const rows = (bytes: Uint8Array) => readCsv(bytes).rows.map(({ row, cells }) => [row, ...cells])
const notes = (bytes: Uint8Array) => readCsv(bytes).notes.map(({ row, text }) => [row, text])
const codes = (bytes: Uint8Array) => readCsv(bytes).problems.map(({ row, code }) => [row, code])

const text = 'School,Town\nCafé,Chùrch\n'
const expected = [
  [1, 'School', 'Town'],
  [2, 'Café', 'Chùrch'],
]

describe('the encoding of a file', () => {
  it('is UTF-8, with its mark or without', () => {
    expect(rows(utf8(text))).toEqual(expected)
    expect(rows(utf8(`\uFEFF${text}`))).toEqual(expected)
    expect(notes(utf8(text))).toEqual([])
  })

  it('is UTF-16 of either order when it is marked', () => {
    expect(rows(utf16(text, [0xff, 0xfe]))).toEqual(expected)
    expect(rows(swapped(utf16(text, [0xff, 0xfe])))).toEqual(expected)
    expect(notes(utf16(text, [0xff, 0xfe]))).toEqual([])
  })

  it('is UTF-16 without a mark when the bytes show it, and that is said', () => {
    expect(rows(utf16(text, []))).toEqual(expected)
    expect(rows(swapped(utf16(text, [])))).toEqual(expected)
    expect(notes(utf16(text, []))).toEqual([
      [null, 'The file was read as UTF-16, which its bytes show though it does not say so'],
    ])
  })

  it('is Windows-1252 when it is not UTF-8, and that is said', () => {
    const bytes = Uint8Array.from([0x53, 0x74, 0x20, 0x4d, 0x61, 0x72, 0x79, 0x92, 0x73, 0x2c, 0x80, 0x0a])
    expect(rows(bytes)).toEqual([[1, 'St Mary’s', '€']])
    expect(notes(bytes)).toEqual([[null, 'The file was read as Windows-1252; check names with accents']])
  })

  it('leaves damaged characters standing with a note on their row', () => {
    expect(notes(utf8('School\nCaf\uFFFD\nAsh\nEl\u0085m'))).toEqual([
      [2, 'a character looks damaged; check names with accents'],
      [4, 'a character looks damaged; check names with accents'],
    ])
  })

  it('is refused where the bytes are no text, or are a workbook', () => {
    expect(codes(Uint8Array.from([65, 0, 66, 44, 7, 9, 0]))).toEqual([[null, 'unreadable-file']])
    expect(codes(Uint8Array.from([0x50, 0x4b, 3, 4, 1, 2, 3]))).toEqual([[null, 'unreadable-file']])
    expect(codes(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]))).toEqual([[null, 'unreadable-file']])
  })
})

describe('the cells of a file', () => {
  it('are parted by comma, semicolon or tab, whichever the first line uses most outside quotes', () => {
    for (const delimiter of [',', ';', '\t'])
      expect(rows(utf8(`"a,b;c\td"${delimiter}e\n1${delimiter}2`))).toEqual([
        [1, 'a,b;c\td', 'e'],
        [2, '1', '2'],
      ])
  })

  it('are parted as a first line sep= says, which spreadsheets do not count as a row', () => {
    expect(rows(utf8('sep=;\r\na;b,c\r\n1;2,3'))).toEqual([
      [1, 'a', 'b,c'],
      [2, '1', '2,3'],
    ])
  })

  it('keep a quoted line break, which does not count as a row', () => {
    expect(rows(utf8('a,b\r\n"one\r\ntwo",x\r\n\r\ny,"say ""so"""\r\n'))).toEqual([
      [1, 'a', 'b'],
      [2, 'one\r\ntwo', 'x'],
      [3, ''],
      [4, 'y', 'say "so"'],
    ])
  })

  it('are read whatever ends the lines, also when endings are mixed', () => {
    expect(rows(utf8('a\rb\rc'))).toEqual([
      [1, 'a'],
      [2, 'b'],
      [3, 'c'],
    ])
    expect(rows(utf8('a\r\nb\nc\rd'))).toEqual([
      [1, 'a'],
      [2, 'b'],
      [3, 'c'],
      [4, 'd'],
    ])
  })

  it('are no cells where a quotation mark is never closed, and the row is named', () => {
    expect(codes(utf8('a,b\n1,2\n3,"4\n5,6'))).toEqual([[3, 'unclosed-quote']])
  })
})
