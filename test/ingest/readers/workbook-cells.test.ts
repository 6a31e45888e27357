import { describe, expect, it } from 'vitest'
import { book, gridsOf, row, rowsOf, sharedStrings, styles, value, worksheet, type Parts } from './made-workbook.ts'

const one = (cells: readonly string[], more: Parts = {}, properties = ''): Parts =>
  book([['Sheet1', worksheet([row(cells)])]], more, properties)

/** The texts of the cells of one row. */
const texts = async (cells: readonly string[], more: Parts = {}, properties = '') =>
  (await rowsOf(one(cells, more, properties)))[0]?.slice(1)

describe('a text', () => {
  it('is told among the shared strings, its runs joined, without how it is pronounced', async () => {
    const strings = sharedStrings(
      '<t>Ash</t>',
      '<r><rPr><b/></rPr><t>Beech </t></r><r><t>High</t></r><rPh sb="0" eb="1"><t>biichi</t></rPh><phoneticPr fontId="1"/>',
      '<t/>',
      '<t>one_x000D_\ntwo _x005F_x000D_ &amp; _x12_</t>',
    )
    const cells = [0, 1, 2, 3].map((index) => value(index, 't="s"'))
    expect(await texts(cells, strings)).toEqual(['Ash', 'Beech High', '', 'one\r\ntwo _x000D_ & _x12_'])
  })

  it('is told in the cell itself, plain or in runs, or as the text of a formula', async () => {
    const inline =
      '<c t="inlineStr"><is><r><t>Cedar </t></r><r><t>Academy</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is></c>'
    expect(await texts([inline, '<c t="str"><v><![CDATA[A & B]]></v></c>'])).toEqual(['Cedar Academy', 'A & B'])
  })

  it('that the shared strings do not have is a fault of its cell', async () => {
    const { grids } = await gridsOf(one([value(7, 't="s"')], sharedStrings('<t>a</t>')))
    expect(grids[0]?.faults).toEqual([
      {
        row: 1,
        place: 0,
        found: 'a text that the workbook does not have (number 7)',
        accepted: 'type the text again and save the workbook',
      },
    ])
  })
})

describe('a number', () => {
  it.each([
    ['900001', '900001'],
    ['900001.0', '900001'],
    ['9.00001E5', '900001'],
    ['0.30000000000000004', '0.3'],
    ['12.299999999999999', '12.3'],
    ['1E-7', '0.0000001'],
    ['1E+21', '1000000000000000000000'],
    ['-0', '0'],
    ['12345678', '12345678'],
    ['0x10', '0x10'],
    ['two', 'two'],
    ['', ''],
  ])('written %s is typed %s', async (written, typed) => {
    expect(await texts([value('x', 't="str"'), value(written)])).toEqual(['x', ...(typed === '' ? [] : [typed])])
  })

  it.each([
    [9, '0.25', '25%'],
    ['0.0%', '0.123', '12.3%'],
    ['0.0%', '0.07', '7%'],
    ['000000', '123', '000123'],
    ['0000', '12.5', '12.5'],
    ['"URN "0', '900001', '900001'],
    ['#,##0.00', '1234.5', '1234.5'],
    ['General', '45356', '45356'],
    [49, '45356', '45356'],
    [999, '45356', '45356'],
  ])('in format %s that is %s is typed %s', async (format, written, typed) => {
    expect(await texts([value(written, 's="1"')], styles(0, format))).toEqual([typed])
  })

  it('without any style sheet is a number', async () => {
    expect(await texts([value(45_356, 's="3"')])).toEqual(['45356'])
  })
})

describe('a day', () => {
  it.each([
    14,
    15,
    16,
    17,
    22,
    30,
    57,
    'dd/mm/yyyy',
    '[$-809]d mmmm yyyy;@',
    'yyyy\\-mm\\-dd',
    'mmm-yy',
    '[Red]d/m;General',
  ])('is a number in format %s', async (format) => {
    expect(await texts([value(45_356, 's="1"')], styles(0, format))).toEqual(['2024-03-05'])
  })

  it.each([
    '0 "days"',
    '[Red]0',
    '"dd/mm/yyyy"',
    '0\\d',
    '[$£-809]#,##0',
    '0_d',
    '#,##0;[Red]-#,##0',
    '0*m',
    '[Magenta]0.0',
    '[>100]0;0',
  ])('is no number in format %s', async (format) => {
    expect(await texts([value(45_356, 's="1"')], styles(0, format))).toEqual(['45356'])
  })

  it.each([
    ['1', '1900-01-01'],
    ['59', '1900-02-28'],
    ['60', '60'],
    ['61', '1900-03-01'],
    ['2958465', '9999-12-31'],
    ['2958466', '2958466'],
    ['-1', '-1'],
    ['45473', '2024-06-30'],
    ['45356.99999999999', '2024-03-06'],
  ])('of the 1900 system, numbered %s, is %s', async (serial, day) => {
    expect(await texts([value(serial, 's="1"')], styles(0, 14))).toEqual([day])
  })

  it.each(['date1904="1"', 'date1904="true"'])(
    'of the 1904 system is four years and a day later (%s)',
    async (told) => {
      expect(await texts([value(43_894, 's="1"'), value(0, 's="1"')], styles(0, 14), told)).toEqual([
        '2024-03-05',
        '1904-01-01',
      ])
      expect(await texts([value(45_356, 's="1"')], styles(0, 14), 'date1904="0"')).toEqual(['2024-03-05'])
    },
  )

  it('may be told as ISO text', async () => {
    const cells = ['2024-03-05', '2024-03-05T00:00:00.000Z', '2024-03-05T09:30:00', 'spring'].map((iso) =>
      value(iso, 't="d"'),
    )
    expect(await texts(cells)).toEqual(['2024-03-05', '2024-03-05', '2024-03-05', 'spring'])
  })

  it('with a time of day is the day, and that is said', async () => {
    const { grids } = await gridsOf(
      one([value(45_356.4, 's="1"'), value(45_356, 's="1"'), value('2024-03-05T09:30:00', 't="d"')], styles(0, 22)),
    )
    expect(grids[0]?.rows).toEqual([{ row: 1, cells: ['2024-03-05', '2024-03-05', '2024-03-05'] }])
    expect(grids[0]?.remarks).toEqual([
      { row: 1, place: 0, text: 'a time of day was left out' },
      { row: 1, place: 2, text: 'a time of day was left out' },
    ])
  })
})

describe('a time', () => {
  it.each([
    ['h:mm', '0.5', '12:00'],
    ['h:mm AM/PM', '0.75', '18:00'],
    ['[h]:mm', '1.0625', '25:30'],
    [21, '0.500011574', '12:00:01'],
    ['mm:ss', '0.5', '12:00'],
  ])('in format %s that is %s is %s', async (format, written, typed) => {
    expect(await texts([value(written, 's="1"')], styles(0, format))).toEqual([typed])
  })
})

describe('yes and no', () => {
  it('are TRUE and FALSE', async () => {
    expect(await texts(['1', '0', 'true', 'false'].map((each) => value(each, 't="b"')))).toEqual([
      'TRUE',
      'FALSE',
      'TRUE',
      'FALSE',
    ])
  })
})

describe('a formula', () => {
  it('counts for the value it last had, and that is said', async () => {
    const { grids } = await gridsOf(
      one([
        '<c><f>A2+1</f><v>3</v></c>',
        '<c t="str"><f>"a"&amp;"b"</f><v>ab</v></c>',
        '<c t="str"><f>IF(1,"")</f><v></v></c>',
        '<c><f t="shared" si="0"/><v>4</v></c>',
      ]),
    )
    expect(grids[0]?.rows).toEqual([{ row: 1, cells: ['3', 'ab', '', '4'] }])
    expect(grids[0]?.remarks.map(({ place, text }) => [place, text])).toEqual(
      [0, 1, 3].map((place) => [place, 'the last value of a formula was read']),
    )
  })

  it('that was never worked out is a fault of its cell, and so is an error', async () => {
    const { grids } = await gridsOf(
      one([
        '<c><f>SUM(A2:A9)</f></c>',
        '<c><f t="shared" si="0"/></c>',
        '<c><f>A1</f><v></v></c>',
        '<c t="e"><f>NA()</f><v>#N/A</v></c>',
        value('#REF!', 't="e"'),
      ]),
    )
    expect(grids[0]?.faults.map(({ row, place, found }) => [row, place, found])).toEqual([
      [1, 0, '=SUM(A2:A9)'],
      [1, 1, 'a formula without its value'],
      [1, 2, '=A1'],
      [1, 3, '#N/A'],
      [1, 4, '#REF!'],
    ])
  })
})
