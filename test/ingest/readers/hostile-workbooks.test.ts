import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { problemLine } from '../../../ingest/problem.ts'
import { readGrids } from '../../../ingest/readers/grids.ts'
import { readWorkbook } from '../../../ingest/readers/workbook/workbook.ts'
import { book, packed, row, sharedStrings, table, text, value, worksheet, type Parts } from './made-workbook.ts'

const small = book([['Audits', table(['URN'], ['100001'])]])

/** What is read, in a worker: the rows of each sheet, and the lines of its problems and the file's. */
async function answer(file: Parts | Uint8Array) {
  const { grids, problems } = await readGrids(file instanceof Uint8Array ? file : packed(file))
  const all = [...problems, ...grids.flatMap((grid) => grid.problems)]
  return {
    rows: grids.map(({ rows }) => rows.map(({ row, cells }) => [row, ...cells])),
    problems: all.map((problem) => problemLine('a.xlsx', problem)),
  }
}

const problemOf = async (file: Parts | Uint8Array): Promise<string> => (await answer(file)).problems.join('\n')

/** Bytes that do not pack, so that the rest may be packed as tightly as it will. */
const filling = (): Parts => ({ 'xl/media/image1.png': new Uint8Array(randomBytes(1_300_000)) })

/** The bytes of a file with those of each part in its list of parts, and before the part itself, changed. */
function tampered(parts: Parts, change: (header: DataView, isInList: boolean) => unknown): Uint8Array {
  const bytes = packed(parts)
  const view = new DataView(bytes.buffer)
  for (let at = 0; at < bytes.length - 4; at += 1) {
    const signature = view.getUint32(at, true)
    if (signature === 0x04034b50 || signature === 0x02014b50)
      change(new DataView(bytes.buffer, at), signature === 0x02014b50)
  }
  return bytes
}

/** A file with a name in its list of parts put for another of the same length. */
function renamed(parts: Parts, from: string, to: string): Uint8Array {
  const bytes = Buffer.from(packed(parts))
  for (let at = bytes.indexOf(from); at >= 0; at = bytes.indexOf(from, at + 1)) bytes.write(to, at)
  return new Uint8Array(bytes)
}

describe('a workbook made to do harm', () => {
  it('with all cells of a sheet merged is read as if they were not', async () => {
    const merges = '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/><mergeCell ref="A1:A1048576"/></mergeCells>'
    const parts = book([['S', worksheet([row([text('a')])], '<dimension ref="A1:XFD1048576"/>', merges)]])
    expect(await answer(parts)).toEqual({ rows: [[[1, 'a']]], problems: [] })
  })

  it('with a cell in the last corner is refused for it, and takes no room', async () => {
    const parts = book([['S', worksheet([row([text('a')]), row([text('z', 'r="XFD1048576"')], 'r="1048576"')])]])
    expect(await answer(parts)).toEqual({
      rows: [[[1, 'a']]],
      problems: [
        'a.xlsx, sheet "S", row 1048576: found "something in column XFD"; use the first 300 columns, up to KN.',
      ],
    })
  })

  it('with 40 MB of spaces between its cells is refused', async () => {
    const parts = { ...book([['S', worksheet([' '.repeat(40e6)])]]), ...filling() }
    expect(await problemOf(parts)).toMatch(
      /^a\.xlsx: found "a workbook too large or too complex to read safely \(more than a million characters at a stretch/,
    )
  })

  it('with 60 MB of spaces packed into next to nothing is refused before it is unpacked', async () => {
    expect(await problemOf(packed(book([['S', worksheet([' '.repeat(60e6)])]]), 1))).toMatch(
      /it unpacks to \d+ times its size\)"; copy the rows/,
    )
  })

  it('with parts that say they are more than 200 MB is refused before they are unpacked', async () => {
    const large = tampered(
      { ...small, ...filling() },
      (header, isInList) => isInList && header.setUint32(24, 40e6, true),
    )
    expect(await problemOf(large)).toMatch(/\(2\d\d MB once unpacked\)/)
  })

  it('with more rows than a worksheet has is refused', async () => {
    const parts = { ...book([['S', worksheet(['<row/>'.repeat(1_048_577)])]]), ...filling() }
    expect(await problemOf(parts)).toContain('more rows than a worksheet can have')
  })

  it('with 50,001 rows keeps 50,000 and is refused for the others', async () => {
    const { rows, problems } = await answer(
      book([['S', worksheet(Array.from({ length: 50_001 }, (_, index) => row([value(index)])))]]),
    )
    expect(rows[0]).toHaveLength(50_000)
    expect(problems).toEqual([
      'a.xlsx, sheet "S": found "more than 50,000 rows"; put at most 50,000 rows on a worksheet.',
    ])
  })

  it('with one long text said 100,000 times over is refused before it fills the memory', async () => {
    const rows = Array.from({ length: 1_000 }, () => row(Array.from({ length: 100 }, () => value(0, 't="s"'))))
    const parts = book([['S', worksheet(rows)]], { ...sharedStrings(`<t>${'x'.repeat(32_000)}</t>`), ...filling() })
    expect(await problemOf(parts)).toContain('more than 50,000,000 characters')
  })

  it('with a million attributes is refused', async () => {
    const attributes = Array.from({ length: 1e6 }, (_, index) => `a${index}="1"`).join(' ')
    expect(await problemOf(book([['S', worksheet([`<row ${attributes}/>`])]]))).toContain('characters at a stretch')
  })

  it('with elements a thousand deep is refused', async () => {
    expect(await problemOf(book([['S', worksheet([`${'<a>'.repeat(1000)}${'</a>'.repeat(1000)}`])]]))).toContain(
      'elements within elements',
    )
  })

  it.each([
    ['entities that grow', '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;&b;">]>'],
    ['an entity from elsewhere', '<!DOCTYPE a SYSTEM "file:///etc/passwd">'],
  ])('with %s is refused', async (_, doctype) => {
    for (const part of ['xl/workbook.xml', 'xl/worksheets/sheet1.xml', 'xl/_rels/workbook.xml.rels'])
      expect(await problemOf({ ...small, [part]: `${doctype}${String(small[part])}` })).toContain(
        `"a workbook whose part ${part} has a document type, which could hide anything"; open the workbook`,
      )
  })

  it('with 300 parts is refused', async () => {
    const more = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`xl/media/${index}.png`, 'x']))
    expect(await problemOf({ ...small, ...more })).toContain('305 parts, where 200 are the most')
  })

  it('with parts larger than they say is refused', async () => {
    const lying = tampered(small, (header, isInList) => header.setUint32(isInList ? 24 : 22, 10, true))
    expect(await problemOf(lying)).toMatch(/a workbook that cannot be unpacked: too many bytes in the stream/)
  })

  it('with parts that are not as they were packed is refused', async () => {
    const lying = tampered(small, (header, isInList) => header.setUint32(isInList ? 16 : 14, 1234, true))
    expect(await problemOf(lying)).toMatch(/a workbook that cannot be unpacked: the part \S+ is not as it was packed/)
  })

  it('with the name of a part twice, out of its folder, or from the root is refused', async () => {
    const parts = { ...small, 'xl/aa/1.xml': 'a', 'xl/aa/2.xml': 'b' }
    expect(await problemOf(renamed(parts, 'xl/aa/2.xml', 'XL/AA/1.xml'))).toContain(
      '"a workbook that has the part xl/aa/1.xml twice"',
    )
    expect(await problemOf(renamed(parts, 'xl/aa/2.xml', '../../2.xml'))).toContain(
      'cannot be unpacked: invalid relative path',
    )
    expect(await problemOf(renamed(parts, 'xl/aa/2.xml', '/etc/passwd'))).toContain('cannot be unpacked: absolute path')
  })

  it('with one worksheet listed as many is refused', async () => {
    const twice = book([
      ['A', table(['a'])],
      ['B', table(['b'])],
    ])
    const rels = String(twice['xl/_rels/workbook.xml.rels']).replace('sheet2.xml', 'sheet1.xml')
    expect(await problemOf({ ...twice, 'xl/_rels/workbook.xml.rels': rels })).toContain(
      '"a workbook two of whose sheets are one"',
    )
  })

  it('with two worksheets of one name is refused', async () => {
    const twice = book([
      ['Audits', table(['a'])],
      ['AUDITS', table(['b'])],
    ])
    expect(await problemOf(twice)).toContain('"a workbook two of whose sheets are one"')
  })

  it('with more faults than anybody could mend is refused', async () => {
    const rows = Array.from({ length: 10_001 }, () => row([value('#REF!', 't="e"')]))
    expect(await problemOf(book([['S', worksheet(rows)]]))).toContain('more than 10000 cells that cannot be read')
  })
})

describe('a workbook of a kind that is not read', () => {
  it.each([
    ['under a password, as spreadsheets write it', 'a workbook under a password', () => compound('EncryptedPackage')],
    ['of Excel 97 to 2003', 'a workbook of Excel 97 to 2003 (.xls)', () => compound('Workbook')],
    [
      'whose parts are under a password',
      'a workbook under a password',
      () => tampered(small, (header, isInList) => header.setUint16(isInList ? 8 : 6, 1, true)),
    ],
    ['with macros', 'a workbook with macros', () => packed({ ...small, 'xl/vbaProject.bin': 'x' })],
    [
      'with macros of the old sort',
      'a workbook with macros',
      () => packed({ ...small, 'xl/macrosheets/sheet1.xml': '<x/>' }),
    ],
    [
      'with links to other workbooks',
      'a workbook with links to other workbooks',
      () => packed({ ...small, 'xl/externalLinks/externalLink1.xml': '<x/>' }),
    ],
    ['in binary', 'a binary workbook (.xlsb)', () => packed({ 'xl/workbook.bin': 'x' })],
    [
      'of OpenDocument',
      'an OpenDocument spreadsheet (.ods)',
      () => packed({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' }),
    ],
    ['of Apple Numbers', 'a document of Apple Numbers', () => packed({ 'Index/Document.iwa': 'x' })],
    ['that is a zip file of something else', 'a zip file that is no workbook', () => packed({ 'audits.csv': 'URN' })],
    ['that is an empty zip file', 'a zip file that is no workbook', () => packed({})],
  ])('%s is refused with words that say how to save it', async (_, found, file) => {
    expect(await problemOf(file())).toMatch(
      new RegExp(`^a\\.xlsx: found "${found.replaceAll(/[().]/g, '\\$&')}"; .*(save|send|export).*\\.$`),
    )
  })
})

describe('a workbook that is damaged', () => {
  it('is refused wherever it is cut off', async () => {
    const whole = packed(small)
    for (const part of [0.01, 0.2, 0.5, 0.9, 0.99])
      expect(await problemOf(whole.slice(0, Math.ceil(whole.length * part)))).toContain(
        '"a workbook that cannot be unpacked: ',
      )
  })

  it.each([
    ['its list of sheets', 'xl/workbook.xml', 'a workbook without its list of sheets'],
    ['a worksheet', 'xl/worksheets/sheet1.xml', 'a workbook without its part xl/worksheets/sheet1.xml'],
    ['the places of its sheets', 'xl/_rels/workbook.xml.rels', 'a workbook whose sheet "Audits" is missing'],
  ])('is refused without %s', async (_, part, found) => {
    const { [part]: _left, ...rest } = small
    expect(await problemOf(rest)).toContain(`found "${found}"; open the workbook in a spreadsheet program`)
  })

  it.each([
    ['nothing', ''],
    ['words before it', 'foo <worksheet/>'],
    ['an element that is never closed', '<worksheet><sheetData>'],
    ['an entity that nobody defined', '<worksheet>&boo;</worksheet>'],
    ['a prefix that nobody defined', '<x:worksheet/>'],
  ])('is refused where a sheet is %s', async (_, xml) => {
    expect(await problemOf({ ...small, 'xl/worksheets/sheet1.xml': xml })).toContain(
      '"a workbook whose part xl/worksheets/sheet1.xml is not well-formed: ',
    )
  })

  it('is refused where a sheet is not text', async () => {
    const parts = { ...small, 'xl/worksheets/sheet1.xml': Uint8Array.from([0x3c, 0x61, 0xff, 0xc0]) }
    expect(await problemOf(parts)).toContain('"a workbook whose part xl/worksheets/sheet1.xml is not text"')
  })

  it('is refused where it has no sheets', async () => {
    expect(await problemOf(book([]))).toContain('"a workbook without sheets"')
  })
})

describe('the worker that reads a workbook', () => {
  it('is stopped when it takes too long', async () => {
    const { problems } = await readWorkbook(packed(small), { memoryMb: 256, milliseconds: 1 })
    expect(problems.map(({ found }) => found)).toEqual([
      'a workbook too large or too complex to read safely (it takes too long)',
    ])
  })

  it('is stopped when it takes too much memory', async () => {
    const strings = sharedStrings(`<t>x</t>${'</si><si><t>xyz</t>'.repeat(3e6)}`)
    const bomb = packed({ ...book([['S', table(['a'])]], strings), ...filling() })
    const { problems } = await readWorkbook(bomb, { memoryMb: 16, milliseconds: 100_000 })
    expect(problems.map(({ found }) => found)).toEqual([
      'a workbook too large or too complex to read safely (it takes too much memory)',
    ])
  })

  it('leaves the memory of the program as it was', async () => {
    const bombs = [
      { ...book([['S', worksheet([row([text(' '.repeat(900_000))])])]]) },
      { ...book([['S', worksheet(['<row/>'.repeat(1_100_000)])]]), ...filling() },
      book(
        [
          [
            'S',
            worksheet(Array.from({ length: 1_000 }, () => row(Array.from({ length: 100 }, () => value(0, 't="s"'))))),
          ],
        ],
        sharedStrings(`<t>${'x'.repeat(32_000)}</t>`),
      ),
    ].map((parts) => packed(parts))
    const before = process.memoryUsage().rss
    let most = before
    const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 20)
    for (const bomb of bombs) await readWorkbook(bomb)
    clearInterval(watch)
    expect(most - before).toBeLessThan(400 * 2 ** 20)
  })

  it('refuses a file of more than 20 MB without opening it', async () => {
    const { problems } = await readWorkbook(
      packed({ ...small, 'xl/media/a.png': new Uint8Array(randomBytes(21 * 2 ** 20)) }, 0),
    )
    expect(problems.map(({ found }) => found)).toEqual(['a workbook too large or too complex to read safely (21 MB)'])
  })
})

/** The bytes of the container of old and of encrypted workbooks, with the name of one of its streams. */
function compound(stream: string): Uint8Array {
  const magic = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
  return Uint8Array.from([...magic, ...new Uint8Array(512), ...Buffer.from(stream, 'utf16le')])
}
