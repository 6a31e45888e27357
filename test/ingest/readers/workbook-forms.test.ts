import { describe, expect, it } from 'vitest'
import {
  book,
  gridsOf,
  packed,
  row,
  rowsOf,
  sharedStrings,
  styles,
  table,
  text,
  value,
  worksheet,
  type Parts,
} from './made-workbook.ts'
import { readUntrusted } from '../../../ingest/readers/workbook/read.ts'

const rows = [row([text('URN'), text('Meeting date')]), row([value(900_001), value(45_356, 's="1"')])]
const plain = book([['Audits', worksheet(rows)]], styles(0, 14))
const expected = [
  [1, 'URN', 'Meeting date'],
  [2, '900001', '2024-03-05'],
]

/** The parts with each text changed. */
const changed = (parts: Parts, change: (content: string, name: string) => string): Parts =>
  Object.fromEntries(Object.entries(parts).map(([name, content]) => [name, change(String(content), name)]))

const without = (parts: Parts, ...names: readonly string[]): Parts =>
  Object.fromEntries(Object.entries(parts).filter(([name]) => !names.includes(name)))

describe('a workbook of any writer', () => {
  it('may put a prefix before every name', async () => {
    const prefixed = changed(plain, (xml) =>
      xml
        .replaceAll(/<(\/?)([a-zA-Z])/g, '<$1x:$2')
        .replace(' xmlns=', ' xmlns:x=')
        .replaceAll('r:id', 'r:id'),
    )
    expect(String(prefixed['xl/workbook.xml'])).toContain('<x:workbook xmlns:x=')
    expect(await rowsOf(prefixed)).toEqual(expected)
  })

  it('may be of the strict edition of the standard', async () => {
    const strict = changed(plain, (xml) =>
      xml
        .replaceAll(
          'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
          'http://purl.oclc.org/ooxml/spreadsheetml/main',
        )
        .replaceAll(
          'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
          'http://purl.oclc.org/ooxml/officeDocument/relationships',
        ),
    )
    expect(await rowsOf(strict)).toEqual(expected)
  })

  it('may be in UTF-16', async () => {
    const utf16 = (xml: string): Uint8Array => new Uint8Array(Buffer.from(`\uFEFF${xml}`, 'utf16le'))
    const parts = Object.fromEntries(Object.entries(plain).map(([name, content]) => [name, utf16(String(content))]))
    expect(await rowsOf(parts)).toEqual(expected)
  })

  it('may lack all parts that it does not need', async () => {
    const bare = without(plain, 'xl/styles.xml', '_rels/.rels', '[Content_Types].xml')
    expect(await rowsOf(bare)).toEqual([expected[0], [2, '900001', '45356']])
  })

  it('may name its parts from the root, in other folders, and in other letters', async () => {
    const rels = changed(plain, (xml) => xml.replace('"worksheets/sheet1.xml"', '"/XL/../xl/./Worksheets\\Sheet1.xml"'))
    expect(await rowsOf(rels)).toEqual(expected)
    const moved = Object.fromEntries(
      Object.entries(plain).map(([name, content]) => [
        name.replace('xl/', 'book/'),
        String(content).replace('xl/workbook', 'book/workbook'),
      ]),
    )
    expect(await rowsOf({ ...moved, 'xl/theme.xml': '<x/>' })).toEqual(expected)
  })

  it('may be packed without compression', async () => {
    const { grids } = await readUntrusted(packed(plain, 0))
    expect(grids[0]?.rows).toHaveLength(2)
  })

  it('has its tabs in the order of the workbook, whatever their parts are called', async () => {
    const tabs = book([
      ['Zebra', table(['z'])],
      ['Ash & "Beech"', table(['a'])],
    ])
    const turned = changed(tabs, (xml) =>
      xml
        .replace('worksheets/sheet1.xml', 'worksheets/sheet9.xml')
        .replace('worksheets/sheet2.xml', 'worksheets/sheet1.xml')
        .replace('worksheets/sheet9.xml', 'worksheets/sheet2.xml'),
    )
    const { grids } = await gridsOf(turned)
    expect(grids.map(({ sheet, rows }) => [sheet, rows[0]?.cells])).toEqual([
      ['Zebra', ['a']],
      ['Ash & "Beech"', ['z']],
    ])
  })
})

describe('rows and cells', () => {
  const sheetOf = (...rows: readonly string[]): Parts => book([['Sheet1', worksheet(rows)]])

  it('that do not say where they are come next', async () => {
    const parts = sheetOf(row([text('a'), text('b')]), row([text('c', 'r="C5"'), text('d')], 'r="5"'), row([text('e')]))
    expect(await rowsOf(parts)).toEqual([
      [1, 'a', 'b'],
      [5, '', '', 'c', 'd'],
      [6, 'e'],
    ])
  })

  it('that say where no cell can be come next', async () => {
    const wrong = ['r="0A"', 'r="A0"', 'r="XFE1"', 'r="A1048577"', 'r=""', 'r="AAAA1"'].map((at) => text('x', at))
    expect(await rowsOf(sheetOf(row(wrong, 'r="zero"'), row([text('y')], 'r="1048577"')))).toEqual([
      [1, 'x', 'x', 'x', 'x', 'x', 'x'],
      [2, 'y'],
    ])
  })

  it('count for the row they are in, whatever row they say', async () => {
    expect(await rowsOf(sheetOf(row([text('a', 'r="A7"'), text('b', 'r="$C$9"')], 'r="2"')))).toEqual([
      [2, 'a', '', 'b'],
    ])
  })

  it('that are out of order are put in order, and a row in two pieces is one', async () => {
    const parts = sheetOf(row([text('c')], 'r="3"'), row([text('a')], 'r="1"'), row([text('d', 'r="B3"')], 'r="3"'))
    expect(await rowsOf(parts)).toEqual([
      [1, 'a'],
      [3, 'c', 'd'],
    ])
  })

  it('that are told twice and differ are a fault', async () => {
    const { grids } = await gridsOf(
      sheetOf(row([text('a', 'r="A1"'), text('a', 'r="A1"')]), row([text('b', 'r="A1"')], 'r="1"')),
    )
    expect(grids[0]?.faults).toEqual([
      { row: 1, place: 0, found: 'a" and "b', accepted: 'keep one of the two and save the workbook' },
    ])
  })

  it('of other vocabularies, and what stands in extensions, is not read', async () => {
    const other = '<y:c xmlns:y="urn:other" t="inlineStr"><is><t>other</t></is></y:c>'
    const after = '<extLst><ext><x14:row xmlns:x14="urn:x14"><c><v>9</v></c></x14:row></ext></extLst>'
    expect(await rowsOf(book([['Sheet1', worksheet([row([other, text('a')])], '', after)]]))).toEqual([[1, 'a']])
  })

  it('that have nothing but a style take no room', async () => {
    expect(
      await rowsOf(
        sheetOf(row([text('a'), '<c r="KN1" s="1"/>', '<c r="XFD1" s="1"/>']), row(['<c s="1"/>']), row([])),
      ),
    ).toEqual([[1, 'a']])
  })

  it('keep their spaces, line breaks and signs', async () => {
    const strings = sharedStrings('<t xml:space="preserve">  a \n b&#9;</t>')
    expect(await rowsOf(book([['Sheet1', worksheet([row([value(0, 't="s"')])])]], strings))).toEqual([
      [1, '  a \n b\t'],
    ])
  })
})
