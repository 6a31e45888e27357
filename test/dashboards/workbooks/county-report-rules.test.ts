import { describe, expect, it } from 'vitest'
import { countyReportSpec } from '../../../dashboards/workbooks/county/spec.ts'
import { readBook, tableOf } from './read-book.ts'
import { hubOf, reportOf, writeCountyReport } from './story.ts'

const toHub = reportOf(hubOf(60))
const toCouncil = reportOf(hubOf(60), '991')

describe.for([
  { to: 'the hub', report: toHub },
  { to: 'a council', report: toCouncil },
])('the county report to $to', async ({ report }) => {
  const { parts, sheets } = readBook(await writeCountyReport(report))
  const part = (name: string): string => parts.get(name) ?? ''
  const columnA = (cells: (typeof sheets)[number]['cells']): string[] =>
    [...cells].flatMap(([at, { value }]) => (/^A\d+$/.test(at) && typeof value === 'string' ? value : []))

  it('has a cover, contents, notes and one table on each other worksheet', () => {
    const told = ['Coverage', 'Strand_profile', 'Strand_progress', 'Transition_matrix']
    const reflective = ['Reflections_due', 'Reflection_outcomes', 'Goal_attainment']
    const tables =
      report === toHub
        ? [...told, 'Cohort_progress', 'Award_ladder', 'Time_to_award', ...reflective, 'Schools']
        : [...told, 'Award_ladder']
    const expected = ['Cover', 'Contents', 'Notes', ...tables]
    expect(sheets.map(({ tab }) => tab)).toEqual(expected)
    expect(sheets.map(({ tables }) => tables.map(({ name }) => name))).toEqual([
      [],
      ...expected.slice(1).map((tab) => [tab]),
    ])
  })

  it('tells its title, language, keywords and organisation, and no person', () => {
    const core = part('docProps/core.xml')
    expect(core).toContain(
      `<dc:title>County report on music in schools: Two Counties Music Hub, ${report.scope}, 2025/26<`,
    )
    expect(core).toContain('<dc:language>en-GB<')
    expect(core).toContain('<dc:creator>Two Counties Music Hub<')
    expect(core).toContain('<cp:lastModifiedBy>Two Counties Music Hub<')
    expect(core).toContain('<cp:keywords>music education, ')
    expect(core.match(/2026-09-03T00:00:00Z/g)).toHaveLength(2)
  })

  it('has a heading 1 in the first cell of every worksheet, and says how many tables it contains in the second', () => {
    for (const { cells, tab } of sheets)
      expect({ tab, ...cells.get('A1') }).toMatchObject({ style: 'Heading 1', value: expect.stringMatching(/\w/) })
    for (const { cells } of sheets.slice(1))
      expect(cells.get('A2')?.value).toMatch(/^This worksheet contains one table\./)
    const subtitles = [...(sheets[0]?.cells.values() ?? [])].filter(({ style }) => style === 'Heading 2')
    expect(subtitles).toHaveLength(4)
  })

  it('has tables whose names of columns are their header cells, without filters, stripes or blanks', () => {
    for (const sheet of sheets.slice(1)) {
      const [header = [], ...rows] = tableOf(sheet)
      expect(sheet.tables[0]?.columns).toEqual(header)
      expect(new Set(header.map((text) => text.toLowerCase())).size).toBe(header.length)
      expect([header, ...rows].flat()).not.toContain('')
      expect(sheet.xml).toContain(`<dimension ref="A1:${sheet.tables[0]?.ref.split(':')[1]}"/>`)
    }
    expect(
      [...parts].filter(
        ([name, text]) => name.startsWith('xl/tables/') && /autoFilter|tableStyleInfo|totals\w+="[^0]/.test(text),
      ),
    ).toEqual([])
  })

  it('merges, hides, freezes, filters, colours, computes and draws nothing', () => {
    for (const { tab, xml } of sheets) {
      expect(`${tab} ${xml}`).not.toMatch(
        /mergeCell|hidden|<pane|autoFilter|<f>|drawing|outlineLevel="|zoomScale|headerFooter|customHeight/,
      )
      expect(`${tab} ${xml}`).not.toMatch(/activeCell|topLeftCell|conditionalFormatting|sheetProtection/)
    }
    expect(part('xl/workbook.xml')).not.toMatch(/state="(?!visible)|activeTab="[^0]/)
    expect(part('xl/styles.xml')).not.toMatch(/<fgColor|<i\/>|textRotation|vertAlign|indent/)
    expect(part('xl/styles.xml')).toContain('<font><sz val="12"/><name val="Arial"/>')
    expect(part('xl/styles.xml').match(/<name val="(?!Arial)/g)).toBeNull()
  })

  it('explains every mark on the worksheet that uses it, and no other', () => {
    for (const sheet of sheets.slice(1)) {
      const used = new Set(
        tableOf(sheet)
          .slice(1)
          .flat()
          .filter((text) => /^\[\w+\]$/.test(text)),
      )
      const explained = columnA(sheet.cells).flatMap((text) => /^(\[\w+\]) means /.exec(text)?.[1] ?? [])
      expect([sheet.tab, ...new Set(explained)].toSorted()).toEqual([sheet.tab, ...used].toSorted())
    }
  })

  it('numbers its notes by first appearance, and lists each once', () => {
    const headers = sheets.slice(3).flatMap((sheet) => tableOf(sheet)[0] ?? [])
    const used = [...new Set(headers.flatMap((text) => text.match(/\[note \d+\]/g) ?? []))]
    const notes = tableOf(sheets[2]!).slice(1)
    expect(used).toEqual(used.map((_, at) => `[note ${at + 1}]`))
    expect(notes.map(([number]) => number)).toEqual(used)
    expect(notes[0]).toEqual(['[note 1]', 'Population: state-funded schools of the area open on the day.'])
  })

  it('links by name to the first cell of each worksheet', () => {
    const links = sheets.flatMap(({ cells, xml }) =>
      [...xml.matchAll(/<hyperlink ref="(\w+)" location="(\w+)!A1"\/>/g)].map(([, at = '', to]) => [
        cells.get(at)?.value,
        to,
      ]),
    )
    expect(links.every(([text, to]) => text === to)).toBe(true)
    expect(new Set(links.map(([, to]) => to))).toEqual(new Set(sheets.map(({ tab }) => tab)))
    expect([...parts.values()].join('')).not.toContain('relationships/hyperlink')
    expect(tableOf(sheets[1]!).slice(1)).toEqual(
      sheets.filter(({ tab }) => tab !== 'Contents').map(({ cells, tab }) => [tab, cells.get('A1')?.value]),
    )
  })

  it('is packed with its content types first, at one time, without folders', async () => {
    const names = [...parts.keys()]
    expect(names[0]).toBe('[Content_Types].xml')
    expect(names.slice(1)).toEqual(names.slice(1).toSorted())
    expect(names.filter((name) => name.endsWith('/'))).toEqual([])
  })
})

it('a workbook for a council names no school', async () => {
  const text = [...readBook(await writeCountyReport(toCouncil)).parts.values()].join('')
  const named = hubOf(60).register.filter(({ name, urn }) => text.includes(name) || text.includes(String(urn)))
  expect(named).toEqual([])
})

it.for([
  [toHub, 'county-report-2025-26'],
  [toCouncil, 'county-report-southport-2025-26'],
  [{ ...toCouncil, scope: 'St Mary’s, Fær & Ýork' }, 'county-report-st-marys-f-r-york-2025-26'],
  [
    { ...toCouncil, scope: 'Bournemouth, Christchurch and Poole with all of its neighbours' },
    'county-report-bournemouth-christchurch-2025-26',
  ],
] as const)('a file is named in small letters after its council and year', ([report, name]) => {
  expect(countyReportSpec(report).name).toBe(name)
})
