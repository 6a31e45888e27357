import { afterAll, describe, expect, it } from 'vitest'
import { hubWith, loadFile } from '../ingest/story.ts'
import { ask, tokenIn } from './files-app.ts'
import { appOf } from './sample-app.ts'
import { signedIn } from './signed-in.ts'

const audits = (level: string) =>
  `URN,Meeting date,Adviser,Curriculum music,Co-curricular,Leadership and Management,Community and partnerships\n100001,2025-03-05,Jo,${level},Developing,Establishing,\n`

describe('a frozen view', async () => {
  const store = await hubWith(audits('Focusing'))
  const app = await appOf(store, '2026-01-10')
  const { cookie } = await signedIn(store, { role: 'adviser', name: 'Amos Quaver' })
  afterAll(async () => {
    await app.close()
    await store.destroy()
  })
  const get = (url: string) => ask(app, url, { headers: { cookie } })
  const post = async (url: string, fields: Readonly<Record<string, string>>) =>
    ask(app, url, {
      method: 'POST',
      payload: new URLSearchParams({ token: tokenIn((await get('/account')).body), ...fields }).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', cookie },
    })
  const view = '/measures/strand-profile?phase=Primary&asOf=2026-01-10'

  it('keeps the figures and remarks of a page at its data version, and later says that there are newer data and offers both', async () => {
    expect((await get(view)).body).toContain('/frozen/new?view=%2Fmeasures%2Fstrand-profile%3Fphase%3DPrimary')
    await post('/commentary', {
      page: '',
      measure: 'strand-profile',
      scope: 'phase=Primary',
      view,
      text: 'One school so far.',
    })
    expect((await get(`/frozen/new?view=${encodeURIComponent(view)}`)).body).toContain('<li>Strand profile</li>')
    expect((await post('/frozen', { view, title: ' ' })).body).toContain('Enter a title')
    const { status, to } = await post('/frozen', { view, title: 'Committee of 12 January' })
    expect(status).toBe(303)
    const before = (await get(to)).body
    expect(before).toContain('Committee of 12 January')
    expect(before).toContain('There are no newer data')
    expect(before).toContain('One school so far.')
    const filesOf = async () =>
      Promise.all(['1.csv', '1.svg'].map(async (name) => (await get(`${to}/files/${name}`)).body))
    const files = await filesOf()
    expect(files[0]).toContain('Curriculum music,1,0,0,0,0,')
    expect(before).toContain(`href="${to}/files/1.csv"`)
    expect(before).not.toContain('href="/api/measures/')
    expect(before).toMatch(/href="\/measures\/strand-profile\/lineage\?[^"]*version=\d+/)
    const table = (page: string) => /<tbody[^]*?<\/tbody>/.exec(page)?.[0].replaceAll(/\s+/g, ' ')
    await loadFile(store, 'correction.csv', audits('Enhancing'))
    const after = (await get(to)).body
    expect(after).toContain('There are newer data, version')
    expect(after).toContain('href="/measures/strand-profile?phase=Primary&amp;asOf=2026-01-10"')
    expect(table(after)).toBe(table(before))
    expect(table((await get(view)).body)).not.toBe(table(before))
    expect(await filesOf()).toEqual(files)
    expect((await get('/frozen')).body).toMatch(/Committee of 12 January[^]*Amos Quaver/)
    await expect(store.updateTable('frozenView').set({ title: 'x' }).execute()).rejects.toThrow('never changed')
  })

  it('keeps strand profiles side by side too, and gives their numbers and picture as they were', async () => {
    const { to } = await post('/frozen', { view: '/strands', title: 'All strands' })
    const { body } = await get(to)
    expect([...body.matchAll(/<figure class="figure" id="([^"]+)"/g)].map(([, id]) => id)).toEqual([
      'strand-profile-1',
      'profiles-year-2',
      'strand-progress-3',
      'profiles-phase-4',
    ])
    expect((await get(`${to}/files/2.csv`)).body).toContain('As of,Strand,Focusing')
    expect((await get(`${to}/files/2.svg`)).body).toMatch(/^<svg/)
    for (const name of ['0.csv', '9.csv', '1.txt']) expect((await get(`${to}/files/${name}`)).status).toBe(404)
  })

  it('is of a page of ours that the one who asks can see, and of nothing else', async () => {
    for (const other of ['//elsewhere.example/', '/api/measures/coverage', '/people', '/nothing', 'x'])
      expect((await post('/frozen', { view: other, title: 'x' })).status).toBe(404)
    expect((await get('/frozen/nothing')).status).toBe(404)
  })

  it('is offered on pages with figures alone, and found again from every page', async () => {
    const offering: string[] = []
    for (const url of ['/', '/strands', '/districts', '/explore', '/schools', '/definitions'])
      if ((await get(url)).body.includes('href="/frozen/new')) offering.push(url)
    expect(offering).toEqual(['/', '/strands', '/districts'])
    expect((await get('/definitions')).body).toContain('href="/frozen"')
  })

  it('of how advisers rate is for who leads them, as the measure itself is in whatever form', async () => {
    const leader = await signedIn(store, { role: 'hub leader', name: 'Leda Fugue' })
    const of = (cookie: string, url: string, options = {}) => ask(app, url, { headers: { cookie }, ...options })
    const frozen = await ask(app, '/frozen', {
      method: 'POST',
      payload: new URLSearchParams({
        token: tokenIn((await of(leader.cookie, '/account')).body),
        view: '/advisers?asOf=2026-01-10',
        title: 'Moderation',
      }).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', cookie: leader.cookie },
    })
    const addresses = [
      frozen.to,
      `${frozen.to}/files/1.csv`,
      '/measures/adviser-consistency',
      '/measures/adviser-consistency/lineage?column=audits&row=totals',
      '/api/measures/adviser-consistency?strand=Co-curricular',
      '/api/measures/adviser-consistency.csv?strand=Co-curricular',
      '/charts/adviser-consistency.svg?strand=Co-curricular',
    ]
    const isLedThere = async (cookie: string) =>
      (await of(cookie, '/definitions')).body.includes('href="/measures/adviser-consistency')
    expect([await isLedThere(leader.cookie), await isLedThere(cookie)]).toEqual([true, false])
    const found = async (cookie: string) =>
      Promise.all(addresses.map(async (address) => (await of(cookie, address)).status))
    expect(await found(leader.cookie)).toEqual(addresses.map(() => 200))
    expect(await found(cookie)).toEqual(addresses.map(() => 404))
    expect((await of(leader.cookie, '/frozen')).body).toContain('Moderation')
    expect((await get('/frozen')).body).not.toContain('Moderation')
  })
})
