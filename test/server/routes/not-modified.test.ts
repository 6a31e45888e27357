import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addHub } from '../../../ingest/hub.ts'
import { loadFile } from '../../ingest/story.ts'
import { filesApp, type FilesApp } from '../files-app.ts'
import { signedIn } from '../signed-in.ts'

let files: FilesApp
beforeAll(async () => void (files = await filesApp()))
afterAll(() => files.close())

/** Asks as a browser does that may have the answer already. */
async function get(url: string, { etag, cookie = files.cookie }: { etag?: string; cookie?: string } = {}) {
  const headers = { host: '127.0.0.1', cookie, ...(etag === undefined ? {} : { 'if-none-match': etag }) }
  const answered = await files.app.inject({ url, headers })
  const { statusCode, body } = answered
  return { status: statusCode, body, etag: String(answered.headers['etag']), headers: answered.headers }
}

const answers = [
  '/api/measures/coverage',
  '/api/measures/coverage.csv',
  '/api/measures/coverage.arrow',
  '/charts/coverage.svg',
]
const pages = ['/', '/strands/co-curricular', '/measures/coverage']

describe.each([...answers, ...pages])('%s', (url) => {
  it('is told to be the same to a browser that has it, for that person only and until something is loaded', async () => {
    const first = await get(url)
    expect(first).toMatchObject({ status: 200, etag: expect.stringMatching(/^W\/"[\w-]{27}"$/) })
    expect(first.headers['cache-control']).toBe('private, no-cache')
    expect(await get(url, first)).toMatchObject({ status: 304, body: '', etag: first.etag })
    expect(await get(url, { etag: `"other", ${first.etag}` })).toMatchObject({ status: 304 })
    expect(await get(url, { etag: 'W/"other"' })).toMatchObject({ status: 200 })
  })
})

describe('what a browser has', () => {
  it('is out of date after a load', async () => {
    const before = await Promise.all([...answers, ...pages].map((url) => get(url)))
    const audits = 'URN,Meeting date,Strand,Level\n100002,2025-03-04,Co-curricular,Focusing\n'
    expect(await loadFile(files.store, 'audits.csv', audits)).toMatchObject({ new: 1 })
    const after = await Promise.all([...answers, ...pages].map((url, at) => get(url, before[at])))
    expect(after.map(({ status }) => status)).toEqual(after.map(() => 200))
    expect(after.map(({ body }, at) => body === before[at]?.body)).toEqual(after.map(() => false))
  })

  it('is no page of another person, whose forms carry another token', async () => {
    const { cookie } = await signedIn(files.store, { role: 'hub leader' })
    const own = await get('/')
    const other = await get('/', { etag: own.etag, cookie })
    expect(other.status).toBe(200)
    expect(other.body).not.toBe(own.body)
  })

  it('holds nothing of the person who asked first where others are given it too', async () => {
    const { cookie, id } = await signedIn(files.store, { role: 'hub leader' })
    for (const url of answers) {
      const [own, other] = [await get(url), await get(url, { cookie })]
      expect(other.body).toBe(own.body)
      expect(own.body).not.toContain(id)
      expect(own.body).not.toMatch(/token|nonce|A data steward/)
    }
  })

  it('is nothing of another hub, which is given its own', async () => {
    await addHub(files.store, { name: 'Southshire', area: ['902'], now: '2026-01-01T00:00:00Z' })
    const { id: hubId } = await files.store
      .selectFrom('hub')
      .select('id')
      .where('name', '=', 'Southshire')
      .executeTakeFirstOrThrow()
    const { cookie } = await signedIn(files.store, { role: 'hub leader', hubId })
    for (const url of ['/api/measures/coverage', '/']) {
      const own = await get(url)
      const other = await get(url, { etag: own.etag, cookie })
      expect(other.status).toBe(200)
      expect(other.body).not.toContain('Northshire')
    }
    expect(JSON.parse((await get('/api/measures/coverage', { cookie })).body)).toMatchObject({ population: 0 })
  })

  it('is nothing to somebody it is not for', async () => {
    const { etag } = await get('/api/measures/coverage')
    const { cookie } = await signedIn(files.store, { role: 'council officer', organisation: '901' })
    expect(await get('/api/measures/coverage', { etag, cookie })).toMatchObject({ status: 404 })
    expect(await get('/api/measures/coverage', { etag, cookie: '' })).toMatchObject({ status: 401 })
  })
})
