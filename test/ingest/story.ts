import { createHash } from 'node:crypto'
import { addHub } from '../../ingest/hub.ts'
import { load, type LoadRequest, type Outcome } from '../../ingest/load.ts'
import { openStore, type Store } from '../../migrations/open.ts'
import { factKeys, type FactTable } from '../../migrations/tables.ts'
import { storeBytes } from '../store-bytes.ts'

/** The register of the stories: a converted academy (100003 is now 100004), one independent, one closed, one next door. */
export const register = `URN,LA (code),EstablishmentNumber,EstablishmentName,TypeOfEstablishment (code),EstablishmentStatus (code),PhaseOfEducation (code),OpenDate,CloseDate,UKPRN
100001,901,2001,Ash Primary,1,1,2,,,10000001
100002,901,4002,Beech High,1,1,4,,,10000002
100003,901,2003,Cedar Primary,1,2,2,,2020-08-31,
100004,901,2103,Cedar Academy,34,1,2,2020-09-01,,10000004
100005,901,6005,Dell House,11,1,0,,,
100006,901,2006,Elm Primary,1,2,2,,2022-08-31,
100007,902,2007,Fir Primary,1,1,2,,,
`

export const links = `URN,LinkURN,LinkName,LinkType,LinkEstablishedDate
100003,100004,Cedar Academy,Successor,2020-09-01
100004,100003,Cedar Primary,Predecessor,2020-09-01
`

const usual = { hub: 'Northshire', today: '2026-01-10', now: '2026-01-10T09:00:00Z', by: 'steward' }

/** Loads a text, or bytes, as a file into the hub of the stories. */
export const loadFile = (
  store: Store,
  fileName: string,
  content: string | Uint8Array,
  more: Partial<LoadRequest> = {},
): Promise<Outcome> =>
  load(store, {
    ...usual,
    fileName,
    bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
    ...more,
  })

/** A hub whose area is LA 901, with nothing loaded. */
export const emptyHub = (): Promise<Store> => hubOf([])

/** The same hub with the register and links of the stories, and then each of the files. */
export const hubWith = (...files: readonly string[]): Promise<Store> => hubOf([register, links, ...files])

/** A hub in which files are loaded; those who ask for the same again get a copy. */
const hubOf = async (files: readonly string[]): Promise<Store> => openStore(await bytesOf(files))

/** What a hub with these files holds: the last is loaded where those before it were loaded already. */
function bytesOf(files: readonly string[]): Promise<Buffer> {
  const [last, before] = [files.at(-1), files.slice(0, -1)]
  if (last === undefined)
    return storeBytes('story', async (store) => {
      await addHub(store, { name: usual.hub, area: ['901'], now: '2026-01-01T00:00:00Z' })
    })
  const load = async (store: Store): Promise<void> => {
    const { problems } = await loadFile(store, `story-${before.length}.csv`, last)
    if (problems.length > 0) throw new Error(`the story has problems: ${JSON.stringify(problems)}`)
  }
  return storeBytes(`story ${JSON.stringify(files)}`, load, () => bytesOf(before))
}

type FactRow = Readonly<Record<string, unknown>>

/** The facts of a table as they stand, without where they came from, in order. */
export async function facts(store: Store, table: FactTable): Promise<readonly FactRow[]> {
  const rows = await store.selectFrom(table).selectAll().where('untilVersion', 'is', null).execute()
  return rows
    .map(
      ({
        hubId: _hub,
        receiptId: _receipt,
        sourceSheet: _s,
        sourceRow: _r,
        fromVersion: _f,
        untilVersion: _u,
        past: _p,
        ...fact
      }: Record<string, unknown>) => fact,
    )
    .toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
}

/** The facts of all tables as they stand. */
export async function allFacts(store: Store): Promise<Readonly<Record<string, readonly FactRow[]>>> {
  const found: Record<string, readonly FactRow[]> = {}
  for (const table of Object.keys(factKeys) as FactTable[]) found[table] = await facts(store, table)
  return found
}

/** Everything in the store, history and receipts included. */
export async function wholeStore(store: Store): Promise<string> {
  const found: Record<string, readonly unknown[]> = {}
  for (const table of ['hub', 'hubArea', 'receipt', ...(Object.keys(factKeys) as FactTable[])] as const)
    found[table] = await store.selectFrom(table).selectAll().execute()
  return JSON.stringify(found)
}

/** The problems of an outcome, each as row, column, code and what was found. */
export const told = ({ problems }: Outcome): readonly (readonly unknown[])[] =>
  problems.map(({ row, column, code, found }) => [row, column, code, found])

/** The outcomes of the rows, each as row and outcome. */
export const rowsOf = ({ rows }: Outcome): readonly (readonly [number, string])[] =>
  rows.map(({ row, outcome }) => [row, outcome])

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')
