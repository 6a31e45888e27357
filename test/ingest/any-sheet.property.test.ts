import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SheetKind } from '../../ingest/load.ts'
import { runs } from '../runs.ts'
import { anySheets, asCsv, asExceljs, meetings, type AnySheet } from './any-sheet.ts'
import { allFacts, hubWith, loadFile, wholeStore } from './story.ts'

/** The facts of a hub of its own in which the files are loaded in turn, none of them with a problem. */
async function factsAfter(kind: SheetKind, ...files: readonly Uint8Array[]) {
  const store = await hubWith(meetings)
  for (const file of files) expect((await loadFile(store, 'file', file, { kind })).problems).toEqual([])
  const found = await allFacts(store)
  await store.destroy()
  return found
}

const kinds = Object.entries(anySheets).map(([kind, sheets]) => [kind as SheetKind, sheets] as const)

describe.each(kinds)('any sheet of %s', (kind, sheets) => {
  const told = sheets.chain((sheet) =>
    fc.tuple(
      fc.constant(sheet),
      fc.shuffledSubarray([...sheet.rows], { minLength: sheet.rows.length }),
      fc.nat({ max: sheet.rows.length }),
    ),
  )

  it('is the same facts twice, in another order, in two files, and as a workbook', async () => {
    await fc.assert(
      fc.asyncProperty(told, async ([sheet, shuffled, cut]) => {
        const once = await factsAfter(kind, asCsv(sheet))
        const other = (rows: AnySheet['rows']): Uint8Array => asCsv({ ...sheet, rows })
        expect(await factsAfter(kind, asCsv(sheet), asCsv(sheet))).toEqual(once)
        expect(await factsAfter(kind, other(shuffled))).toEqual(once)
        expect(await factsAfter(kind, other(shuffled.slice(0, cut)), other(shuffled.slice(cut)))).toEqual(once)
        expect(await factsAfter(kind, await asExceljs(sheet))).toEqual(once)
      }),
      { numRuns: runs(2) },
    )
  })
})

/** A file with some of its bytes put for others, or cut off. */
const spoilt = (file: Uint8Array): fc.Arbitrary<Uint8Array> =>
  fc
    .tuple(
      fc.array(fc.tuple(fc.nat({ max: file.length - 1 }), fc.nat({ max: 255 })), { maxLength: 6 }),
      fc.oneof(fc.constant(file.length), fc.nat({ max: file.length })),
    )
    .map(([changes, length]) => {
      const bytes = Uint8Array.from(file)
      for (const [at, byte] of changes) bytes[at] = byte
      return bytes.slice(0, length)
    })

describe('any sheet with some of its bytes spoilt', () => {
  it.each([
    ['CSV', async (sheet: AnySheet) => asCsv(sheet), 60],
    ['XLSX', asExceljs, 6],
  ] as const)('as %s ends in an outcome, and changes nothing where it has a problem', async (_, pack, everyday) => {
    const store = await hubWith(meetings)
    const any = fc.oneof(...Object.values(anySheets))
    await fc.assert(
      fc.asyncProperty(any, fc.gen(), async (sheet, draw) => {
        const bytes = draw(spoilt, await pack(sheet))
        const before = await wholeStore(store)
        const { problems, receiptId } = await loadFile(store, 'spoilt', bytes)
        expect(problems.every(({ accepted }) => accepted !== '')).toBe(true)
        expect(problems.length > 0 && receiptId !== null).toBe(false)
        expect((await wholeStore(store)) === before).toBe(receiptId === null)
      }),
      { numRuns: runs(everyday) },
    )
    await store.destroy()
  })
})
