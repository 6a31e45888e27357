import { existsSync } from 'node:fs'
import { openStore, type Store } from '../../migrations/open.ts'
import { eraseAgain, erasuresFileOf } from '../access/erasures-file.ts'
import { Mistake } from '../mistake.ts'
import { findHub, listCouncils, listHubs, type Hub } from '../queries/hub.ts'

/** The database file that commands work on: `CRESCENDO_DB`, else `crescendo.db` in this folder. */
export const storeFile = (env: NodeJS.ProcessEnv = process.env): string => env['CRESCENDO_DB'] ?? 'crescendo.db'

/** Runs a piece of work on the store and closes it, whatever happens. */
export async function withStore<T>(
  { make }: { readonly make: boolean },
  work: (store: Store) => Promise<T>,
  file = storeFile(),
): Promise<T> {
  if (process.env['DATABASE_URL'] !== undefined)
    throw new Mistake('DATABASE_URL is not taken yet: name a SQLite file by CRESCENDO_DB')
  if (!make && !existsSync(file))
    throw new Mistake(`there is no database ${file}: make one with crescendo hub add "Name of the hub" --area 855,856`)
  const store = await open(file)
  try {
    const again = await eraseAgain(store, file)
    if (again > 0) console.error(`Erased again after a restore: ${again} marks of ${erasuresFileOf(file)}.`)
    return await work(store)
  } finally {
    await store.destroy()
  }
}

async function open(file: string): Promise<Store> {
  try {
    return await openStore(file)
  } catch (error) {
    throw new Mistake(
      `${file} cannot be opened as a database (${error instanceof Error ? error.message : String(error)}): name another by CRESCENDO_DB`,
    )
  }
}

/** The hub meant: the one named, or the only one there is. */
export async function chooseHub(store: Store, name: string | undefined): Promise<Hub> {
  const hubs = await listHubs(store)
  const named = hubs.map((hub) => `"${hub.name}"`).join(', ')
  if (hubs.length === 0)
    throw new Mistake('there is no hub yet: make one with crescendo hub add "Name of the hub" --area 855,856')
  if (name === undefined) {
    const [only] = hubs
    if (hubs.length === 1 && only !== undefined && (await listCouncils(store, only.id, only.dataVersion)).length === 0)
      throw new Mistake(
        'the hub has no name and councils yet: give it those in the browser, or by crescendo hub add "Name of the hub" --area 855,856',
      )
    if (only === undefined || hubs.length > 1)
      throw new Mistake(`there are several hubs: say --hub with one of ${named}`)
    return only
  }
  const found = await findHub(store, name)
  if (found === undefined) throw new Mistake(`there is no hub "${name}": there is ${named}`)
  return found
}
