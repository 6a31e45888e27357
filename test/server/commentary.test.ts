import { afterAll, describe, expect, it } from 'vitest'
import { hubWith } from '../ingest/story.ts'
import { remarksFor } from '../../server/access/remarks.ts'
import { plainValue } from '../../dashboards/workbooks/formats/csv.ts'
import { readBook } from '../../dashboards/workbooks/lint/book.ts'
import { evidenceKeeper } from '../../server/evidence.ts'
import { getHub } from '../../server/queries/hub.ts'
import { workbookOf, type WorkbookName } from '../../server/wrapping/workbooks.ts'
import { ask, tokenIn } from './files-app.ts'
import { appOf } from './sample-app.ts'
import { signedIn } from './signed-in.ts'

const audits = `URN,Meeting date,Adviser,Curriculum music,Co-curricular,Leadership and Management,Community and partnerships
100001,2025-03-05,Jo,Focusing,Developing,Establishing,
`

describe('commentary', async () => {
  const store = await hubWith(audits)
  const app = await appOf(store, '2026-01-10')
  const leader = await signedIn(store, { role: 'hub leader', name: 'Harriet Cadence' })
  const steward = await signedIn(store)
  const officer = await signedIn(store, { role: 'council officer', organisation: '901' })
  const reader = {
    id: officer.id,
    hubId: 1,
    name: '',
    role: 'council officer',
    organisation: '901',
    assigned: [],
  } as const
  afterAll(async () => {
    await app.close()
    await store.destroy()
  })

  const get = (url: string, { cookie } = leader) => ask(app, url, { headers: { cookie } })
  const post = async (url: string, fields: Readonly<Record<string, string>>, { cookie } = leader) =>
    ask(app, url, {
      method: 'POST',
      payload: new URLSearchParams({
        token: tokenIn((await get('/account', { id: '', cookie })).body),
        ...fields,
      }).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', cookie },
    })
  const on = { measure: 'coverage', page: '', scope: '', view: '/' }

  it('stands with a name and a day wherever the figure is shown of the same schools, and a page known before is sent anew', async () => {
    const { headers } = await get('/')
    const sent = await post('/commentary', { ...on, text: 'Two audits were put off by snow.\nThey are in March now.' })
    expect(sent).toMatchObject({
      status: 303,
      to: '/commentary?page=&measure=coverage&scope=&view=%2F'.replace('page=&', '').replace('&scope=', ''),
    })
    for (const url of ['/', '/measures/coverage']) {
      const { body } = await get(url)
      expect(body).toContain('Two audits were put off by snow.')
      expect(body).toMatch(/Harriet Cadence,\s+\d+ \w+ \d{4}/)
    }
    expect((await get('/?phase=Primary')).body).not.toContain('put off by snow')
    const again = await ask(app, '/', { headers: { cookie: leader.cookie, 'if-none-match': String(headers['etag']) } })
    expect(again.status).toBe(200)
  })

  it('flags the names of schools before it is saved, and lets none stand that the council is to read', async () => {
    const text = 'Ash Primary and beech high moved.'
    const asked = await post('/commentary', { ...on, text })
    expect(asked.status).toBe(400)
    expect(asked.body).toContain('This seems to name Ash Primary, Beech High')
    expect((await get('/')).body).not.toContain('beech high moved')
    expect((await post('/commentary', { ...on, text, isNamed: 'yes' })).status).toBe(303)
    expect((await get('/')).body).toContain('beech high moved')
    const council = await post('/commentary', { ...on, text, isNamed: 'yes', meantFor: 'council' })
    expect(council.status).toBe(400)
    expect(council.body).toContain('What the council reads names no school: leave out Ash Primary, Beech High')
  })

  it('is told to the council where it is meant for it and the steward has approved it, and not before', async () => {
    const text = 'Fewer schools were met than planned.'
    await post('/commentary', { ...on, scope: 'council=901', text, meantFor: 'council' })
    const id = (await store.selectFrom('remark').select('id').where('text', '=', text).executeTakeFirstOrThrow()).id
    const told = async () => (await remarksFor(store, reader)).map(({ text, by }) => ({ text, by }))
    expect(await told()).toEqual([])
    expect((await post(`/commentary/${id}/approve`, on)).status).toBe(404)
    expect((await post(`/commentary/${id}/approve`, on, steward)).status).toBe(303)
    expect(await told()).toEqual([{ text, by: 'The hub' }])
    expect(await remarksFor(store, { ...reader, organisation: '902' })).toEqual([])
    expect((await get('/commentary?measure=coverage', officer)).status).toBe(404)
  })

  it('is in the workbooks of what it is on: no school named to the board, and to the council what is approved for it', async () => {
    const told = async (remarks: Parameters<typeof workbookOf>[1]['remarks'], name: WorkbookName, council?: string) => {
      const evidence = await evidenceKeeper(store)(await getHub(store, 1))
      const asked = { asOf: '2026-01-10', where: council === undefined ? {} : { council } }
      const { spec } = workbookOf(name, { evidence, asked, producedOn: '2026-01-10', remarks })
      const sheet = spec.tables.find(({ tab }) => tab === 'Commentary')
      return Array.from(sheet?.rows ?? [], (row) => row.slice(0, 3).map((cell) => plainValue(cell)))
    }
    const all = await remarksFor(store, { ...reader, role: 'hub leader', organisation: null })
    const snow = ['Coverage', 'Two audits were put off by snow. They are in March now.', 'Harriet Cadence']
    const named = ['Coverage', 'Ash Primary and beech high moved.', 'Harriet Cadence']
    const fewer = ['Coverage, council 901', 'Fewer schools were met than planned.', 'Harriet Cadence']
    expect(await told(all, 'county-report')).toEqual([fewer, named, snow])
    expect(await told(all, 'board-pack')).toEqual([fewer, snow])
    expect(await told(all, 'county-report', '901')).toEqual([fewer])
    const toCouncil = await remarksFor(store, reader)
    expect(await told(toCouncil, 'council-report', '901')).toEqual([[...fewer.slice(0, 2), 'The hub']])
    const { rawPayload } = await app.inject({
      url: '/workbooks/board-pack.xlsx?asOf=2026-01-10',
      headers: { host: '127.0.0.1', cookie: leader.cookie },
    })
    const sheet = readBook(rawPayload).sheets.find(({ tab }) => tab === 'Commentary')
    expect([...(sheet?.cells.values() ?? [])].map(({ text }) => text)).toEqual(expect.arrayContaining(snow))
  })

  it('is replaced or withdrawn, and what was said before is kept', async () => {
    const id = String((await store.selectFrom('remark').select('id').orderBy('id').executeTakeFirstOrThrow()).id)
    await post('/commentary', { ...on, text: 'Two audits were put off to April.', replaces: id })
    const page = (await get('/')).body
    expect(page).toContain('put off to April')
    expect(page).not.toContain('put off by snow')
    const history = (await get('/commentary?measure=coverage')).body
    expect(history).toMatch(/put off by snow[^]*Replaced \d+ \w+ \d{4} at [^<]* by Harriet Cadence\./)
    const last = (await store.selectFrom('remark').select('id').orderBy('id', 'desc').executeTakeFirstOrThrow()).id
    const adviser = await signedIn(store, { role: 'adviser' })
    expect((await post(`/commentary/${last}/withdraw`, on, adviser)).status).toBe(400)
    expect((await post(`/commentary/${last}/withdraw`, on)).status).toBe(303)
    expect((await get('/')).body).not.toContain('put off to April')
    expect((await get('/commentary?measure=coverage')).body).toMatch(/put off to April[^]*Withdrawn/)
    expect((await post('/commentary', { ...on, text: ' ' })).body).toContain('Enter what there is to say')
    expect((await post('/commentary', { ...on, measure: 'nothing', text: 'x' })).status).toBe(404)
    const log = await store.selectFrom('auditLog').selectAll().where('action', 'like', '%remark%').execute()
    expect(log.map(({ action }) => action)).toContain('withdrew a remark')
    expect(JSON.stringify(log)).not.toContain('by snow')
  })
})
