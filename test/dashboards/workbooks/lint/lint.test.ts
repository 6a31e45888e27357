import { expect, it } from 'vitest'
import { countyReportSpec } from '../../../../dashboards/workbooks/county/spec.ts'
import { lintWorkbook, rules } from '../../../../dashboards/workbooks/lint/lint.ts'
import { writeWorkbook } from '../../../../dashboards/workbooks/write-workbook.ts'
import { hubOf, reportOf } from '../story.ts'
import { packed, partsOf, planted } from './planted.ts'

const report = countyReportSpec(reportOf(hubOf(12)))
const few = new Set(['Coverage', 'Strand_profile', 'Strand_progress', 'Schools'])
const spec = { ...report, tables: report.tables.filter(({ tab }) => few.has(tab)) }
const sound = { publication: await writeWorkbook(spec), working: await writeWorkbook(spec, 'working') }

it('finds nothing in a sound workbook of either profile', () => {
  for (const profile of ['publication', 'working'] as const) {
    expect(lintWorkbook(sound[profile], { profile, fileName: `${spec.name}.xlsx` })).toEqual([])
    expect(lintWorkbook(packed(partsOf(sound[profile])), { profile })).toEqual([])
  }
})

it('finds every fault that is planted, one workbook a fault', () => {
  const unfound = planted.flatMap(
    ({ id, what, plant, in: profile = 'publication' as const, fileName = null, unsaid = [] }) => {
      const parts = partsOf(sound[profile])
      plant(parts)
      const found = lintWorkbook(packed(parts), { profile, fileName, unsaid })
      return found.some((finding) => finding.id === id) ? [] : [{ id, what, found }]
    },
  )
  expect(unfound).toEqual([])
  expect(planted.length).toBeGreaterThanOrEqual(60)
})

it('finds parts of several times, and a filter that is told no fault in the working profile', () => {
  const parts = partsOf(sound.publication)
  expect(lintWorkbook(packed(parts, ['xl/workbook.xml'])).map(({ id }) => id)).toEqual(['P10'])
  expect(lintWorkbook(sound.working).map(({ id }) => id)).toContain('L09')
})

it('has a planted fault for nearly every rule, and says of each what to do', () => {
  const without = new Set(rules.map(({ id }) => id)).difference(new Set(planted.map(({ id }) => id)))
  expect([...without].toSorted()).toEqual(['O02', 'O04'])
  for (const { mend } of rules) expect(mend).toMatch(/^[A-Z].*\.$/)
})

it.for([
  ['text', new TextEncoder().encode('a,b\n1,2\n')],
  ['a package that is cut off', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0])],
  ['a package of something else', packed(new Map([['mimetype', 'application/zip']]))],
] as const)('says in words that %s is no workbook', ([, bytes]) => {
  expect(() => lintWorkbook(bytes)).toThrow(/workbook/)
})
