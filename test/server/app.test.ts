import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import fastify from 'fastify'
import { addHub } from '../../ingest/hub.ts'
import { openStore } from '../../migrations/open.ts'
import { requireAudience } from '../../server/access/audience.ts'
import { requireLoopback } from '../../server/access/loopback.ts'
import { appOf, sampleApp, type SampleApp } from './sample-app.ts'
import { signedIn } from './signed-in.ts'

let sample: SampleApp
beforeAll(async () => void (sample = await sampleApp()))
afterAll(() => sample.close())

const get = (url: string, host = '127.0.0.1') => sample.app.inject({ url, headers: { host, cookie: sample.cookie } })

describe('the server', () => {
  it('answers every page with HTML that carries no inline script or style, under a policy that forbids both', async () => {
    for (const url of [
      '/',
      '/strands/co-curricular',
      '/measures/coverage',
      '/schools',
      '/schools/900001',
      '/schools/900001/comparators',
      '/nothing',
    ]) {
      const { headers, body } = await get(url)
      expect(headers['content-type']).toMatch(/^text\/html/)
      expect(headers['content-security-policy']).toMatch(/default-src 'none'/)
      expect(headers['content-security-policy']).not.toMatch(/unsafe/)
      expect(body).not.toMatch(/<style|\sstyle=|<script>|\son\w+=/)
    }
  })

  it('says that the county is invented and which day it takes for today', async () => {
    expect((await get('/')).body).toContain('30 June 2026')
  })

  it('says in words what can be asked, when it cannot answer', async () => {
    expect((await get('/?council=123')).statusCode).toBe(400)
    expect((await get('/?council=123')).body).toContain('990')
    for (const day of ['2026-02-30', '9999-12-31', '0000-01-01'])
      expect((await get(`/?asOf=${day}`)).body).toContain('2026-08-31')
    expect((await get('/api/measures/strand-progres')).json()).toMatchObject({ status: 404 })
    expect((await get('/api/measures/transition-matrix')).json()).toMatchObject({ status: 400 })
    expect((await get('/api/measures/coverage?strand=Co-curricular')).json()).toMatchObject({ status: 400 })
    for (const path of ['/', '/schools', '/strands/co-curricular', '/workbooks/county-report.xlsx'])
      expect((await get(`${path}?during=2024`)).statusCode).toBe(400)
    expect((await get('/schools/123456')).statusCode).toBe(404)
    expect((await get('/strands/brass')).statusCode).toBe(404)
    expect((await get('/measures/brass')).statusCode).toBe(404)
    expect((await get('/measures/award-ladder?strand=Co-curricular')).statusCode).toBe(400)
  })

  it('takes what is asked for from the address alone, and a blank as not asked', async () => {
    const [all, blank] = await Promise.all([
      get('/api/measures/coverage'),
      get('/api/measures/coverage?council=&phase=&asOf='),
    ])
    expect(blank.json()).toEqual(all.json())
    const one = (await get('/api/measures/coverage?council=991&phase=primary&asOf=2024-08-31')).json()
    expect(one).toMatchObject({ asOf: '2024-08-31', where: { council: '991', phase: 'Primary' } })
    expect(one.population).toBeLessThan(all.json().population)
  })

  it('takes schools of one kind, says which they are, and the year and basis of free school meals', async () => {
    const asked = async (query: string) => (await get(`/api/measures/coverage?${query}`)).json()
    const all = (await asked('')).population
    const bands = ['Under 10%', '10% to under 20%', '20% to under 35%', '35% and over', 'Unknown']
    const parts = await Promise.all(bands.map((band) => asked(`fsm=${encodeURIComponent(band)}`)))
    expect(parts.reduce((sum, { population }) => sum + population, 0)).toBe(all)
    expect(parts[0].notes.join()).toContain('2025/26 on the basis current')
    const page = (await get('/schools?size=over+1000&rural=Urban')).body
    expect(page).toContain('<option value="Over 1000" selected>')
    expect((await get('/?size=over+1000&rural=Urban')).body).toContain('with over 1000 pupils, urban')
    expect((await asked('size=big')).detail).toContain('Up to 100, 101 to 210')
    expect((await asked('adviser=Nobody')).status).toBe(400)
  })

  it('leads from an audited school to how it stands among the others of its phase', async () => {
    const [, urn = ''] = /href="\/schools\/(\d{6})/.exec((await get('/schools?sort=audited')).body) ?? []
    const [, link = ''] = /href="(\/measures\/school-standing[^"]*)"/.exec((await get(`/schools/${urn}`)).body) ?? []
    expect(link).toBe(`/measures/school-standing?school=${urn}`)
    const page = (await get(link)).body
    expect(page).toContain(`value="${urn}"`)
    expect(page).toMatch(/peers above, \d+ level, \d+ below/)
  })

  it('names the schools most like a school to the hub, and to nobody else', async () => {
    expect((await get('/schools/900001')).body).toContain('href="/schools/900001/comparators"')
    const { body, statusCode } = await get('/schools/900001/comparators')
    expect(statusCode).toBe(200)
    expect(body).toContain('chosen from the')
    expect(body.match(/<a class="govuk-link" href="\/schools\/\d{6}"/g)?.length).toBeGreaterThan(10)
    expect((await get('/schools/123456/comparators')).statusCode).toBe(404)
    for (const [role, organisation] of [
      ['school user', '900001'],
      ['council officer', '990'],
    ] as const) {
      const { cookie } = await signedIn(sample.store, { role, organisation })
      const headers = { host: '127.0.0.1', cookie }
      const { body, statusCode } = await sample.app.inject({ url: '/schools/900001/comparators', headers })
      expect(statusCode).toBe(404)
      expect(body).not.toContain('Schools most like')
      expect((await sample.app.inject({ url: '/schools/900001', headers })).body).not.toContain('comparators')
    }
  })

  it('gives a measure in the form that the Accept header asks for', async () => {
    const asked = (accept: string) =>
      sample.app.inject({
        url: '/api/measures/coverage',
        headers: { host: '127.0.0.1', cookie: sample.cookie, accept },
      })
    expect((await asked('text/csv')).body).toMatch(/^population,engaged/)
    expect((await asked('application/json')).json()).toMatchObject({ measure: 'coverage' })
    expect((await asked('*/*')).headers['content-type']).toMatch(/json/)
  })

  it('finds schools by a part of the name or by URN, sorts them and cuts pages', async () => {
    const rows = (body: string): number => body.match(/href="\/schools\/\d{6}/g)?.length ?? 0
    expect(rows((await get('/schools')).body)).toBe(50)
    expect(rows((await get('/schools?q=900001')).body)).toBeLessThanOrEqual(1)
    expect(rows((await get('/schools?page=999')).body)).toBeGreaterThan(0)
    expect((await get('/schools?q=%3Cscript%3Ealert(1)%3C/script%3E')).body).not.toContain('<script>alert')
  })

  it('refuses requests that came for another name', async () => {
    expect((await get('/', 'crescendo.example')).statusCode).toBe(400)
    expect((await get('/', 'localhost:8080')).statusCode).toBe(200)
  })

  it('refuses any address but its own machine', () => {
    expect(() => requireLoopback('0.0.0.0')).toThrow(/127\.0\.0\.1/)
    expect(() => requireLoopback('127.0.0.1')).not.toThrow()
  })

  it('does not start with a route that does not say who may use it, or what it is about', async () => {
    for (const config of [{}, { audience: 'anyone' as const }, { scope: 'hub' as const }]) {
      const app = fastify()
      requireAudience(app)
      app.get('/secret', { config }, async () => 'secret')
      await expect(app.ready()).rejects.toThrow('GET /secret')
    }
  })

  it('leads whoever is not signed in to where they can, and an API client to a plain answer', async () => {
    const asked = (url: string, method: 'GET' | 'POST' = 'GET') =>
      sample.app.inject({ url, method, headers: { host: '127.0.0.1' } })
    expect(await asked('/schools?q=a')).toMatchObject({
      statusCode: 303,
      headers: { location: '/sign-in?to=%2Fschools%3Fq%3Da' },
    })
    expect(await asked('/import', 'POST')).toMatchObject({ statusCode: 303, headers: { location: '/sign-in' } })
    expect((await asked('/api/measures/coverage')).json()).toMatchObject({ status: 401 })
    expect((await asked('/nothing')).statusCode).toBe(404)
    expect((await asked('/health/live')).statusCode).toBe(200)
  })

  it('describes its API, and says whether it lives', async () => {
    const { paths } = (await get('/api/docs')).json()
    expect(Object.keys(paths)).toEqual(expect.arrayContaining(['/api/measures/{name}']))
    expect((await get('/health/live')).json()).toEqual({ live: true })
    expect((await get('/health/ready')).json()).toEqual({ ready: true })
  })

  it('shows an empty hub, and no hub, as a first step and not as a fault', async () => {
    const store = await openStore(':memory:')
    const app = await appOf(store, '2026-06-30', ':memory:', false)
    const page = async (url: string, cookie = '') =>
      (await app.inject({ url, headers: { host: '127.0.0.1', cookie } })).body
    expect(await page('/sign-in')).toContain('hub add')
    await addHub(store, { name: 'Minimshire', area: ['990'], now: '2026-06-30T00:00:00Z' })
    expect(await page('/', (await signedIn(store, { role: 'hub leader' })).cookie)).toContain('crescendo ingest')
    await app.close()
    await store.destroy()
  })
})
