import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { sampleCounty } from '../../../fixtures/county/index.ts'
import { environmentOf, runProgram } from '../../program.ts'
import { isLong } from '../../runs.ts'
import { sampleBytes } from '../sample-bytes.ts'
import { everyWorkbook } from './every-workbook.ts'
import { rowsIn } from './open-document.ts'
import { valuesOf } from './told.ts'

const folder = mkdtempSync(join(tmpdir(), 'ods-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it.runIf(isLong)('every workbook is exported as OpenDocument with every figure as it is', async () => {
  const store = await sampleBytes()
  writeFileSync(join(folder, 'crescendo.db'), store)
  const { today } = sampleCounty()
  const place = { cwd: folder, env: { ...environmentOf(folder, today), CRESCENDO_DB: join(folder, 'crescendo.db') } }
  const made = await everyWorkbook(['the sample county'])
  for (const { name, spec } of made.filter(({ profile }) => profile === 'publication')) {
    const more =
      name === 'council-report'
        ? ['--council', '990']
        : ['school-pack', 'action-plan'].includes(name)
          ? ['--school', '900001']
          : []
    const words = ['export', name, '--as-of', today, ...more, '--format', 'ods', '--out', join(folder, `${name}.ods`)]
    const { code, err } = await runProgram({ words, ...place })
    expect({ name, code, err }).toEqual({ name, code: 0, err: '' })
    const found = rowsIn(readFileSync(join(folder, `${name}.ods`)))
    for (const table of spec.tables.filter(({ tab }) => tab !== 'Commentary')) {
      const expected = valuesOf(table)
      const rows = (found.get(table.tab) ?? []).filter((row) => row.length > 1).slice(1)
      expect({ name, tab: table.tab, rows: rows.map((row) => row.slice(0, table.columns.length)) }).toEqual({
        name,
        tab: table.tab,
        rows: expected,
      })
    }
  }
})
