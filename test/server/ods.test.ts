import { setTimeout as pause } from 'node:timers/promises'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readBook } from '../../dashboards/workbooks/lint/book.ts'
import type { Store } from '../../migrations/open.ts'
import { odsWriter, officePath } from '../../server/jobs/office.ts'
import { Mistake } from '../../server/mistake.ts'
import type { WriteOds } from '../../server/wrapping/ods.ts'
import { hubWith } from '../ingest/story.ts'
import { tokenIn } from './files-app.ts'
import { appWith } from './sample-app.ts'
import { signedIn } from './signed-in.ts'
import { rowsIn } from './wrapping/open-document.ts'

const audits = `URN,Meeting date,Curriculum music,Co-curricular,Leadership and Management,Community and partnerships
100001,2025-03-05,Focusing,Developing,Establishing,
`
const type = 'application/vnd.oasis.opendocument.spreadsheet'
const office = officePath()
if (office === null) console.log('left out: OpenDocument by the browser, for LibreOffice is not on this machine')

let store: Store
let cookie: string
beforeAll(async () => {
  store = await hubWith(audits)
  ;({ cookie } = await signedIn(store))
})
afterAll(() => store.destroy())

/** The application with something that writes OpenDocument, asked by the steward. */
async function asking(writeOds: WriteOds | null) {
  const app = await appWith({ store, writeOds })
  return {
    close: () => app.close(),
    get: (url: string) => app.inject({ url, headers: { host: '127.0.0.1', cookie } }),
    post: (url: string, payload: Readonly<Record<string, string>>) =>
      app.inject({
        method: 'POST',
        url,
        headers: { host: '127.0.0.1', cookie, 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams(payload).toString(),
      }),
  }
}

const exportsLogged = async () =>
  (await store.selectFrom('auditLog').select('detail').where('action', '=', 'exported').execute()).map(
    ({ detail }): unknown => JSON.parse(detail),
  )

/** What a workbook says, worksheet by worksheet, cell by cell as they are read; its cells without anything left out. */
const saidIn = (xlsx: Uint8Array) =>
  readBook(xlsx).sheets.map(({ tab, cells }) => [
    tab,
    [...cells.values()]
      .filter(({ kind, text }) => kind !== 'blank' && text !== '')
      .map(({ kind, text }) => (kind === 'number' ? Number(text) : text)),
  ])

describe('where LibreOffice is', () => {
  it.runIf(office !== null)(
    'a workbook is downloaded as OpenDocument, cell by cell the same, while others are answered',
    async () => {
      const { get, close } = await asking(odsWriter(office))
      const making = get('/schools/100001/school-pack.ods')
      let answered = 0
      while ((await Promise.race([making, pause(20)])) === undefined) {
        expect((await get('/health/live')).statusCode).toBe(200)
        answered += 1
      }
      const { statusCode, headers, rawPayload } = await making
      expect(answered).toBeGreaterThan(10)
      expect({ statusCode, type: headers['content-type'], kept: headers['cache-control'] }).toEqual({
        statusCode: 200,
        type,
        kept: 'no-store',
      })
      expect(headers['content-disposition']).toBe('attachment; filename="school-pack-ash-primary-2025-26.ods"')
      expect(Buffer.from(unzipSync(rawPayload)['mimetype'] ?? []).toString()).toBe(type)
      const said = Array.from(rowsIn(rawPayload), ([tab, rows]) => [tab, rows.flat().filter((value) => value !== '')])
      expect(said).toEqual(saidIn((await get('/schools/100001/school-pack.xlsx')).rawPayload))
      await close()
    },
  )
})

describe('a workbook as OpenDocument', () => {
  it('is offered beside what is not filled in and sent back, and noted as it was asked for', async () => {
    const { get, close } = await asking((xlsx) => Promise.resolve(xlsx))
    const offered = [...(await get('/?phase=Primary')).body.matchAll(/href="([^"]+\.ods[^"]*)"/g)].map(
      ([, url = '']) => url,
    )
    expect(offered).toEqual([
      expect.stringMatching(/^\/workbooks\/county-report\.ods\?.*phase=Primary/),
      expect.stringMatching(/^\/workbooks\/board-pack\.ods\?.*phase=Primary/),
    ])
    const ofSchool = (await get('/schools/100001')).body
    for (const pack of ['school-pack', 'action-plan']) expect(ofSchool).toContain(`/schools/100001/${pack}.ods`)
    const before = (await exportsLogged()).length
    for (const url of [...offered, '/schools/100001/action-plan.ods'])
      expect((await get(url.replaceAll('&amp;', '&'))).headers['content-type']).toBe(type)
    expect((await exportsLogged()).slice(before)).toMatchObject([
      { what: 'county-report.ods', where: { phase: 'Primary' }, rows: 2 },
      { what: 'board-pack.ods', where: { phase: 'Primary' }, rows: 0 },
      { what: 'action-plan.ods', rows: 1 },
    ])
    await close()
  })

  it('is neither offered nor there where nothing writes it', async () => {
    const { get, close } = await asking(null)
    for (const url of ['/', '/schools/100001']) expect((await get(url)).body).not.toContain('.ods')
    for (const url of ['/workbooks/county-report.ods', '/schools/100001/school-pack.ods'])
      expect((await get(url)).statusCode).toBe(404)
    await close()
  })

  it('that cannot be had now is told of on a page, in words', async () => {
    const { get, close } = await asking(() => Promise.reject(new Mistake('LibreOffice took too long. Try again.', 503)))
    const { statusCode, headers, body } = await get('/workbooks/board-pack.ods')
    expect({ statusCode, type: headers['content-type'] }).toEqual({ statusCode: 503, type: 'text/html; charset=utf-8' })
    expect(headers['content-disposition']).toBe(undefined)
    expect(body).toMatch(/That could not be made now[^]*LibreOffice took too long/)
    await close()
  })

  it('is made of the frozen workbook of a return, and of no other of its files', async () => {
    const { get, post, close } = await asking((xlsx) => Promise.resolve(xlsx))
    const token = tokenIn((await get('/returns')).body)
    const at = String((await post('/returns', { token, profile: 'arts-council', year: '2024/25' })).headers['location'])
    expect((await get(at)).body).not.toContain('.ods')
    await post(`${at}/narratives`, { token, 'text-N1': 'One', 'text-N2': 'Two', 'text-N3': 'Three' })
    for (const step of ['approve', 'freeze']) await post(`${at}/${step}`, { token })
    const name = 'arts-council-return-2024-25-issue-1'
    expect((await get(at)).body).toContain(`href="${at}/files/${name}.ods"`)
    const [open, frozen] = [await get(`${at}/files/${name}.ods`), await get(`${at}/files/${name}.xlsx`)]
    expect(open.headers['content-type']).toBe(type)
    expect(open.rawPayload).toEqual(frozen.rawPayload)
    expect((await exportsLogged()).slice(-2)).toMatchObject([{ what: `${name}.ods` }, { what: `${name}.xlsx` }])
    expect((await get(`${at}/files/other.ods`)).statusCode).toBe(404)
    await close()
  })
})
