import { parse } from 'csv-parse/sync'
import { expect, it } from 'vitest'
import { countyReportSpec } from '../../../../dashboards/workbooks/county/spec.ts'
import { csvForExcel, csvForMachines } from '../../../../dashboards/workbooks/formats/csv.ts'
import { csvForDfe } from '../../../../dashboards/workbooks/formats/dfe-csv.ts'
import { hubOf, reportOf } from '../story.ts'

const hub = countyReportSpec(reportOf(hubOf(60)))
const council = countyReportSpec(reportOf(hubOf(60), '991'))
const read = (text = ''): readonly string[][] => parse(text, { bom: true })

it('a spreadsheet is given headers as the worksheets have them, and marks in brackets', () => {
  const files = csvForExcel(council)
  expect([...files.keys()]).toEqual([
    'notes.csv',
    ...council.tables.map(({ tab }) => `${tab.toLowerCase().replaceAll('_', '-')}.csv`),
  ])
  const [header, ...rows] = read(files.get('strand-profile.csv'))
  expect(files.get('strand-profile.csv')?.startsWith('\uFEFFStrand,')).toBe(true)
  expect(header).toContain('Focusing (schools)')
  expect(header?.some((text) => /^Not audited \(schools\) \[note \d\]$/.test(text))).toBe(true)
  expect(rows.flat()).toContain('[c]')
})

it('machines are given one name a column, and marks as letters', () => {
  const files = csvForMachines(council)
  const [header = [], ...rows] = read(files.get('strand-profile.csv'))
  expect(header.slice(0, 3)).toEqual(['strand', 'focusing_count', 'developing_count'])
  expect(new Set(header).size).toBe(header.length)
  expect(rows.flat()).toContain('c')
  for (const [, text] of csvForMachines(hub))
    expect(read(text)[0]?.every((name) => /^[a-z][a-z0-9_]*$/.test(name))).toBe(true)
})

it('what a spreadsheet would take for a formula is disarmed for people and left as it is for machines', () => {
  const schools = hub.tables.find(({ tab }) => tab === 'Schools')
  const evil = ['=1+1', '+1', '-1+1', '@SUM(A1)', '＝1', '\t=1']
  const rows = evil.map((words) => [{ kind: 'words', words } as const])
  const spec = { ...hub, tables: [{ ...schools!, columns: schools!.columns.slice(1, 2), rows }] }
  expect(read(csvForExcel(spec).get('schools.csv')).slice(1).flat()).toEqual(evil.map((text) => `'${text.trim()}`))
  expect(read(csvForMachines(spec).get('schools.csv')).slice(1).flat()).toEqual(evil.map((text) => text.trim()))
})

it('each table that counts has data in the form of the department and a file that says what its columns are', () => {
  const files = csvForDfe(council)
  expect([...files.keys()]).toEqual(
    council.tables.flatMap(({ tab }) => [
      `${tab.toLowerCase().replaceAll('_', '-')}.csv`,
      `${tab.toLowerCase().replaceAll('_', '-')}.meta.csv`,
    ]),
  )
  for (const { tab, rows } of council.tables) {
    const name = tab.toLowerCase().replaceAll('_', '-')
    const [header = [], ...data] = read(files.get(`${name}.csv`))
    const [, ...meta] = read(files.get(`${name}.meta.csv`))
    expect(header.slice(0, 8)).toEqual(
      'time_period,time_identifier,geographic_level,country_code,country_name,new_la_code,old_la_code,la_name'.split(
        ',',
      ),
    )
    expect(header.slice(8)).toEqual(meta.map(([column]) => column))
    expect(data).toHaveLength(rows.length)
    expect(data.flat()).not.toContain('')
    const at = meta.flatMap(([, kind], column) => (kind === 'Filter' ? [8 + column] : []))
    expect(new Set(data.map((row) => at.map((column) => row[column]).join('|'))).size).toBe(data.length)
  }
  expect(read(csvForDfe(hub).get('coverage.csv'))[1]?.slice(0, 6)).toEqual([
    '202526',
    'Academic year',
    'Hub area',
    'E92000001',
    'England',
    'Whole hub area',
  ])
})
