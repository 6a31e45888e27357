import type { HubFacts } from '../../analytics/evidence/facts.ts'
import type { Day } from '../../analytics/framework/day.ts'
import { frameworksOf } from '../../ingest/sheets/frameworks-of.ts'
import { undoneBy } from '../../ingest/standing.ts'
import type { Store } from '../../migrations/open.ts'
import { readHolding } from './holding.ts'
import { listCouncils } from './hub.ts'

/** What a hub knew at a data version besides what schools did; of some URNs alone, without its goals, where they are given. */
export async function readHubFacts(
  store: Store,
  { id: hubId, name }: { readonly id: number; readonly name: string },
  version: number,
  urns?: readonly number[],
): Promise<HubFacts> {
  const [held, ofUrns] = [
    { hubId, version },
    { hubId, version, urns },
  ]
  const criteria = await readHolding(store, held, 'criterion', criterionColumns)
  return {
    hub: name,
    dataVersion: version,
    area: await listCouncils(store, hubId, version),
    extractOn: await newestExtract(store, hubId, version),
    register: await readHolding(store, ofUrns, 'registerSchool', registerColumns),
    links: await readHolding(store, ofUrns, 'registerLink', ['urn', 'linkUrn', 'linkType']),
    frameworks: frameworksOf(criteria),
    criteria: criteria.map(({ framework, strand, theme, level, number, criterion }) => ({
      framework,
      strand,
      theme,
      level,
      number,
      criterion,
    })),
    goals: urns === undefined ? await readHolding(store, held, 'goal', goalColumns) : [],
  }
}

const criterionColumns = [
  'framework',
  'strand',
  'theme',
  'level',
  'number',
  'criterion',
  'phases',
  'inUseFrom',
  'comparableWith',
] as const
const registerColumns = [
  'urn',
  'name',
  'la',
  'laName',
  'establishmentNumber',
  'type',
  'status',
  'phase',
  'openOn',
  'closeOn',
  'district',
  'town',
  'trust',
  'pupils',
  'fsmPercent',
  'urbanRural',
] as const
const goalColumns = [
  'goal',
  'title',
  'function',
  'measure',
  'wanted',
  'strand',
  'population',
  'baselinePercent',
  'baselineYear',
  'targetPercent',
  'targetYear',
] as const

/** The newest day that a register extract speaks for, of those loaded and not undone by a data version. */
async function newestExtract(store: Store, hubId: number, version: number): Promise<Day | null> {
  const receipts = await store
    .selectFrom('receipt')
    .select(['id', 'undoes', 'extractOn'])
    .where('hubId', '=', hubId)
    .where('dataVersion', '<=', version)
    .execute()
  const undone = undoneBy(receipts)
  const days = receipts.flatMap(({ id, undoes, extractOn }) =>
    extractOn === null || undoes !== null || undone.has(id) ? [] : [extractOn],
  )
  return days.toSorted().at(-1) ?? null
}
