import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyLog } from '../../server/access/verify-log.ts'
import { filesApp, type FilesApp } from './files-app.ts'
import { signedIn } from './signed-in.ts'

let files: FilesApp
beforeAll(async () => {
  files = await filesApp()
})
afterAll(() => files.close())

const goal = {
  goal: 'G1',
  title: 'Half of schools are audited',
  measure: 'coverage',
  wanted: 'Audited',
  strand: '',
  population: 'All',
  baselinePercent: '',
  baselineYear: '',
  targetPercent: '50',
  targetYear: '2026/27',
  function: 'Schools',
}

/** Loads what a form led to, and gives the page of the receipt. */
async function loaded(address: string): Promise<string> {
  const page = await files.settled(address)
  expect(page).toContain('Ready to load')
  const version = /name="version" value="(\d+)"/.exec(page)?.[1] ?? ''
  await files.post(`${address}/load`, { version })
  while ((await files.get(address)).status === 200) await files.settled(address)
  const { to } = await files.get(address)
  return (await files.get(to)).body
}

const wanted = async () => {
  const { body } = await files.get('/api/measures/goal-attainment')
  return (JSON.parse(body) as { rows: { goal: string; target: number }[] }).rows.map((row) => [row.goal, row.target])
}

describe('a goal of the plan', () => {
  it('is added and corrected in a form, is reviewed and loaded like a file, and shows what it said before', async () => {
    const made = await files.post('/hub/goal', goal)
    expect(made.to).toMatch(/^\/import\//)
    expect(await loaded(made.to)).toContain('1 row added')
    expect(await wanted()).toEqual([['G1', 50]])

    const form = (await files.get('/hub/goal?of=G1')).body
    expect(form).toContain('value="2026/27"')
    const { goal: _, ...fields } = goal
    const changed = await files.post('/hub/goal', {
      of: 'G1',
      ...fields,
      targetPercent: '65',
      baselinePercent: '12.5',
      baselineYear: '2023',
    })
    expect(await loaded(changed.to)).toContain('0 rows added, 1 changed')
    expect(await wanted()).toEqual([['G1', 65]])
    const history = (await files.get('/hub/goal?of=G1')).body
    expect(history).toMatch(/65% in 2026\/27[^]*50% in 2026\/27/)
    expect((await files.get('/hub/goals')).body).toContain('12.5% in 2023/24')

    const receipt = /receipts\/(\d+)">Receipt \d+<\/a>[^]*?receipts\//.exec(history)?.[1] ?? ''
    await files.post(`/receipts/${receipt}/undo`)
    expect(await wanted()).toEqual([['G1', 50]])
  })

  it('says at its field what cannot be read, and keeps what was typed', async () => {
    const wrong = await files.post('/hub/goal', {
      ...goal,
      goal: 'G2',
      title: '',
      wanted: 'Gold',
      targetPercent: 'most',
      targetYear: '26',
    })
    expect(wrong.status).toBe(400)
    const at = [...wrong.body.matchAll(/id="(\w+)-error"/g)].map(([, field]) => field)
    expect(at).toEqual(['title', 'wanted', 'targetPercent', 'targetYear'])
    expect(wrong.body).toContain('value="most"')
    expect((await files.get('/hub/goal?of=G9')).status).toBe(404)
    expect((await verifyLog(files.store)).faults).toEqual([])
  })
})

const framework = (name: string, from: string) => [
  `${name},Co-curricular,Choirs,Focusing,1,"There is a choir, now and then",,,${from},`,
  `${name},Co-curricular,Choirs,Developing,1,There is a choir each week,,,${from},`,
]
const headings = 'Framework,Strand,Theme,Level,Number,Criterion,Phases,Aligned to,In use from,Comparable with'

describe('the versions of the framework', () => {
  it('are shown with their wording and the one in use, and are declared comparable in a form', async () => {
    const rows = [headings, ...framework('Tool 2018', '2018-09-01'), ...framework('Tool 2023', '2023-09-01')]
    await loaded((await files.send(['framework.csv', `${rows.join('\n')}\n`])).to)
    const page = (await files.get('/hub/framework')).body
    expect(page.indexOf('Tool 2023')).toBeLessThan(page.indexOf('Tool 2018'))
    expect([...page.matchAll(/In use\s*<\/strong>/g)]).toHaveLength(1)
    expect(page).toMatch(/Tool 2023<\/a>\s*<strong[^>]*>\s*In use/)
    const wording = (await files.get('/hub/wording?of=Tool+2018')).body
    expect(wording).toContain('There is a choir, now and then')
    expect(wording).not.toContain('checked')
    expect(await loaded((await files.post('/hub/wording', { of: 'Tool 2023', with: 'Tool 2018' })).to)).toContain(
      '2 changed',
    )
    expect((await files.get('/hub/wording?of=Tool+2023')).body).toContain('checked')
    expect((await files.get('/hub/wording?of=Tool+2018')).body).toContain('Tool 2023 says')
    const [row] = await files.store
      .selectFrom('criterion')
      .select('comparableWith')
      .where('framework', '=', 'Tool 2023')
      .where('untilVersion', 'is', null)
      .execute()
    expect(row?.comparableWith).toBe('Tool 2018')
    expect((await files.get('/hub/wording?of=Tool+1999')).status).toBe(404)
    const leader = await signedIn(files.store, { role: 'hub leader' })
    const asked = await files.app.inject({
      url: '/hub/wording?of=Tool+2023',
      headers: { host: '127.0.0.1', cookie: leader.cookie },
    })
    expect(asked.statusCode).toBe(404)
  })
})
