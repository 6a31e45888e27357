import { afterAll, beforeAll, expect, it } from 'vitest'
import { unzipSync } from 'fflate'
import { openStore, type Store } from '../../migrations/open.ts'
import { ask, tokenIn } from './files-app.ts'
import { loadFile } from '../ingest/story.ts'
import { appOf } from './sample-app.ts'
import { twoHubs, type PersonKnown } from './two-hubs.ts'

let store: Store
let app: Awaited<ReturnType<typeof appOf>>
let officer: PersonKnown
let steward: PersonKnown
beforeAll(async () => {
  store = await openStore(':memory:')
  const { people } = await twoHubs(store, { approved: false })
  steward = people.find(({ role, hub }) => role === 'data steward' && hub.name === 'North')!
  officer = people.find(({ role, organisation }) => role === 'council officer' && organisation === '901')!
  app = await appOf(store, '2026-01-10', ':memory:', false)
})
afterAll(async () => {
  await app.close()
  await store.destroy()
})

const get = async (url: string, who = officer) => (await ask(app, url, { headers: { cookie: who.cookie } })).body

const approve = async (fields: Readonly<Record<string, string>>) =>
  ask(app, '/council-reports', {
    method: 'POST',
    payload: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', cookie: steward.cookie },
  })

it('a council is shown nothing before the steward has looked it over and approved it', async () => {
  expect(await get('/council')).toContain('There is no report yet')
  expect((await ask(app, '/council/county-report.xlsx', { headers: { cookie: officer.cookie } })).status).toBe(404)
  const draft = await get('/council-reports', steward)
  expect(draft).toContain('Reports for councils: autumn term 2025/26')
  expect(draft).toMatch(/NorthCouncil000901[^]*NorthCouncil000911/)
  const token = tokenIn(draft)
  const version = /name="version" value="(\d+)"/.exec(draft)?.[1] ?? ''
  expect((await approve({ token, version: String(Number(version) - 1) })).body).toContain('Something was loaded since')
  expect((await approve({ token })).status).toBe(400)
  expect(await get('/council')).toContain('There is no report yet')
  expect((await approve({ token, version })).to).toBe('/council-reports')
  expect(await get('/council-reports', steward)).toContain('it does not change any more')
  const log = await store
    .selectFrom('auditLog')
    .select('detail')
    .where('action', '=', 'approved council reports')
    .execute()
  expect(log).toEqual([{ detail: `{"asOf":"2025-12-31","dataVersion":${version}}` }])
})

it('a council is shown the end of the last term as it was known then, whatever is loaded later and whatever is asked', async () => {
  const first = await get('/council')
  expect(first).toContain('NorthCouncil000901: autumn term 2025/26')
  expect(first).toContain('As things stood on 31 December 2025')
  expect(await get('/council?phase=Primary&asOf=2020-01-01&council=911')).toBe(first)
  const correction = 'URN,Meeting date,Strand,Level\n100001,2025-03-05,Co-curricular,Enhancing\n'
  expect((await loadFile(store, 'correction.csv', correction, { hub: 'North' })).changed).toBe(1)
  expect(await get('/council')).toBe(first)
  expect(await store.selectFrom('councilSnapshot').select(['asOf', 'approvedBy']).execute()).toMatchObject([
    { asOf: '2025-12-31' },
  ])
})

it('its workbook names no school, and small numbers are marked and not shown', async () => {
  const { rawPayload } = await app.inject({
    url: '/council/county-report.xlsx',
    headers: { host: '127.0.0.1', cookie: officer.cookie },
  })
  const text = Object.values(unzipSync(rawPayload))
    .map((part) => Buffer.from(part).toString())
    .join()
  expect(text).not.toContain('NorthName')
  expect(await get('/council')).toContain('[c]')
})
