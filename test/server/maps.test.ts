import { parse } from 'csv-parse/sync'
import { parseHTML } from 'linkedom'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tokenIn } from './files-app.ts'
import { sampleApp, type SampleApp } from './sample-app.ts'
import { signedIn } from './signed-in.ts'

let sample: SampleApp
let leader: string
beforeAll(async () => {
  sample = await sampleApp()
  leader = (await signedIn(sample.store, { role: 'hub leader' })).cookie
})
afterAll(() => sample.close())

const ask = async (url: string, cookie = leader) => {
  const { statusCode, body } = await sample.app.inject({ url, headers: { host: '127.0.0.1', cookie } })
  return { statusCode, body }
}
const get = async (url: string): Promise<string> => {
  const { statusCode, body } = await ask(url)
  expect({ url, statusCode }).toEqual({ url, statusCode: 200 })
  return body
}
const csv = async (url: string): Promise<readonly Readonly<Record<string, string>>[]> =>
  parse(await get(url), { columns: true })

const thanks = 'Boundaries of an invented county, which lies where there is only sea.'

/** The cells of the table beside a figure of a page. */
const tableIn = (page: string, figure: string): readonly (readonly string[])[] =>
  [...parseHTML(page).document.querySelectorAll(`#${figure} tbody tr`)].map((row) =>
    [...row.children].map((cell) => (cell.textContent ?? '').trim()),
  )

/** What the shapes of a figure's picture say. */
const saidIn = (page: string, figure: string): readonly string[] =>
  [...parseHTML(page).document.querySelectorAll(`#${figure} .figure__wide path > title`)].map(
    (title) => title.textContent ?? '',
  )

describe('the map of districts', () => {
  it('shows the figures of the funnel, in its picture, its table and its file', async () => {
    const query = 'strand=Co-curricular&asOf=2025-08-31'
    const page = await get(`/districts?${query}`)
    const rows = tableIn(page, 'district-map')
    const file = await csv(`/api/district-map.csv?${query}`)
    const funnel = await csv(`/api/measures/district-funnel.csv?${query}`)
    expect(rows.length).toBe(7)
    expect(file.map((row) => Object.values(row))).toEqual(rows)
    expect(rows).toEqual(
      funnel.map((row) => [
        row['district'],
        row['n'],
        row['atOrAbove'],
        `${Number(row['share']).toFixed(1)}%`,
        row['standing'],
      ]),
    )
    expect(saidIn(page, 'district-map')).toEqual(
      rows.map(([name, of, count, share, standing]) => `${name}: ${share}, ${count} of ${of} schools · ${standing}`),
    )
  })

  it('shows how many were audited, as coverage counts them, in hexagons too', async () => {
    const page = await get('/districts?show=audited&map=hexes')
    const rows = tableIn(page, 'district-map')
    for (const [name = '', of, count] of rows) {
      const [row] = await csv(`/api/measures/coverage.csv?district=${encodeURIComponent(name)}`)
      expect([of, count]).toEqual([row?.['population'], row?.['audited']])
    }
    expect(page).toMatch(/href="[^"]*show=audited[^"]*"[^>]*aria-current="true"/)
    expect(page).toContain('name="map" value="hexes"')
  })

  it('shows what it usually does where it is asked for something else, whatever that is called', async () => {
    const [usual, other] = [await get('/districts'), await get('/districts?show=toString&map=constructor')]
    expect(tableIn(other, 'district-map')).toEqual(tableIn(usual, 'district-map'))
    expect(saidIn(other, 'district-map')).toEqual(saidIn(usual, 'district-map'))
  })

  it('is frozen with its figures and shown as it was, its picture and its numbers too', async () => {
    const view = '/districts?show=audited&map=hexes&asOf=2025-08-31'
    const headers = { host: '127.0.0.1', cookie: leader, 'content-type': 'application/x-www-form-urlencoded' }
    const token = tokenIn(await get('/account'))
    const payload = new URLSearchParams({ token, view, title: 'Districts for committee' }).toString()
    const answer = await sample.app.inject({ url: '/frozen', method: 'POST', headers, payload })
    const to = String(answer.headers.location)
    const [page, frozen] = [await get(view), await get(to)]
    expect(tableIn(frozen, 'district-map-1')).toEqual(tableIn(page, 'district-map'))
    expect(saidIn(frozen, 'district-map-1')).toEqual(saidIn(page, 'district-map'))
    expect(frozen).toContain(thanks)
    expect(frozen).toContain('id="district-funnel-2"')
    expect(frozen).not.toContain('What the map shows')
    expect((await csv(`${to}/files/1.csv`)).map((row) => Object.values(row))).toEqual(tableIn(page, 'district-map'))
    expect(await get(`${to}/files/1.svg`)).toMatch(/^<svg[^]*<path/)
  })

  it('says whom it owes its boundaries, beside the picture and on it', async () => {
    expect(await get('/districts')).toContain(thanks)
    expect((await get('/charts/district-map.svg')).replaceAll(/<[^>]+>/g, ' ')).toContain(
      'Boundaries of an invented county',
    )
    expect(await get('/explore')).toContain(thanks)
  })

  it('stands in the linked views, as districts with their outlines', async () => {
    const { vconcat } = JSON.parse(await get('/api/explore.vl.json')) as { readonly vconcat: readonly object[] }
    expect(vconcat.length).toBe(4)
    expect(JSON.stringify(vconcat[0])).toContain('"district":"Lyre Forest","geometry":{"type":"MultiPolygon"')
  })

  it('is only there where boundaries are loaded, and the page says so', async () => {
    const { fromVersion } = await sample.store.selectFrom('boundary').select('fromVersion').executeTakeFirstOrThrow()
    await sample.store.updateTable('boundary').set({ fromVersion: 9999 }).execute()
    expect(await get('/districts?asOf=2025-08-29')).toContain('There is no map yet')
    expect(await get('/charts/district-map.svg?asOf=2025-08-29')).toContain('not on the map')
    expect(await get('/schools/map?asOf=2025-08-29')).toContain('There is no map yet')
    await sample.store.updateTable('boundary').set({ fromVersion }).execute()
  })
})

describe('the map of schools', () => {
  it('shows every school once, by how it was met, to who leads the hub and to nobody else', async () => {
    const page = await get('/schools/map')
    const said = saidIn(page, 'school-map')
    const rows = tableIn(page, 'school-map')
    const sum = (at: number): number => rows.reduce((all, row) => all + Number(row[at]), 0)
    const [coverage] = await csv('/api/measures/coverage.csv')
    expect(said.length).toBe(Number(coverage?.['population']))
    expect(sum(1)).toBe(Number(coverage?.['notAudited']))
    expect(sum(2) + sum(3)).toBe(Number(coverage?.['audited']))
    expect(said.filter((each) => each.endsWith(': never met')).length).toBe(sum(1))
    expect(page).toContain(thanks)
    const adviser = await signedIn(sample.store, { role: 'adviser' })
    expect((await ask('/schools/map', adviser.cookie)).statusCode).toBe(404)
    expect((await ask('/schools', adviser.cookie)).body).not.toContain('/schools/map')
  })
})
