import type { Role } from '../../analytics/framework/role.ts'
import { addHub } from '../../ingest/hub.ts'
import { load } from '../../ingest/load.ts'
import type { Store } from '../../migrations/open.ts'
import { recordConsent } from '../../server/access/consent.ts'
import { move, stage } from '../../server/jobs/stage.ts'
import { evidenceKeeper } from '../../server/evidence.ts'
import { returnsOf } from '../../server/returns/returns-of.ts'
import { approveSnapshot } from '../../server/queries/council-snapshot.ts'
import { getHub } from '../../server/queries/hub.ts'
import { geoJson, neighbours } from '../ingest/map-files.ts'
import { signedIn } from './signed-in.ts'

/** One school of a hub, as the oracle knows it: its council and trust, and the URN it had before. */
interface SchoolKnown {
  readonly urn: number
  readonly council: string
  readonly trust: string | null
  readonly formerly?: number
}

/** A hub in which every text says whose it is: `NorthWords100001` is free text about one school of the north. */
export interface HubKnown {
  readonly name: 'North' | 'South'
  readonly councils: readonly string[]
  readonly schools: readonly SchoolKnown[]
}

/** Two hubs of one store. The trust T1 has schools in both. */
export const hubs: readonly HubKnown[] = [
  {
    name: 'North',
    councils: ['901', '911'],
    schools: [
      { urn: 100001, council: '901', trust: null },
      { urn: 100002, council: '901', trust: 'T1' },
      { urn: 100004, council: '901', trust: 'T1', formerly: 100003 },
      { urn: 100005, council: '911', trust: 'T2' },
    ],
  },
  {
    name: 'South',
    councils: ['902'],
    schools: [
      { urn: 200001, council: '902', trust: 'T1' },
      { urn: 200002, council: '902', trust: null },
    ],
  },
]

const csv = (...rows: readonly string[]): Uint8Array => new TextEncoder().encode(`${rows.join('\n')}\n`)

function filesOf({ name, schools }: HubKnown): readonly (readonly [string, Uint8Array])[] {
  const row = (urn: number, { council, trust }: SchoolKnown, isClosed: boolean) =>
    `${urn},${council},${name}Council000${council},2${String(urn).slice(-3)},${name}Name${urn},34,${isClosed ? 2 : 1},2,,${isClosed ? '2020-08-31' : ''},${trust ?? ''},${trust === null ? '' : `${trust} trust`},450000,300000,Vale`
  const register = schools.flatMap((school) => [
    ...(school.formerly === undefined ? [] : [row(school.formerly, { ...school, trust: null }, true)]),
    row(school.urn, school, false),
  ])
  const links = schools.flatMap(({ urn, formerly }) =>
    formerly === undefined
      ? []
      : [`${formerly},${urn},x,Successor,2020-09-01`, `${urn},${formerly},x,Predecessor,2020-09-01`],
  )
  return [
    [
      'register.csv',
      csv(
        'URN,LA (code),LA (name),EstablishmentNumber,EstablishmentName,TypeOfEstablishment (code),EstablishmentStatus (code),PhaseOfEducation (code),OpenDate,CloseDate,Trusts (code),Trusts (name),Easting,Northing,DistrictAdministrative (name)',
        ...register,
      ),
    ],
    ...(links.length === 0
      ? []
      : [['links.csv', csv('URN,LinkURN,LinkName,LinkType,LinkEstablishedDate', ...links)] as const]),
    [
      'framework.csv',
      csv(
        'Framework,Strand,Theme,Level,Number,Criterion',
        `${name}Goal000000,Co-curricular,Choirs,Focusing,1,${name}Goal000000 is sung`,
      ),
    ],
    [
      'goals.csv',
      csv(
        'Goal,Title,Measure,Wanted,Target percent,Target year',
        `${name}Goal000001,${name}Goal000001 is reached,coverage,Audited,80,2027/28`,
      ),
    ],
    [
      'audits.csv',
      csv(
        'URN,Meeting date,Adviser,Curriculum music,Co-curricular,Leadership and Management,Community and partnerships',
        ...schools.map(({ urn }) => `${urn},2025-03-05,${name}Adviser${urn},Focusing,Developing,Establishing,Focusing`),
      ),
    ],
    [
      'priorities.csv',
      csv(
        'URN,Meeting date,Priority,What,Why',
        ...schools.map(({ urn }) => `${urn},2025-03-05,1,${name}Words${urn},because ${name}Words${urn}`),
      ),
    ],
    [
      'reflections.csv',
      csv(
        'URN,Meeting date,Month,Returned on,Priority,Achieved,Comment',
        ...schools.map(({ urn }) => `${urn},2025-03-05,12,2025-12-01,1,Started,${name}Words${urn}`),
      ),
    ],
    [
      'vale.geojson',
      new TextEncoder().encode(
        geoJson([[{ name: 'Vale', attribution: `Drawn by ${name}Goal000003` }, neighbours['Northvale']]]),
      ),
    ],
  ]
}

/** Somebody of one of the two hubs, as the oracle knows them. */
export interface PersonKnown {
  readonly hub: HubKnown
  readonly role: Role
  readonly organisation: string | null
  readonly assigned: readonly number[]
  readonly cookie: string
}

/** What of each hub can be asked for by its number or id. */
export interface ObjectsKnown {
  readonly receipt: number
  readonly file: string
  readonly mapping: number
  /** The id of a hub leader. */
  readonly person: string
  readonly contact: string
  readonly return: number
  readonly remark: number
  readonly frozen: string
}

/** Fills a store with both hubs and people of every role in each; what councils are shown is approved, if not said otherwise. */
export async function twoHubs(store: Store, { approved = true } = {}) {
  const people: PersonKnown[] = []
  const objects = new Map<string, ObjectsKnown>()
  for (const hub of hubs) {
    const hubId = await addHub(store, { name: hub.name, area: hub.councils, now: '2026-01-01T00:00:00Z' })
    let receipt = 0
    for (const [fileName, bytes] of filesOf(hub)) {
      const file = { hub: hub.name, fileName: `${hub.name}File000000${fileName}`, bytes }
      const made = await load(store, { ...file, today: '2026-01-10', now: '2026-01-10T09:00:00Z', by: 'test' })
      if (made.problemCount > 0) throw new Error(JSON.stringify(made.problems))
      receipt = made.receiptId ?? receipt
    }
    const { dataVersion } = await getHub(store, hubId)
    if (approved) await approveSnapshot(store, { hubId, asOf: '2025-12-31', dataVersion }, 'test')
    const arriving = { hubId, name: `${hub.name}File000000.csv`, by: 'test', now: new Date().toISOString() }
    const { id, hash, size } = await stage(store, arriving, chunksOf('URN,What\n'))
    await move(store, id, ['arriving'], { state: 'stopped', hash, size })
    const mapping = hubId * 10
    await store
      .insertInto('mapping')
      .values({
        id: mapping,
        hubId,
        name: `${hub.name}File000000`,
        shape: hub.name,
        kind: 'audits',
        body: JSON.stringify({ kind: 'audits', columns: {} }),
        confirmedBy: 'test',
        confirmedAt: '2026-01-01T00:00:00Z',
        usedCount: 0,
        lastUsedAt: null,
      })
      .execute()

    const add = async (role: Role, organisation: string | null = null, assigned: readonly number[] = []) => {
      const made = await signedIn(store, { role, hubId, organisation, assigned, name: `${hub.name}Person000000` })
      people.push({ hub, role, organisation, assigned, cookie: made.cookie })
      return made.id
    }
    const consenting = { urn: hub.schools[0]?.urn ?? 0, role: 'Music Coordinator', source: 'request form' } as const
    const known = { name: `${hub.name}Contact000000`, address: `${hub.name}@school.example`, givenOn: '2025-01-10' }
    const contact = await recordConsent(store, { hubId, ...consenting, ...known }, 'test')
    const person = await add('hub leader')
    const returns = returnsOf(
      { store, evidenceOf: evidenceKeeper(store), today: () => '2026-01-10' },
      { id: person, hubId, role: 'hub leader' },
    )
    await store
      .insertInto('remark')
      .values({
        id: hubId * 100,
        hubId,
        page: '',
        measure: 'coverage',
        scope: '',
        text: `${hub.name}File000000`,
        meantFor: 'hub',
        dataVersion: 1,
        replaces: null,
        writtenAt: '2026-01-10T09:00:00Z',
        writtenBy: person,
        approvedAt: null,
        approvedBy: null,
        withdrawnAt: null,
        withdrawnBy: null,
      })
      .execute()
    await store
      .insertInto('frozenView')
      .values({
        id: `view${hubId}`,
        hubId,
        title: `${hub.name}File000000`,
        address: '/',
        dataVersion: 1,
        answers: '[]',
        remarks: '[]',
        frozenAt: '2026-01-10T09:00:00Z',
        frozenBy: person,
      })
      .execute()
    const drafted = await returns.draft('arts-council', 2024)
    objects.set(hub.name, {
      receipt,
      file: id,
      mapping,
      person,
      contact,
      return: drafted,
      remark: hubId * 100,
      frozen: `view${hubId}`,
    })
    await add('data steward')
    await add('adviser')
    await add(
      'adviser',
      null,
      hub.schools.slice(0, 1).map(({ urn }) => urn),
    )
    for (const council of hub.councils) await add('council officer', council)
    for (const { urn, formerly } of hub.schools) await add('school user', String(formerly ?? urn))
    for (const trust of ['T1', 'T2']) await add('trust user', trust)
  }
  return { people, objects }
}

async function* chunksOf(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text)
}
