import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readFiles } from '../../../ingest/load/read.ts'
import { trimmed } from '../../../ingest/recognise/reading.ts'
import { runs } from '../../runs.ts'
import { asCsv, asExceljs, asLibreOffice, audits, head } from './same-audits.ts'

/** What a file comes to: its kind, and the cells of its rows under the headings. */
async function contentOf(bytes: Uint8Array) {
  const { tabs, problems } = await readFiles(bytes)
  expect(problems).toEqual([])
  return tabs.map(({ sheet, places, rows, notes, problems }) => ({
    kind: sheet.kind,
    places,
    notes: [...notes],
    problems,
    rows: rows.map(({ row, cells }) => [row, ...head.map((_, place) => trimmed(cells[place] ?? ''))]),
  }))
}

describe('the same audits', () => {
  it('are the same rows as CSV and as a workbook of either date system', async () => {
    await fc.assert(
      fc.asyncProperty(audits, fc.boolean(), async (audits, isFrom1904) => {
        const csv = await contentOf(asCsv(audits))
        expect(csv[0]?.rows).toHaveLength(audits.length)
        expect(await contentOf(await asExceljs(audits, isFrom1904))).toEqual(csv)
      }),
      { numRuns: runs(4) },
    )
  })

  it('are the same rows as a workbook that LibreOffice wrote', async () => {
    await fc.assert(
      fc.asyncProperty(audits, async (audits) => {
        expect(await contentOf(await asLibreOffice(audits))).toEqual(await contentOf(asCsv(audits)))
      }),
      { numRuns: runs(1), endOnFailure: true },
    )
  })
})
