import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { geoJson, neighbours, neighboursAs, register } from '../ingest/map-files.ts'
import { allFacts, loadFile } from '../ingest/story.ts'
import { ask, filesApp, multipart, tokenIn, type FilesApp, type SentFile } from './files-app.ts'

let files: FilesApp
beforeAll(async () => void (files = await filesApp()))
afterAll(() => files.close())

const heading = (page: string): string => /<h1[^>]*>([^<]*)</.exec(page)?.[1]?.trim() ?? ''

const head = 'URN,Meeting date,Curriculum music,Co-curricular,Leadership and Management,Community and partnerships\n'
const audits = (...rows: readonly string[]): string => head + rows.map((row) => `${row}\n`).join('')
const ash = audits('100001,2024-03-05,Focusing,Developing,Focusing,Focusing')

const audited = async (): Promise<number> =>
  (JSON.parse((await files.get('/api/measures/coverage')).body) as { rows: [{ audited: number }] }).rows[0].audited

/** Sends a file, waits for it to be checked, and gives its address and page. */
async function checked(name: string, content: string) {
  const { status, to } = await files.send([name, content])
  expect({ status, to }).toEqual({ status: 303, to: expect.stringMatching(/^\/import\/[\w-]{24}$/) })
  return { address: to, page: await files.settled(to) }
}

const versionIn = (page: string): string => /name="version" value="(\d+)"/.exec(page)?.[1] ?? ''

async function loaded(address: string, page: string): Promise<string> {
  expect(await files.post(`${address}/load`, { version: versionIn(page) })).toMatchObject({ status: 303, to: address })
  await files.settled(address)
  const { status, to } = await files.get(address)
  expect({ status, to }).toEqual({ status: 303, to: expect.stringMatching(/^\/receipts\/\d+$/) })
  return to
}

describe('a file sent by the browser', () => {
  it('is checked, reviewed and loaded only when that is asked for; the figures then have it', async () => {
    const before = await audited()
    const { address, page } = await checked('ash.csv', ash)
    expect(heading(page)).toBe('Ready to load')
    expect(page).toContain('would add 1 row.')
    expect(page).toContain('Ash Primary')
    expect(await audited()).toBe(before)
    const receipt = (await files.get(await loaded(address, page))).body
    expect(receipt).toContain('ash.csv')
    expect(receipt).toContain('1 row added')
    expect(await audited()).toBe(before + 1)
  })

  it('that says nothing new is told so, and can be left out', async () => {
    const { address, page } = await checked('ash again.csv', ash)
    expect(heading(page)).toBe('Nothing new in this file')
    expect(await files.post(`${address}/leave-out`)).toMatchObject({ status: 303, to: '/import' })
    expect(heading((await files.get(address)).body)).toBe('This file was left out')
    expect((await files.get('/import')).body).not.toContain('ash again.csv')
  })

  it('with problems changes nothing and lists every one of them, also as CSV that no spreadsheet takes for formulas', async () => {
    const before = await allFacts(files.store)
    const { address, page } = await checked(
      'wrong.csv',
      audits('100001,2024-05-05,Emerging,=1+1,,', '100002,2027-01-01,,,,'),
    )
    expect(heading(page)).toBe('3 things to mend')
    expect(page).toContain('Use Focusing, Developing, Establishing or Enhancing')
    const workbook = await files.get(`${address}/problems.xlsx`)
    expect(workbook.headers['content-disposition']).toContain('-problems.xlsx"')
    expect([workbook.status, workbook.body.slice(0, 2)]).toEqual([200, 'PK'])
    expect((await files.get(`${address}/problems.csv`)).body.split('\r\n')).toEqual([
      '\uFEFFSheet,Row,Column,Found,To mend it',
      expect.stringMatching(/^,2,Curriculum music,Emerging,/),
      expect.stringMatching(/^,2,Co-curricular,'=1\+1,/),
      expect.stringMatching(/^,3,Meeting date,2027-01-01,/),
      '',
    ])
    expect(await allFacts(files.store)).toEqual(before)
    const { payload, type } = await multipart([['mended.csv', audits('100001,2024-05-05,Focusing,,,')]], {
      token: tokenIn(page),
      instead: address.slice('/import/'.length),
    })
    const sent = await ask(files.app, '/import', {
      method: 'POST',
      payload,
      headers: { 'content-type': type, cookie: files.cookie },
    })
    expect(heading(await files.settled(sent.to))).toBe('Ready to load')
    expect(heading((await files.get(address)).body)).toBe('This file was left out')
    await files.post(`${sent.to}/leave-out`)
  })

  it('whose schools are doubtful asks which are meant, and is checked again with the answers', async () => {
    const content =
      'School,Meeting date,Strand,Level\nBeach High,2024-03-05,Co-curricular,Focusing\nAsh Prmary,2024-03-06,Co-curricular,Focusing\n'
    const { address, page } = await checked('doubtful.csv', content)
    expect(heading(page)).toBe('Which schools are meant?')
    expect(page).toContain('“Beach High”')
    const none = await files.post(`${address}/schools`, { 'school [null,2]': 'none' })
    expect(none.status).toBe(400)
    expect(none.body).toContain('There is a problem')
    await files.post(`${address}/schools`, { 'school [null,2]': '100002' })
    expect(heading(await files.settled(address))).toBe('Which school is meant?')
    expect((await files.get('/')).body).toMatch(
      new RegExp(`href="${address}"[^]*doubtful school name[^<]*to be settled`),
    )
    await files.post(`${address}/schools`, { 'school [null,3]': '100001' })
    const review = await files.settled(address)
    expect(heading(review)).toBe('Ready to load')
    expect(review).toContain('Beech High')
    await files.post(`${address}/leave-out`)
  })

  it('that tells of pupils is deleted at once: only what is wrong with it is kept', async () => {
    const pupils = `Pupil name,${head}Robin Reed,100001,2024-03-05,Focusing,Developing,Focusing,Focusing\n`
    const { address, page } = await checked('pupils.csv', pupils)
    expect(heading(page)).toBe('1 thing to mend')
    expect(page).toContain('what was sent has been deleted')
    expect(page).not.toContain('problems.xlsx')
    expect(
      await files.store.selectFrom('importPart').where('importId', '=', address.slice(8)).selectAll().execute(),
    ).toEqual([])
    expect(await files.get(`${address}/problems.xlsx`)).toMatchObject({ status: 404 })
    const other = await checked('yew.csv', audits('100001,2024-03-06,Focusing,Developing,Focusing,Focusing'))
    await files.post(`${await loaded(other.address, other.page)}/undo`, {})
    expect(heading(await files.settled(address))).toBe('1 thing to mend')
    await files.post(`${address}/leave-out`)
  })

  it('that is like no sheet asks what it holds', async () => {
    const { address, page } = await checked('odd.csv', 'Name,When,Mark\na,b,c\n')
    expect(heading(page)).toBe('What does this file hold?')
    expect((await files.post(`${address}/told`, { kind: '' })).body).toContain('Choose what the file holds')
    await files.post(`${address}/leave-out`)
  })

  it('that does not say its academic year asks for it', async () => {
    const premium =
      'URN,LAEstab,LA,School Name,Number of pupils on roll (7),,Number of Primary pupils on roll (9),Number of Primary pupils eligible for the Deprivation Pupil Premium,Percentage of Primary pupils eligible for the Deprivation Pupil Premium,Deprivation Pupil Premium Allocation (11),Number of  Secondary pupils on roll (10),Number of Secondary pupils eligible for the Deprivation Pupil Premium,Percentage of Secondary pupils eligible for the Deprivation Pupil Premium,Total number of pupils eligible for the Deprivation Pupil Premium\n100001,9012001,901,Ash,100,,100,20,20.0%,"£1,000",0,0,0%,20\n'
    const { address, page } = await checked('pupil premium.csv', premium)
    expect(heading(page)).toBe('Which year is this file of?')
    expect((await files.post(`${address}/told`, { year: 'soon' })).body).toContain('Enter an academic year')
    await files.post(`${address}/told`, { year: '2023/24' })
    expect(heading(await files.settled(address))).toBe('Ready to load')
    await files.post(`${address}/leave-out`)
  })

  it('with headings of its own is read as a person says, and another with the same headings without asking', async () => {
    const own = 'Number,When we met,Curric,Co-curr,Leadership,Community\n'
    const { address, page } = await checked(
      'own.csv',
      `${own}100002,05/11/2024,Emerging,Dev,Foc,Foc\n100001,06/11/2024,Dev,Dev,Foc,Foc\n`,
    )
    expect(heading(page)).toBe('What does this file hold?')
    expect(page).toContain('When we met')
    const said = {
      name: 'Spring visits',
      'column 1': '["URN"]',
      'column 2': '["Meeting date"]',
      'column 3': '["Curriculum music"]',
      'column 4': '["Co-curricular"]',
      'column 5': '["Leadership and Management"]',
      'column 6': '["Community and partnerships"]',
      'word 0': 'Developing',
    }
    const wrong = await files.post(`${address}/mapping`, { ...said, 'column 1': '["Brass"]' })
    expect(wrong.status).toBe(400)
    expect(wrong.body).toContain('There is a problem')
    await files.post(`${address}/mapping`, said)
    const review = await files.settled(address)
    expect(heading(review)).toBe('Ready to load')
    await loaded(address, review)
    const next = await checked('own again.csv', `${own}100002,06/11/2025,Emerging,Dev,Foc,Foc\n`)
    expect(heading(next.page)).toBe('Ready to load')
    await files.post(`${next.address}/leave-out`)

    const mappings = (await files.get('/mappings')).body
    expect(mappings).toContain('Spring visits')
    const id = /\/mappings\/(\d+)\/name/.exec(mappings)?.[1]
    expect((await files.post(`/mappings/${id}/name`, { name: ' ' })).body).toContain('Enter a name')
    await files.post(`/mappings/${id}/name`, { name: 'Visits' })
    expect((await files.get('/mappings')).body).toContain('Visits <span')
    await files.post(`/mappings/${id}/forget`)
    expect((await files.get('/mappings')).body).toContain('None yet')
    expect((await files.post(`/mappings/${id}/forget`)).status).toBe(404)
  })

  it('that builds on another is checked again by itself when that one is loaded', async () => {
    const sent = await files.send(
      ['beech.csv', audits('100002,2024-06-05,Focusing,,,')],
      ['beech awards.csv', 'URN,Meeting date,Award,Award date\n100002,2024-06-05,Bronze,2024-07-01\n'],
    )
    expect(sent).toMatchObject({ status: 303, to: '/import' })
    const addressOf = async (name: string): Promise<string> =>
      new RegExp(`${name}[^]*?href="(/import/[\\w-]+)"`).exec((await files.get('/import')).body)?.[1] ?? ''
    const [first, second] = [await addressOf('beech.csv'), await addressOf('beech awards.csv')]
    const page = await files.settled(first)
    const lacking = await files.settled(second)
    expect(heading(lacking)).toBe('1 thing to mend')
    expect(lacking).toContain('beech.csv')
    await loaded(first, page)
    const now = await files.settled(second)
    expect(heading(now)).toBe('Ready to load')
    expect(now).toContain('“beech.csv” was loaded since')
    await loaded(second, now)
  })

  it('reviewed against older figures is not loaded but reviewed again', async () => {
    const { address, page } = await checked('late.csv', audits('100004,2024-06-05,Focusing,,,'))
    const stale = String(Number(versionIn(page)) - 1)
    await files.post(`${address}/load`, { version: stale })
    const again = await files.settled(address)
    expect(heading(again)).toBe('Ready to load')
    expect(again).toContain('checked again')
    await files.post(`${address}/leave-out`)
  })

  it('sent twice, or loaded by two clicks, is there once', async () => {
    const content = audits('100004,2024-09-05,Focusing,,,')
    const { address, page } = await checked('twice.csv', content)
    expect((await files.send(['twice.csv', content])).to).toBe(address)
    const version = versionIn(page)
    const both = await Promise.all([1, 2].map(() => files.post(`${address}/load`, { version })))
    expect(both.map(({ status, to }) => [status, to])).toEqual([
      [303, address],
      [303, address],
    ])
    await files.settled(address)
    const receipts = (await files.get('/receipts')).body
    expect(receipts.match(/twice\.csv/g)?.length).toBe(1)
  })
})

describe('a load', () => {
  it('can be undone after a question, with all figures as they were, and the undo undone', async () => {
    const [before, facts] = [await audited(), await allFacts(files.store)]
    const { address, page } = await checked('undo me.csv', audits('100004,2025-02-05,Focusing,,,'))
    const receipt = await loaded(address, page)
    const [loadedTo, factsThen] = [await audited(), await allFacts(files.store)]
    expect((await files.get(`${receipt}/undo`)).body).toContain('Undo this load?')
    expect(await allFacts(files.store)).toEqual(factsThen)
    const undone = await files.post(`${receipt}/undo`)
    expect(undone).toMatchObject({ status: 303, to: expect.stringMatching(/^\/receipts\/\d+$/) })
    expect(await audited()).toBe(before)
    expect(await allFacts(files.store)).toEqual(facts)
    expect((await files.get(receipt)).body).toContain('Undone since')
    const twice = await files.post(`${receipt}/undo`)
    expect(twice).toMatchObject({ status: 303, to: `${receipt}/undo` })
    expect((await files.get(twice.to)).body).toContain('This load cannot be undone')
    await files.post(`${undone.to}/undo`)
    expect(await audited()).toBe(loadedTo)
  })

  it('that others rest on says which to undo first', async () => {
    const { address, page } = await checked('first.csv', audits('100001,2025-06-05,Focusing,,,'))
    const first = await loaded(address, page)
    const second = await checked(
      'second.csv',
      'URN,Meeting date,Award,Award date\n100001,2025-06-05,Bronze,2025-07-01\n',
    )
    const later = await loaded(second.address, second.page)
    const refused = (await files.get(`${first}/undo`)).body
    expect(refused).toContain('cannot be undone')
    expect(refused).toContain(`href="${later}"`)
  })
})

describe('what is refused', () => {
  it('is an empty field, an empty file and one that is too large, each in words at the field', async () => {
    const wrong = async (...sent: SentFile) => {
      const { status, body } = await files.send(sent)
      expect(status).toBe(400)
      expect(body).toContain('There is a problem')
      return body
    }
    expect(await wrong('', '')).toContain('Select a file')
    expect(await wrong('blank.csv', '')).toContain('“blank.csv” is empty')
    const workbook = new Uint8Array(20 * 2 ** 20 + 1)
    workbook.set([0x50, 0x4b, 0x03, 0x04])
    expect(await wrong('large.xlsx', workbook)).toContain('“large.xlsx” must be smaller than 20MB')
    expect(await files.store.selectFrom('importPart').select('importId').where('number', '>', 19).execute()).toEqual([])
  })

  it('is a form that is none, has not the token, or comes from elsewhere', async () => {
    const page = (await files.get('/import')).body
    const { payload, type } = await multipart([['a.csv', ash]], { token: 'x' })
    const send = (headers: Readonly<Record<string, string>>, body: Buffer | string = payload) =>
      ask(files.app, '/import', { method: 'POST', payload: body, headers: { ...headers, cookie: files.cookie } })
    expect((await send({ 'content-type': type })).status).toBe(403)
    expect((await send({ 'content-type': 'application/x-www-form-urlencoded' }, 'token=x')).status).toBe(400)
    expect((await send({ 'content-type': 'text/plain' }, 'x')).status).toBe(400)
    expect((await send({ 'content-type': 'multipart/form-data; boundary=x' }, 'x')).status).toBe(400)
    const right = await multipart([['a.csv', ash]], { token: tokenIn(page) })
    const elsewhere = { 'content-type': right.type, origin: 'http://crescendo.example' }
    expect((await send(elsewhere, right.payload)).status).toBe(403)
    const framed = { 'content-type': right.type, 'sec-fetch-site': 'cross-site' }
    expect((await send(framed, right.payload)).status).toBe(403)
    expect((await files.get('/import')).body).not.toContain('a.csv')
  })

  it('is a file that is not there, whatever is asked of it', async () => {
    for (const url of [
      '/import/nothing',
      '/import/nothing/progress',
      '/import/nothing/problems.csv',
      '/import/nothing/problems.xlsx',
      '/receipts/999999',
    ])
      expect({ url, status: (await files.get(url)).status }).toEqual({ url, status: 404 })
    for (const what of ['load', 'leave-out', 'check', 'schools', 'told', 'mapping'])
      expect((await files.post(`/import/nothing/${what}`)).status).toBe(404)
  })

  it('a file’s name is only text', async () => {
    const name = '../..\\<img src=x onerror=alert(1)>\u0007\u202E.csv'
    const { page } = await checked(name, audits('100001,2025-03-05,Focusing,,,'))
    expect(page).not.toContain('<img')
    expect(page).toContain('>&lt;img src=x')
    expect(page).not.toContain('\u0007')
    expect(page).not.toContain('\u202E')
  })
})

describe('a map sent by the browser', () => {
  it('is asked about, handed back marked, reviewed and loaded like any other file', async () => {
    await loadFile(files.store, 'districts.csv', register)
    const nameless = geoJson(Object.entries(neighbours).map(([ward, outline]) => [{ ward }, outline]))
    const asked = await checked('nameless.geojson', nameless)
    expect(asked.page).toContain('ward')
    expect(asked.page.length).toBeLessThan(40_000)
    await files.post(`${asked.address}/leave-out`)
    const half = await checked(
      'half.geojson',
      geoJson([[{ name: 'Northvale' }, []]]).replace(
        '"coordinates":[]',
        '"coordinates":[[[[0,52],[1,null],[1,53],[0,52]]]]',
      ),
    )
    expect(half.page).toContain('without any area')
    await files.post(`${half.address}/leave-out`)
    const marked = await checked(
      'one.geojson',
      geoJson([
        [{ name: 'Northvale' }, neighbours['Northvale']],
        [{ name: 'Southmere' }, null],
      ]),
    )
    expect(heading(marked.page)).toBe('1 thing to mend')
    expect((await files.get(`${marked.address}/problems.xlsx`)).status).toBe(200)
    await files.post(`${marked.address}/leave-out`)
    const { address, page } = await checked(
      'map.geojson',
      neighboursAs((ring) => ring),
    )
    expect(heading(page)).toBe('Ready to load')
    expect(page).toContain('would add 2 rows')
    expect(page).toContain('Open Government Licence')
    const long = await files.post(`${address}/attribution`, { attribution: 'x'.repeat(301) })
    expect([long.status, long.body.includes('300 characters or less')]).toEqual([400, true])
    const words = 'Boundaries drawn by <Northshire> County Council'
    expect(await files.post(`${address}/attribution`, { attribution: ` ${words} ` })).toMatchObject({ status: 303 })
    const told = await files.settled(address)
    expect(heading(told)).toBe('Ready to load')
    expect(told).toContain('Every map will say: Boundaries drawn by &lt;Northshire&gt; County Council')
    expect(told).not.toContain('Open Government Licence v3.0')
    expect((await files.get(await loaded(address, told))).body).toContain('Boundaries of districts')
    const districts = (await files.get('/districts')).body
    expect(districts).toContain('id="district-map"')
    expect(districts).toContain('Boundaries drawn by &lt;Northshire&gt; County Council')
    // All is known then, until other words are typed.
    const again = await checked(
      'map.geojson',
      neighboursAs((ring) => ring),
    )
    await files.post(`${again.address}/attribution`, { attribution: words })
    expect(heading(await files.settled(again.address))).toBe('Nothing new in this file')
    await files.post(`${again.address}/attribution`, { attribution: '' })
    expect(heading(await files.settled(again.address))).toBe('Ready to load')
    await files.post(`${again.address}/leave-out`)
  })
})
