import { afterAll, describe, expect, it } from 'vitest'
import { discloseSchools } from '../../analytics/disclosure/disclose-schools.ts'
import { measureIds } from '../../analytics/measures/index.ts'
import { undo } from '../../ingest/undo.ts'
import { evidenceKeeper } from '../../server/evidence.ts'
import { hubWith, loadFile } from '../ingest/story.ts'
import { appOf } from './sample-app.ts'
import { signedIn } from './signed-in.ts'

const audits = `URN,Meeting date,Adviser,Curriculum music,Co-curricular,Leadership and Management,Community and partnerships
100001,2024-03-05,Jo,Focusing,Developing,Establishing,
100002,2024-04-05,Jo,Focusing,Focusing,Focusing,Focusing
100003,2019-04-05,Jo,Focusing,Focusing,Focusing,Focusing
`
const more = [
  'URN,Meeting date,Priority,What,Why,Theme\n100001,2024-03-05,1,Secret singing,Hushed reasons,Singing\n',
  'URN,Meeting date,Month,Returned on,Priority,Achieved,Comment\n100001,2024-03-05,12,2025-03-01,1,Started,Quiet comment\n',
  'URN,Meeting date,Award,Award date\n100001,2024-03-05,Bronze,2024-06-01\n',
  'URN,Academic year,Figure,Value\n100002,2023,choirs,2\n100002,2023,ensembles,1\n',
  'Goal,Title,Measure,Wanted,Target percent,Target year\nG1,Whispered title,coverage,Audited,80,2027\n',
]
const correction = 'URN,Meeting date,Strand,Level\n100001,2024-03-05,Co-curricular,Focusing\n'

const store = await hubWith(audits, ...more)
await loadFile(store, 'correction.csv', correction)
await undo(store, { hub: 'Northshire', receiptId: 9, by: 'steward', now: '2026-01-11T09:00:00Z' })
await undo(store, { hub: 'Northshire', receiptId: 10, by: 'steward', now: '2026-01-12T09:00:00Z' })
const app = await appOf(store, '2026-01-10')
const { cookie } = await signedIn(store)
afterAll(async () => {
  await app.close()
  await store.destroy()
})

const get = (url: string) => app.inject({ url, headers: { host: '127.0.0.1', cookie } })

describe('the lineage of a figure', () => {
  it('tells the schools it counts and the rows, files and receipts behind them, those superseded too', async () => {
    const lineage = (await get('/api/measures/strand-profile/lineage?row=Co-curricular&column=focusing')).json()
    expect(lineage).toMatchObject({ figure: 3, isSum: true, schoolsFound: 3, page: 1, pages: 1, dataVersion: 11 })
    const [ash, , cedar] = lineage.schools
    expect(lineage.schools.map(({ name }: { name: string }) => name)).toEqual([
      'Ash Primary',
      'Beech High',
      'Cedar Academy',
    ])
    const rating = {
      fact: 'Co-curricular: Focusing, audit of 5 March 2024',
      file: 'correction.csv',
      sheet: null,
      row: 2,
    }
    const known = ash.sources.filter(
      ({ table, fact }: { table: string; fact: string }) => table === 'rating' && fact.startsWith('Co-'),
    )
    expect(known).toMatchObject([
      { ...rating, receiptId: 9, fromVersion: 11, until: null },
      {
        fact: 'Co-curricular: Developing, audit of 5 March 2024',
        file: 'story-2.csv',
        receiptId: 3,
        loadedBy: 'steward',
        fromVersion: 10,
        until: { receiptId: 11, undoes: 10 },
      },
      {
        ...rating,
        receiptId: 9,
        fromVersion: 9,
        until: { receiptId: 10, undoes: 9, loadedAt: '2026-01-11T09:00:00Z' },
      },
      { row: 2, receiptId: 3, fromVersion: 3, until: { receiptId: 9, file: 'correction.csv', undoes: null } },
    ])
    // A converted academy is counted for what was found under its old number.
    expect(cedar).toMatchObject({ urn: 100004, figure: 1 })
    expect(cedar.sources.map(({ fact }: { fact: string }) => fact)).toContain('Audit of 5 April 2019')
  })

  it('tells which loads moved it, from what to what', async () => {
    const { moves, looked, loads } = (
      await get('/api/measures/strand-profile/lineage?row=Co-curricular&column=focusing')
    ).json()
    expect(moves).toMatchObject([
      { receiptId: 11, undoes: 10, before: 2, after: 3, dataVersion: 11 },
      { receiptId: 10, undoes: 9, before: 3, after: 2 },
      { receiptId: 9, undoes: null, file: 'correction.csv', before: 2, after: 3 },
      { receiptId: 3, undoes: null, file: 'story-2.csv', before: 0, after: 2 },
    ])
    expect([looked, loads]).toEqual([6, 6])
  })

  it('is linked from every count of every measure, there has the same figure, and tells no free text', async () => {
    let followed = 0
    for (const id of measureIds) {
      const page = (await get(`/measures/${id}`)).body
      const links = [...page.matchAll(/href="(\/measures\/[\w-]+\/lineage[^"]*)"[^>]*>([\d,]+)</g)]
      // A few of each measure, the first among them: there are a hundred in all.
      const few = links.filter((_, at) => at % Math.ceil(links.length / 4) === 0)
      for (const [, href = '', figure] of few) {
        const { statusCode, body } = await get(href.replaceAll('&amp;', '&'))
        expect([href, statusCode]).toEqual([href, 200])
        expect(/<h1[^>]*>([^<]*)</.exec(body)?.[1]).toMatch(new RegExp(`: ${figure}$`))
        const api = await get(`/api${href.replaceAll('&amp;', '&')}`)
        expect(`${body}${api.body}`).not.toMatch(/Hush|Secret|Quiet/)
        expect(String(api.json().figure)).toBe(figure)
        expect(body).toContain(figure === '0' ? 'It counts no school' : 'The schools it counts')
        followed++
      }
    }
    expect(followed).toBeGreaterThan(20)
  })

  it('names the goal and the form that it rests on, not every cell of them', async () => {
    const goal = (await get('/api/measures/goal-attainment/lineage?row=G1&column=attained')).json()
    expect(goal.hubSources).toMatchObject([{ fact: 'Goal G1', file: 'story-7.csv', row: 2 }])
    const engaged = (await get('/api/measures/coverage/lineage?column=engaged')).json()
    const beech = engaged.schools.find(({ urn }: { urn: number }) => urn === 100002)
    expect(beech.sources.filter(({ table }: { table: string }) => table === 'dataFormFigure')).toMatchObject([
      { fact: 'Data form of 2023/24', row: 2, rows: 2 },
    ])
  })

  it('names the characteristics by which its schools were chosen, and of no others', async () => {
    const rows = [100001, 100002, 100004].map((urn) => `${urn},2025,210,31,current\n`)
    const known = await hubWith(audits, `URN,Academic year,Pupils,FSM percent,FSM basis\n${rows.join('')}`)
    const own = await appOf(known, '2026-01-10')
    const headers = { host: '127.0.0.1', cookie: (await signedIn(known)).cookie }
    const factsOf = async (more: string) => {
      const url = `/api/measures/strand-profile/lineage?row=Co-curricular&column=developing${more}`
      const { schools } = (await own.inject({ url, headers })).json()
      return schools.flatMap(({ sources }: { sources: readonly { fact: string }[] }) => sources.map(({ fact }) => fact))
    }
    const [all, byMeals, bySize] = [
      await factsOf(''),
      await factsOf('&fsm=20%25+to+under+35%25'),
      await factsOf('&size=101+to+210'),
    ]
    expect(all.join()).not.toMatch(/Free school meals|Characteristics/)
    expect(byMeals).toContain('Free school meals (current) of 2025/26: 31 percent')
    expect(bySize).toContain('Characteristics of 2025/26: 210 pupils')
    await own.close()
    await known.destroy()
  })

  it('says plainly of what is no count which counts it is worked out from', async () => {
    const { body } = await get('/measures/goal-attainment/lineage?row=G1&column=value')
    expect(body).toContain('Value is worked out from other figures')
    expect(body).toContain('row=G1&amp;column=attained')
    expect(body).not.toContain('Ash Primary')
  })

  it('is of one figure only: what is none is not found', async () => {
    for (const query of ['column=nonsense', 'row=Nowhere&column=focusing', 'row=totals&column=focusing'])
      expect((await get(`/measures/strand-profile/lineage?${query}`)).statusCode).toBe(404)
    expect((await get('/measures/strand-profile/lineage')).statusCode).toBe(400)
  })

  it('names no school to anybody but the hub', () => {
    const school = { urn: 100001, name: 'Ash Primary' }
    expect(discloseSchools([school], 'hub')).toEqual([school])
    for (const audience of ['council', 'school'] as const)
      expect(() => discloseSchools([school], audience)).toThrow('not named')
  })
})

it('evidence of an earlier data version is as it stood then, and is not built twice', async () => {
  const evidenceOf = evidenceKeeper(store)
  const hub = { id: 1, name: 'Northshire', dataVersion: 11 }
  const [then, again, now] = [await evidenceOf(hub, 2), await evidenceOf(hub, 2), await evidenceOf(hub)]
  expect([then.dataVersion, then.audits.numRows]).toEqual([2, 0])
  expect([now.dataVersion, now.audits.numRows]).toEqual([11, 3])
  expect(again).toBe(then)
  expect(await evidenceOf(hub, 11)).toBe(now)
})
