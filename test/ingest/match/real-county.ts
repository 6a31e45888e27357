import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { chainsOf } from '../../../analytics/evidence/identity.ts'
import { addHub } from '../../../ingest/hub.ts'
import type { OutcomeRow } from '../../../ingest/load/outcome.ts'
import { openStore, type Store } from '../../../migrations/open.ts'
import { openData } from '../../open-data.ts'
import { storeBytes } from '../../store-bytes.ts'
import { facts, loadFile } from '../story.ts'

const registerFile = openData('register/gias_llr_2023-11-16.csv')
const linksFile = openData('register/links_edubasealldata20230421.csv')

export const isRealCountyThere = registerFile !== null && linksFile !== null

/** A hub of Leicestershire, Leicester and Rutland with the real register and links loaded. */
export async function realCounty(): Promise<Store> {
  const bytes = await storeBytes('a real county', async (store) => {
    await addHub(store, { name: 'Northshire', area: ['855', '856', '857'], now: '2026-01-01T00:00:00Z' })
    for (const [name, path] of Object.entries({ 'gias_2023-11-16.csv': registerFile, 'links.csv': linksFile }))
      if (path !== null) await loadFile(store, name, readFileSync(path))
  })
  return openStore(bytes)
}

/** Which URN speaks for the school of each URN. */
export async function schoolsOfCounty(store: Store): Promise<ReadonlyMap<number, number>> {
  const [register, links] = [await facts(store, 'registerSchool'), await facts(store, 'registerLink')]
  return chainsOf(register as never, links as never).lastOf
}

/** The rows of a CSV file of the open data, each by its headings; none where it is absent. */
export function recordsOf(file: string): readonly Readonly<Record<string, string>>[] {
  const path = openData(`register/${file}`)
  return path === null ? [] : parse(Buffer.from(readFileSync(path)), { columns: true, bom: true })
}

/** How a row of a made-up file of audits names its school. */
export interface Named {
  readonly school: string
  readonly town?: string
  readonly postcode?: string
  readonly district?: string
}

/** What becomes of each name in a file of audits of one day, as a rehearsal tells it. */
export async function rehearse(store: Store, named: readonly Named[], day: string): Promise<readonly OutcomeRow[]> {
  const head = ['School', 'Town', 'Postcode', 'District', 'Meeting date', 'Strand', 'Level']
  const lines = named.map(({ school, town, postcode, district }) =>
    [school, town, postcode, district].concat(day, 'Co-curricular', 'Focusing'),
  )
  const outcome = await loadFile(store, 'named.csv', stringify([head, ...lines]), { dryRun: true })
  if (outcome.rows.length !== named.length) throw new Error('a name has no outcome of its own')
  return [...outcome.rows]
}
