import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { roles } from '../../analytics/framework/role.ts'
import { addHub, beginHub } from '../../ingest/hub.ts'
import { openStore, type Store } from '../../migrations/open.ts'
import { evidenceKeeper } from '../../server/evidence.ts'
import { getHub, listCouncils, listHubs } from '../../server/queries/hub.ts'
import { ask, tokenIn } from './files-app.ts'
import { appOf } from './sample-app.ts'
import { signedIn } from './signed-in.ts'

let store: Store
let app: Awaited<ReturnType<typeof appOf>>
let hubId: number
let cookie: string
beforeAll(async () => {
  store = await openStore(':memory:')
  hubId = await beginHub(store, '2026-01-01T00:00:00Z')
  app = await appOf(store, '2026-01-10', ':memory:', false)
  ;({ cookie } = await signedIn(store, { name: 'Dora Stave' }))
})
afterAll(async () => {
  await app.close()
  await store.destroy()
})

const get = (url: string, of = cookie) => ask(app, url, { headers: { cookie: of } })
const post = async (url: string, fields: Readonly<Record<string, string>>) =>
  ask(app, url, {
    method: 'POST',
    payload: new URLSearchParams({ token: tokenIn((await get('/account')).body), ...fields }).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', cookie },
  })
const councils = async () => listCouncils(store, hubId, (await getHub(store, hubId)).dataVersion)

describe('a hub of which nothing is known yet', () => {
  it('leads its steward to the steps, tells others kindly what is missing, and fails nobody on any page', async () => {
    expect((await get('/')).to).toBe('/hub')
    const page = (await get('/hub')).body
    expect(page).toContain('Set up your hub')
    expect(page).toContain('0 of 6 steps completed')
    expect(page).toContain('Cannot start yet')
    const paths = app.routeTable
      .filter(({ method, url }) => method === 'GET' && !url.startsWith('/assets'))
      .map(({ url }) => url.replace(':slug', 'co-curricular').replace(':kind', 'audits').replace(':table', 'ratings'))
      .map((url) =>
        url.replace(':name', 'coverage').replace(/:(id|urn)/, url.includes('/schools') ? '100001' : 'coverage'),
      )
    expect(paths.length).toBeGreaterThan(30)
    for (const role of roles) {
      const organisation = { 'council officer': '901', 'school user': '100001', 'trust user': 'T1' }[
        role as 'trust user'
      ]
      const somebody = await signedIn(store, { role, organisation: organisation ?? null })
      for (const path of paths) {
        const { status } = await get(path, somebody.cookie)
        expect({ role, path, isFault: status >= 500 }).toEqual({ role, path, isFault: false })
      }
    }
    for (const role of ['hub leader', 'adviser'] as const)
      expect((await get('/', (await signedIn(store, { role })).cookie)).body).toContain(
        'no school register has been loaded',
      )
  })

  it('is named and given councils by name or code, and says at the field what it does not know', async () => {
    const wrong = await post('/hub/councils', { name: '', more: 'Leicestershire, Leics' })
    expect(wrong.status).toBe(400)
    expect(wrong.body).toContain('Enter the name of the hub')
    expect(wrong.body).toContain('There is no council “Leics”')
    expect((await post('/hub/councils', { name: 'Northshire', more: '' })).body).toContain('Enter at least one council')
    expect(await councils()).toEqual([])
    const made = await post('/hub/councils', { name: 'Northshire', more: 'leicestershire; Bristol, City of\n901' })
    expect(made.to).toBe('/hub')
    expect((await councils()).map(({ la }) => la)).toEqual(['801', '855', '901'])
    const page = (await get('/hub/councils')).body
    expect(page).toContain('Leicestershire (855)')
    expect(page).toContain('901 (no council we know of: check the code)')
    expect((await get('/hub')).body).toContain('Northshire')
  })
})

describe('the councils of a hub', () => {
  it('join and leave by day, each change at a data version and in the log; what was known before stands', async () => {
    const before = (await getHub(store, hubId)).dataVersion
    const fields = {
      name: 'Northshire',
      la: '',
      more: '',
      'from-855': '2025-09-01',
      'to-801': '2020-08-31',
      'out-901': 'yes',
    }
    const wrong = await post('/hub/councils', { ...fields, 'from-855': '2025-13-01', 'from-801': '2021-01-01' })
    expect(wrong.body).toContain('Use a day such as 2026-09-01')
    expect(wrong.body).toContain('The last day must not be before the first')
    expect((await post('/hub/councils', fields)).to).toBe('/hub/councils?saved')
    expect(await councils()).toEqual([
      { la: '801', fromOn: null, toOn: '2020-08-31' },
      { la: '855', fromOn: '2025-09-01', toOn: null },
    ])
    const evidenceOf = evidenceKeeper(store)
    const then = await evidenceOf(await getHub(store, hubId), before)
    expect(then.area.map(({ la, fromOn }) => [la, fromOn])).toEqual([
      ['801', null],
      ['855', null],
      ['901', null],
    ])
    expect((await evidenceOf(await getHub(store, hubId))).area).toHaveLength(2)
    const log = (await get('/audit-log?action=changed+the+hub')).body
    expect(log).toContain('2 entries')
    expect(log).toContain('Councils before: 801, 855, 901, councils now: 801 until 2020-08-31, 855 from 2025-09-01')
  })

  it('are changed by nothing where nothing changes, and by nobody of another hub', async () => {
    const { dataVersion } = await getHub(store, hubId)
    const same = { name: 'Northshire', more: '', 'from-855': '2025-09-01', 'to-801': '2020-08-31' }
    await post('/hub/councils', same)
    expect((await getHub(store, hubId)).dataVersion).toBe(dataVersion)
    await addHub(store, { name: 'Southshire', area: ['902'], now: '2026-01-01T00:00:00Z' })
    const taken = await post('/hub/councils', { ...same, name: 'Southshire' })
    expect(taken.status).toBe(400)
    expect(taken.body).toContain('Another hub here has that name')
    expect((await listHubs(store)).map(({ name }) => name)).toEqual(['Northshire', 'Southshire'])
  })
})

describe('a hub that was begun in the browser', () => {
  it('becomes the one that the command line names', async () => {
    const other = await openStore(':memory:')
    const begun = await beginHub(other, '2026-01-01T00:00:00Z')
    expect(await addHub(other, { name: 'Westshire', area: ['903'], now: '2026-01-01T00:00:00Z' })).toBe(begun)
    expect(await addHub(other, { name: 'Eastshire', area: ['904'], now: '2026-01-01T00:00:00Z' })).not.toBe(begun)
    expect((await listHubs(other)).map(({ name }) => name)).toEqual(['Eastshire', 'Westshire'])
    expect(await listCouncils(other, begun, 1)).toEqual([{ la: '903', fromOn: null, toOn: null }])
    await other.destroy()
  })
})
