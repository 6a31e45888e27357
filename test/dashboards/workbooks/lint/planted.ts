import type { Profile } from '../../../../dashboards/workbooks/profile.ts'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** Parts of a package by their names, text all of them. */
export type Parts = Map<string, string>

/** A fault to plant: the rule that must find it, what it is, and how it is made in the parts of a sound workbook. */
export interface Planted {
  readonly id: string
  readonly what: string
  readonly plant: (parts: Parts) => void
  readonly in?: Profile
  readonly fileName?: string
  readonly unsaid?: readonly string[]
}

/** The parts of a package. */
export const partsOf = (bytes: Uint8Array): Parts =>
  new Map(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]))

/** A package of parts in their order, each told to be of the same moment unless named. */
export const packed = (parts: Parts, late: readonly string[] = []): Uint8Array =>
  zipSync(
    Object.fromEntries(
      [...parts].map(([name, part]) => [
        name,
        [strToU8(part), { mtime: new Date(late.includes(name) ? 2020 : 1980, 0, 1) }],
      ]),
    ),
    { level: 1 },
  )

/** Changes the first match in a part, which must be there. */
export const change =
  (name: string | RegExp, pattern: string | RegExp, replacement: string) =>
  (parts: Parts): void => {
    const found = [...parts.keys()].find((key) => (typeof name === 'string' ? key === name : name.test(key)))
    const part = parts.get(found ?? '') ?? ''
    const changed = part.replace(pattern, replacement)
    if (found === undefined || changed === part) throw new Error(`nothing to change: ${name} ${pattern}`)
    parts.set(found, changed)
  }

const core = 'docProps/core.xml'
const styles = 'xl/styles.xml'
const book = 'xl/workbook.xml'
/** The worksheet of strand profiles, its table, and its chart's worksheet in the working profile. */
const [sheet, table] = ['xl/worksheets/sheet5.xml', 'xl/tables/table4.xml']
const chart = 'xl/charts/chart1.xml'
const drawing = 'xl/drawings/drawing1.xml'
const add = (name: string) => (parts: Parts) => void parts.set(name, '<a/>')
const inCell = (words: string) =>
  change(sheet, /(<c r="B\d+" s="\d+")><v>\d+<\/v>/, `$1 t="inlineStr"><is><t>${words}</t></is>`)
const inName = (words: string) => change(sheet, /<is><t>Curriculum music<\/t>/, `<is><t>${words}</t>`)
/** Gives the style of the table's words, or whatever cell is matched, something else. */
const restyle =
  (xf: string, font = '') =>
  (parts: Parts) => {
    const xml = parts.get(styles) ?? ''
    const xfs = Number(/<cellXfs count="(\d+)"/.exec(xml)?.[1])
    const fonts = Number(/<fonts count="(\d+)"/.exec(xml)?.[1])
    const withFont =
      font === ''
        ? xml
        : xml
            .replace(/<fonts count="\d+"/, `<fonts count="${fonts + 1}"`)
            .replace('</fonts>', `<font>${font}</font></fonts>`)
    const id = font === '' ? /<cellXfs.*?fontId="(\d+)"/s.exec(xml)?.[1] : fonts
    parts.set(
      styles,
      withFont
        .replace(/<cellXfs count="\d+"/, `<cellXfs count="${xfs + 1}"`)
        .replace('</cellXfs>', `<xf numFmtId="49" fontId="${id}" xfId="0" applyFont="1" ${xf}</cellXfs>`),
    )
    change(sheet, /(<c r="A\d+") s="\d+"( t="inlineStr"><is><t>Curriculum)/, `$1 s="${xfs}"$2`)(parts)
  }
const plainXf = 'fillId="0" borderId="0"><alignment wrapText="1"/></xf>'
const arial = '<sz val="12"/><name val="Arial"/>'
const fill = (parts: Parts, colour: string): number => {
  const xml = parts.get(styles) ?? ''
  const fills = Number(/<fills count="(\d+)"/.exec(xml)?.[1])
  parts.set(
    styles,
    xml
      .replace(/<fills count="\d+"/, `<fills count="${fills + 1}"`)
      .replace(
        '</fills>',
        `<fill><patternFill patternType="solid"><fgColor rgb="FF${colour}"/></patternFill></fill></fills>`,
      ),
  )
  return fills
}
const text = (name: string, words: string) => change(name, new RegExp(`<dc:${words}>[^<]*<`), `<dc:${words}><`)
const link = (from: string | RegExp, to: string) => change('xl/worksheets/sheet2.xml', from, to)

/** Each with the one thing that is wrong with it. */
export const planted: readonly Planted[] = [
  { id: 'P01', what: 'no title', plant: text(core, 'title') },
  {
    id: 'P01',
    what: 'a title that is a name of a file',
    plant: change(core, /<dc:title>[^<]*/, '<dc:title>county_report-final'),
  },
  { id: 'P02', what: 'no language', plant: text(core, 'language') },
  { id: 'P02', what: 'a language in words', plant: change(core, '>en-GB<', '>English<') },
  { id: 'P03', what: 'a program as author', plant: change(core, /<dc:creator>[^<]*/, '<dc:creator>ExcelJS') },
  {
    id: 'P04',
    what: 'a person who saved it',
    plant: change(core, /<cp:lastModifiedBy>[^<]*/, '<cp:lastModifiedBy>A Person'),
  },
  { id: 'P05', what: 'no keywords', plant: change(core, /<cp:keywords>[^<]*/, '<cp:keywords>') },
  { id: 'P06', what: 'a macro', plant: add('xl/vbaProject.bin') },
  { id: 'P06', what: 'settings of a printer', plant: add('xl/printerSettings/printerSettings1.bin') },
  { id: 'P06', what: 'another workbook behind it', plant: add('xl/externalLinks/externalLink1.xml') },
  { id: 'P07', what: 'the copy that a pivot table keeps', plant: add('xl/pivotCache/pivotCacheRecords1.xml') },
  {
    id: 'P08',
    what: 'a worksheet that is not there any more',
    plant: change('docProps/app.xml', '<vt:lpstr>Coverage<', '<vt:lpstr>Drafts<'),
  },
  { id: 'P09', what: 'the moment it was saved', plant: change(core, 'T00:00:00Z', 'T14:03:11Z') },
  { id: 'P10', what: 'a part that nothing refers to', plant: add('xl/leftover.xml') },
  {
    id: 'P10',
    what: 'another part first',
    plant: (parts) => {
      const types = parts.get('[Content_Types].xml') ?? ''
      parts.delete('[Content_Types].xml')
      parts.set('[Content_Types].xml', types)
    },
  },
  { id: 'P11', what: 'capitals and a space in its name', plant: () => {}, fileName: 'County Report.xlsx' },
  { id: 'P11', what: 'too long a name', plant: () => {}, fileName: `${'long-'.repeat(12)}name.xlsx` },
  { id: 'S01', what: 'a blank worksheet', plant: change(sheet, /<sheetData>.*<\/sheetData>/s, '<sheetData/>') },
  { id: 'S02', what: 'a space in a tab', plant: change(book, 'name="Strand_profile"', 'name="Strand profile"') },
  {
    id: 'S02',
    what: 'two tabs alike but for capitals',
    plant: change(book, 'name="Strand_profile"', 'name="coverage"'),
  },
  {
    id: 'S03',
    what: 'a hidden worksheet',
    plant: change(book, /(name="Coverage"[^>]*)state="visible"/, '$1state="hidden"'),
  },
  {
    id: 'S03',
    what: 'a very hidden worksheet',
    plant: change(book, /(name="Coverage"[^>]*)state="visible"/, '$1state="veryHidden"'),
  },
  { id: 'S04', what: 'another worksheet open', plant: change(book, 'activeTab="0"', 'activeTab="2"') },
  {
    id: 'S04',
    what: 'the cursor elsewhere',
    plant: change(sheet, /<sheetView ([^>]*)\/>/, '<sheetView $1><selection activeCell="D9" sqref="D9"/></sheetView>'),
  },
  { id: 'S05', what: 'a zoom', plant: change(sheet, '<sheetView ', '<sheetView zoomScale="85" ') },
  {
    id: 'S06',
    what: 'notes before contents',
    plant: (parts) => {
      const [contents = '', notes = ''] = [
        ...(parts.get(book) ?? '').matchAll(/<sheet [^>]*name="(?:Contents|Notes)"[^>]*\/>/g),
      ].map(([tag]) => tag)
      change(book, contents + notes, notes + contents)(parts)
    },
  },
  {
    id: 'S07',
    what: 'a worksheet that contents do not list',
    plant: link(/<hyperlink ref="\w+" location="Coverage!A1"\/>/, ''),
  },
  { id: 'S08', what: 'protection', plant: change(sheet, '</sheetData>', '</sheetData><sheetProtection sheet="1"/>') },
  { id: 'S09', what: 'a coloured tab', plant: change(sheet, '<sheetPr>', '<sheetPr><tabColor rgb="FFFF0000"/>') },
  { id: 'L01', what: 'no heading style', plant: change(sheet, /<c r="A1" s="\d+"/, '<c r="A1" s="0"') },
  {
    id: 'L02',
    what: 'another number of tables',
    plant: change(
      'xl/sharedStrings.xml',
      /This worksheet contains one table\./g,
      'This worksheet contains two tables.',
    ),
  },
  {
    id: 'L03',
    what: 'a word beside the lines',
    plant: change(sheet, /(<c r="A2".*?<\/c>)/, '$1<c r="B2" t="inlineStr"><is><t>Draft</t></is></c>'),
  },
  { id: 'L04', what: 'a table that begins in column B', plant: change(table, /ref="A(\d+):/, 'ref="B$1:') },
  {
    id: 'L05',
    what: 'words below the table',
    plant: change(
      sheet,
      '</sheetData>',
      '<row r="200"><c r="A200" t="inlineStr"><is><t>Source: us</t></is></c></row></sheetData>',
    ),
  },
  {
    id: 'L06',
    what: 'merged cells',
    plant: change(sheet, '</sheetData>', '</sheetData><mergeCells count="1"><mergeCell ref="A2:B2"/></mergeCells>'),
  },
  { id: 'L07', what: 'a blank row', plant: change(sheet, /<row r="3".*?<\/row>/s, '') },
  { id: 'L08', what: 'a hidden row', plant: change(sheet, '<row r="3"', '<row r="3" hidden="1"') },
  { id: 'L08', what: 'a hidden column', plant: change(sheet, '<col ', '<col hidden="1" ') },
  { id: 'L08', what: 'a grouped row', plant: change(sheet, '<row r="3"', '<row r="3" outlineLevel="1"') },
  {
    id: 'L09',
    what: 'a frozen pane',
    plant: change(
      sheet,
      /<sheetView ([^>]*)\/>/,
      '<sheetView $1><pane ySplit="5" topLeftCell="A6" state="frozen"/></sheetView>',
    ),
  },
  { id: 'L09', what: 'a filter', plant: change(table, /<tableColumns/, '<autoFilter ref="A9:M13"/><tableColumns') },
  {
    id: 'L09',
    what: 'a filter that is not told',
    in: 'working',
    plant: change('xl/sharedStrings.xml', 'Filters are turned on.', 'Have fun.'),
  },
  { id: 'L10', what: 'a fill', plant: (parts) => restyle(`fillId="${fill(parts, 'FFF3CD')}" borderId="0"/>`)(parts) },
  {
    id: 'L11',
    what: 'pale grey words',
    plant: restyle(plainXf, `<sz val="12"/><color rgb="FFBBBBBB"/><name val="Arial"/>`),
  },
  {
    id: 'L12',
    what: 'a border',
    plant: (parts) => {
      change(
        styles,
        '</borders>',
        '<border><left style="thin"/><right/><top/><bottom/><diagonal/></border></borders>',
      )(parts)
      const borders = (/<borders.*<\/borders>/s.exec(parts.get(styles) ?? '')?.[0].match(/<border>/g)?.length ?? 1) - 1
      restyle(`fillId="0" borderId="${borders}"/>`)(parts)
    },
  },
  {
    id: 'L13',
    what: 'words on their side',
    plant: restyle('fillId="0" borderId="0"><alignment textRotation="90"/></xf>'),
  },
  { id: 'L14', what: 'an indent', plant: restyle('fillId="0" borderId="0"><alignment indent="2"/></xf>') },
  { id: 'L15', what: 'italics', plant: restyle(plainXf, `<i/>${arial}`) },
  { id: 'L15', what: 'superscript', plant: restyle(plainXf, `<vertAlign val="superscript"/>${arial}`) },
  { id: 'L15', what: 'underlined words that are no link', plant: restyle(plainXf, `<u/>${arial}`) },
  { id: 'L16', what: 'small letters', plant: restyle(plainXf, '<sz val="9"/><name val="Arial"/>') },
  { id: 'L16', what: 'letters with serifs', plant: restyle(plainXf, '<sz val="12"/><name val="Times New Roman"/>') },
  { id: 'L16', what: 'a small normal font', plant: change(styles, '<font><sz val="12"/>', '<font><sz val="11"/>') },
  {
    id: 'L17',
    what: 'words in the header of pages',
    plant: change(
      sheet,
      '<tableParts',
      '<headerFooter><oddHeader>&amp;CConfidential draft of the hub</oddHeader></headerFooter><tableParts',
    ),
  },
  {
    id: 'L18',
    what: 'comments',
    plant: change(
      'xl/worksheets/_rels/sheet5.xml.rels',
      '</Relationships>',
      '<Relationship Id="rId9" Type="x" Target="../comments1.xml"/></Relationships>',
    ),
  },
  {
    id: 'L19',
    what: 'conditional formatting',
    plant: change(sheet, '</sheetData>', '</sheetData><conditionalFormatting sqref="B9:B12"/>'),
  },
  {
    id: 'L20',
    what: 'a column too narrow for its words',
    plant: change(sheet, /<col ([^>]*)width="[\d.]+"/, '<col $1width="6"'),
  },
  { id: 'L21', what: 'a space at the end', plant: inName('Curriculum music ') },
  { id: 'L21', what: 'two spaces', plant: inName('Curriculum  music') },
  { id: 'L21', what: 'a character that cannot be seen', plant: inName('Curriculum_x0007_ music') },
  {
    id: 'T01',
    what: 'cells that are no table',
    plant: change('xl/worksheets/_rels/sheet5.xml.rels', /<Relationship [^>]*table4[^>]*\/>/, ''),
  },
  {
    id: 'T02',
    what: 'a table that is named like a cell',
    plant: change(table, 'displayName="Strand_profile"', 'displayName="AB12"'),
  },
  {
    id: 'T02',
    what: 'two tables of one name',
    plant: change(table, 'displayName="Strand_profile"', 'displayName="Coverage"'),
  },
  {
    id: 'T02',
    what: 'a table that is only numbered',
    plant: change(table, 'displayName="Strand_profile"', 'displayName="Table7"'),
  },
  {
    id: 'T03',
    what: 'a table without header',
    plant: change(table, 'headerRowCount="1"', 'headerRowCount="0"'),
  },
  { id: 'T04', what: 'a column of another name', plant: change(table, 'name="Strand"', 'name="Strands"') },
  {
    id: 'T05',
    what: 'two columns of one name',
    plant: change('xl/sharedStrings.xml', 'Enhancing (schools)', 'Focusing (schools)'),
  },
  {
    id: 'T06',
    what: 'stripes',
    plant: change(table, '</table>', '<tableStyleInfo name="TableStyleMedium2" showRowStripes="1"/></table>'),
  },
  { id: 'T07', what: 'tables one over the other', plant: (parts) => twoTables(parts, (ref) => ref) },
  { id: 'T08', what: 'two tables', plant: (parts) => twoTables(parts, () => 'A40:B42') },
  {
    id: 'T09',
    what: 'numbers of nobody knows what',
    plant: change('xl/sharedStrings.xml', 'Enhancing (schools)', 'Enhancing'),
  },
  {
    id: 'T10',
    what: 'the same column spelt otherwise',
    plant: (parts) => {
      change('xl/tables/table5.xml', 'name="Strand"', 'name="STRAND"')(parts)
    },
  },
  { id: 'T11', what: 'a total in the middle', plant: change(sheet, '<is><t>Co-curricular</t>', '<is><t>Total</t>') },
  { id: 'V01', what: 'a number as text', plant: inCell('12') },
  { id: 'V01', what: 'no number', plant: change(sheet, /(<c r="B\d+" s="\d+"><v>)\d+<\/v>/, '$1NaN</v>') },
  { id: 'V02', what: 'not applicable in letters', plant: inCell('n/a') },
  { id: 'V02', what: 'two dots', plant: inCell('..') },
  { id: 'V02', what: 'a mark that nobody knows', plant: inCell('[q]') },
  { id: 'V03', what: 'a mark that is not explained', plant: inCell('[u]') },
  { id: 'V04', what: 'a blank cell', plant: change(sheet, /(<c r="B\d+" s="\d+")><v>\d+<\/v><\/c>/, '$1/>') },
  { id: 'V05', what: 'a sign by itself', plant: inName('*') },
  { id: 'V06', what: 'a number without a form', plant: change(sheet, /(<c r="B\d+") s="\d+"(><v>)/, '$1 s="0"$2') },
  { id: 'V07', what: 'a formula', plant: change(sheet, /(<c r="B\d+" s="\d+">)<v>/, '$1<f>1+1</f><v>') },
  {
    id: 'V07',
    what: 'a formula without its result',
    in: 'working',
    plant: change(sheet, /(<f>SUM[^<]*<\/f>)<v>\d+<\/v>/, '$1'),
  },
  {
    id: 'V08',
    what: 'decimals behind what is shown',
    plant: change(sheet, /(<c r="B\d+" s="\d+"><v>)\d+<\/v>/, '$13.1415</v>'),
  },
  { id: 'V09', what: 'a day in figures', plant: inName('01/02/26') },
  {
    id: 'V10',
    what: 'a day with a time',
    plant: (parts) =>
      change(
        [...parts].find(([name, part]) => name.includes('worksheets/sheet') && part.includes('<t>Ashby'))?.[0] ?? '',
        /(<c r="F\d+" s="\d+"><v>\d+)<\/v>/,
        '$1.958</v>',
      )(parts),
  },
  {
    id: 'N01',
    what: 'a note that is not there',
    plant: change('xl/sharedStrings.xml', '[note 1]</t>', '[note 99]</t>'),
  },
  { id: 'N01', what: 'two notes in one', plant: inName('Curriculum music [note 1,2]') },
  {
    id: 'N02',
    what: 'no word of where notes are',
    plant: change('xl/sharedStrings.xml', ' Some cells refer to notes, which can be found on the Notes worksheet.', ''),
  },
  { id: 'N03', what: 'a note beside a figure', plant: inCell('12 [note 1]') },
  {
    id: 'K01',
    what: 'a link that says click here',
    plant: change('xl/worksheets/sheet2.xml', '<t>Coverage</t>', '<t>Click here</t>'),
  },
  {
    id: 'K01',
    what: 'a bare address',
    plant: change('xl/worksheets/sheet2.xml', '<t>Coverage</t>', '<t>https://example.org</t>'),
  },
  { id: 'K02', what: 'a link past the title', plant: link('location="Coverage!A1"', 'location="Coverage!A9"') },
  { id: 'K02', what: 'a link to nowhere', plant: link('location="Coverage!A1"', 'location="Gone!A1"') },
  {
    id: 'K03',
    what: 'one place by two names',
    plant: link('location="Cover!A1"', 'location="Coverage!A1"'),
  },
  {
    id: 'K04',
    what: 'a link to a file',
    plant: (parts) => {
      link(/<hyperlink (ref="\w+") location="Coverage!A1"\/>/, '<hyperlink $1 r:id="rId9"/>')(parts)
      change(
        'xl/worksheets/_rels/sheet2.xml.rels',
        '</Relationships>',
        '<Relationship Id="rId9" Type="x" Target="file:///C:/a.xlsx" TargetMode="External"/></Relationships>',
      )(parts)
    },
  },
  {
    id: 'K05',
    what: 'a link that looks like words',
    plant: change('xl/worksheets/sheet2.xml', /(<c r="A\d+") s="\d+"( t="inlineStr"><is><t>Coverage)/, '$1 s="0"$2'),
  },
  {
    id: 'O01',
    what: 'a chart that is not described',
    in: 'working',
    plant: change(drawing, /descr="[^"]*"/, 'descr=""'),
  },
  {
    id: 'O01',
    what: 'a chart called Chart 1',
    in: 'working',
    plant: change(drawing, /name="Chart of [^"]*"/, 'name="Chart 1"'),
  },
  { id: 'O03', what: 'a chart without title', in: 'working', plant: change(chart, /<c:title>.*?<\/c:title>/s, '') },
  { id: 'O03', what: 'small letters in a chart', in: 'working', plant: change(chart, 'sz="1200"', 'sz="900"') },
  {
    id: 'O03',
    what: 'a chart of another place',
    in: 'working',
    plant: change(chart, /Strand_profile!\$B\$\d+:\$B\$\d+/, 'Strand_profile!$$Z$$90:$$Z$$93'),
  },
  {
    id: 'O03',
    what: 'a chart of other figures',
    in: 'working',
    plant: change(chart, /(<c:numCache>.*?<c:v>)\d+/s, '$1987'),
  },
  { id: 'D01', what: 'a hidden name', plant: change(book, '<definedName ', '<definedName hidden="1" ') },
  {
    id: 'D02',
    what: 'white words',
    plant: restyle(plainXf, `<sz val="12"/><color rgb="FFFFFFFF"/><name val="Arial"/>`),
  },
  {
    id: 'D03',
    what: 'a text that no cell shows',
    plant: change('xl/sharedStrings.xml', '</sst>', '<si><t>Ashby Primary School is failing</t></si></sst>'),
  },
  {
    id: 'D04',
    what: 'a name that must not be told',
    plant: inName('Ashby &amp; Sons Academy'),
    unsaid: ['Ashby & Sons Academy'],
  },
  { id: 'D05', what: 'one figure hidden in a row with its total', plant: inCell('[c]') },
  { id: 'D06', what: 'a figure in a chart that its table hides', in: 'working', plant: inCell('[c]') },
]

function twoTables(parts: Parts, place: (ref: string) => string): void {
  const part = parts.get(table) ?? ''
  const ref = / ref="([^"]+)"/.exec(part)?.[1] ?? ''
  parts.set(
    'xl/tables/table99.xml',
    part.replace('displayName="Strand_profile"', 'displayName="Strand_profile_again"').replaceAll(ref, place(ref)),
  )
  change(
    'xl/worksheets/_rels/sheet5.xml.rels',
    '</Relationships>',
    '<Relationship Id="rId9" Type="x" Target="../tables/table99.xml"/></Relationships>',
  )(parts)
}
