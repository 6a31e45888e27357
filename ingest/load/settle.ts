import type { AcademicYear } from '../../analytics/framework/academic-year.ts'
import type { Day } from '../../analytics/framework/day.ts'
import type { Store } from '../../migrations/open.ts'
import type { Mapping } from '../mapping/mapping.ts'
import { listMappings } from '../mapping/remember.ts'
import { matchSchool } from '../match/match.ts'
import { foldNaming, namingKey, type Naming } from '../match/naming.ts'
import { settle, type Settled, type Settlement } from '../match/settle.ts'
import { problemLine } from '../problem.ts'
import { readCells } from '../sheets/cells.ts'
import type { SheetKind } from '../sheets/sheet.ts'
import { readKnown } from './known.ts'
import { readFiles, type SheetFile } from './read.ts'

/** Which school a row means; `sheet` may be null where the file has one only. */
export interface Choice {
  readonly sheet: string | null
  readonly row: number
  readonly urn: number
}

/** A file with rows whose schools a person settles. */
export interface FileToSettle {
  readonly hub: string
  readonly fileName: string
  readonly bytes: Uint8Array
  readonly kind?: SheetKind
  readonly year?: AcademicYear
  readonly mappings?: readonly Mapping[]
  readonly today: Day
  readonly by: string
  readonly now: string
  /** Does something more in the transaction of each school that is settled. */
  readonly beside?: NonNullable<Settlement['beside']>
}

/** How a row names its school, and its day. */
type NamingOnDay = Naming & { readonly heldOn?: Day | null }

type FileRead = Awaited<ReturnType<typeof readFiles>>

async function readFile(store: Store, file: FileToSettle): Promise<FileRead> {
  const { hub, fileName, bytes, kind, year, mappings } = file
  const remembered = await listMappings(store, hub)
  const read = await readFiles(bytes, { kind, year, mappings, remembered })
  if (read.tabs.length === 0) throw new Error(read.problems.map((problem) => problemLine(fileName, problem)).join('\n'))
  return read
}

function sheetOf({ tabs }: FileRead, fileName: string, sheet: string | null): SheetFile {
  const named = tabs.map(({ tab }) => `"${tab ?? ''}"`).join(', ')
  const found = tabs.filter(({ tab }) => sheet === null || tab === sheet)
  const [file] = found
  if (file === undefined) throw new Error(`${fileName} has no sheet "${sheet}" that can be read`)
  if (found.length > 1) throw new Error(`${fileName} has several sheets: say which of ${named}`)
  if (!('school' in file.sheet.columns)) throw new Error(`the rows of a file of ${file.sheet.kind} name no school`)
  return file
}

function namingOf({ sheet, places, rows }: SheetFile, fileName: string, row: number): NamingOnDay {
  const found = Iterator.from(rows).find((each) => each.row === row)
  if (found === undefined) throw new Error(`${fileName} has no row ${row} with a school`)
  return readCells(sheet.columns, places, found).values as unknown as NamingOnDay
}

/** Refuses a row whose school its number tells: that is mended in the file. */
async function refuseSureNumber(
  store: Store,
  file: SheetFile,
  naming: NamingOnDay,
  { hub, today }: Pick<FileToSettle, 'hub' | 'today'>,
): Promise<void> {
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

/** Remembers which schools the names and places of rows mean, for these rows and all that are so named. */
export async function settleRows(
  store: Store,
  file: FileToSettle,
  choices: readonly Choice[],
): Promise<readonly (Settled & { readonly naming: Naming })[]> {
  const read = await readFile(store, file)
  const settled: (Settled & { readonly naming: Naming })[] = []
  for (const { sheet, row, urn } of choices) {
    const tab = sheetOf(read, file.fileName, sheet)
    const naming = namingOf(tab, file.fileName, row)
    await refuseSureNumber(store, tab, naming, file)
    settled.push({ ...(await settle(store, { ...file, naming, urn })), naming })
  }
  return settled
}
