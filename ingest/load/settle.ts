import type { AcademicYear } from '../../analytics/framework/academic-year.ts'
import type { Day } from '../../analytics/framework/day.ts'
import type { Store } from '../../migrations/open.ts'
import type { Mapping } from '../mapping/mapping.ts'
import { listMappings } from '../mapping/remember.ts'
import { matchSchool } from '../match/match.ts'
import { foldNaming, namingKey, type Naming } from '../match/naming.ts'
import { settle, type Settled } from '../match/settle.ts'
import { problemLine } from '../problem.ts'
import { readCells } from '../sheets/cells.ts'
import type { SheetKind } from '../sheets/sheet.ts'
import { readKnown } from './known.ts'
import { readFiles, type SheetFile } from './read.ts'

/** A row of a file whose school a person settles; `sheet` may be null where the file has one only. */
export interface RowToSettle {
  readonly hub: string
  readonly fileName: string
  readonly bytes: Uint8Array
  readonly kind?: SheetKind
  readonly year?: AcademicYear
  readonly mappings?: readonly Mapping[]
  readonly sheet: string | null
  readonly row: number
  readonly urn: number
  readonly today: Day
  readonly by: string
  readonly now: string
}

/** How a row names its school, and its day. */
type NamingOnDay = Naming & { readonly heldOn?: Day | null }

async function sheetOf(store: Store, row: RowToSettle): Promise<SheetFile> {
  const { hub, fileName, bytes, kind, year, mappings, sheet } = row
  const remembered = await listMappings(store, hub)
  const { tabs, problems } = await readFiles(bytes, { kind, year, mappings, remembered })
  const named = tabs.map(({ tab }) => `"${tab ?? ''}"`).join(', ')
  const found = tabs.filter(({ tab }) => sheet === null || tab === sheet)
  const [file] = found
  if (tabs.length === 0) throw new Error(problems.map((problem) => problemLine(fileName, problem)).join('\n'))
  if (file === undefined) throw new Error(`${fileName} has no sheet "${sheet}" that can be read`)
  if (found.length > 1) throw new Error(`${fileName} has several sheets: say which of ${named}`)
  if (!('school' in file.sheet.columns)) throw new Error(`the rows of a file of ${file.sheet.kind} name no school`)
  return file
}

function namingOf({ sheet, places, rows }: SheetFile, { fileName, row }: RowToSettle): NamingOnDay {
  const found = Iterator.from(rows).find((each) => each.row === row)
  if (found === undefined) throw new Error(`${fileName} has no row ${row} with a school`)
  return readCells(sheet.columns, places, found).values as unknown as NamingOnDay
}

/** Refuses a row whose school its number tells: that is mended in the file. */
async function refuseSureNumber(store: Store, file: SheetFile, naming: NamingOnDay, hub: string, today: Day) {
  const { number } = foldNaming(naming)
  if (number === '') return
  const known = await store.transaction().execute(async (trx) => {
    const { id } = await trx
      .selectFrom('hub')
      .select('id')
      .where('name', '=', hub)
      .executeTakeFirstOrThrow(() => new Error(`unknown hub: ${hub}`))
    return readKnown(trx, id, file.sheet, today)
  })
  const isSettled = known.decisions.has(namingKey(foldNaming(naming)))
  const isSure = 'urn' in matchSchool(naming, naming.heldOn ?? null, known)
  if (isSure && !isSettled) throw new Error(`the row names its school by ${number}: correct that in the file`)
}

/** Remembers which school the name and place of a row mean, for this row and all that are so named. */
export async function settleRow(store: Store, request: RowToSettle): Promise<Settled & { readonly naming: Naming }> {
  const file = await sheetOf(store, request)
  const naming = namingOf(file, request)
  await refuseSureNumber(store, file, naming, request.hub, request.today)
  return { ...(await settle(store, { ...request, naming })), naming }
}
