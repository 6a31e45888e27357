import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Store } from '../../../migrations/open.ts'
import { councilsIn } from '../../../server/access/councils-in.ts'
import { listFrameworks } from '../../../server/access/own-frameworks.ts'
import { ownHubOf } from '../../../server/access/own-hub.ts'
import { loadFile, register } from '../../ingest/story.ts'
import { emptyHubs, logOf, north as hubId, south, steward } from './empty-hubs.ts'

const today = '2026-01-10'
let store: Store
beforeEach(async () => {
  store = await emptyHubs()
  return () => store.destroy()
})

const own = (person = steward) => ownHubOf({ store, today: () => today }, person)
const council = (la: string, fromOn: string | null = null, toOn: string | null = null) => ({ la, fromOn, toOn })

const framework = `Framework,Strand,Theme,Level,Number,Criterion,Phases,Aligned to,In use from,Comparable with
Tool 2018,Co-curricular,Choirs,Focusing,1,Some sing,,Plan 2011,2017-09-01,
Tool 2018,Co-curricular,Choirs,Developing,1,Many sing,,Plan 2011,2017-09-01,
Tool 2022,Co-curricular,Choirs,Focusing,1,Some sing well,Primary,Plan 2022,2022-09-01,Tool 2018
Tool 2030,Co-curricular,Choirs,Focusing,1,All sing,,,2030-09-01,
Tool of old,Co-curricular,Choirs,Focusing,1,Who sang,,,,
A tool before,Co-curricular,Choirs,Focusing,1,Who sings,,,,
`
const audits = `URN,Meeting date,Adviser,Framework,Curriculum music,Co-curricular,Leadership and Management,Community and partnerships
100001,2024-03-05,Jo,Tool 2018,Focusing,Developing,Establishing,
100002,2024-03-05,Jo,Tool 2018,Focusing,Developing,Establishing,
100004,2024-03-05,Jo,Tool 2022,Focusing,Developing,Establishing,
`
const file = (name: string, content: string) => loadFile(store, name, content, { hub: 'North' })

describe('a hub', () => {
  it('is set up and looked after by its data steward alone', () => {
    for (const role of ['hub leader', 'adviser', 'council officer', 'school user', 'trust user'] as const)
      expect(() => own({ ...steward, role })).toThrow('There is nothing here that you can see.')
  })

  it('has a name and councils, by the name that the country or its own register has for them', async () => {
    expect(await own().name()).toBe('North')
    expect(await own().councils()).toEqual([{ ...council('901'), name: null }])
    const rows = register.replaceAll(',901,', ',901,Ambridge,').replaceAll(',902,', ',902,Borchester,')
    const named = rows.replace('LA (code)', 'LA (code),LA (name)')
    await file('register.csv', named)
    await own().change({ name: 'North', councils: [council('901'), council('855'), council('999')] })
    expect(await own().councils()).toEqual([
      { ...council('855'), name: 'Leicestershire' },
      { ...council('901'), name: 'Ambridge' },
      { ...council('999'), name: null },
    ])
    expect(await own().councilsIn('855; ambridge, Nowhere')).toEqual({ codes: ['855', '901'], unknown: ['Nowhere'] })
  })

  it('is changed by its steward, once for one change, and the log tells from what to what', async () => {
    const now = { name: 'Northern', councils: [council('901', null, '2026-03-31'), council('911', '2026-04-01')] }
    await own().change(now)
    await own().change(now)
    expect(await own().name()).toBe('Northern')
    expect(await logOf(store)).toEqual([
      {
        action: 'changed the hub',
        personId: 'steward',
        hubId,
        councilsBefore: '901',
        councils: '901 until 2026-03-31, 911 from 2026-04-01',
      },
    ])
    await expect(own().change({ ...now, name: 'South' })).rejects.toThrow(
      'Another hub here has that name: choose another',
    )
    await sql`create trigger broken before update on hub begin select raise(abort, 'the disk is gone'); end`.execute(
      store,
    )
    await expect(own().change({ ...now, name: 'Norther' })).rejects.toThrow('the disk is gone')
    expect(await logOf(store)).toHaveLength(1)
    expect(await ownHubOf({ store, today: () => today }, { ...steward, hubId: south }).name()).toBe('South')
  })

  it('tells what is there of it, and what was said of its goals', async () => {
    await file('register.csv', register)
    const goal = (title: string) =>
      `Goal,Title,Measure,Wanted,Target percent,Target year\nG1,${title},coverage,Audited,80,2027/28\n`
    await file('goals.csv', goal('First'))
    await file('goals.csv', goal('Second'))
    expect(await own().setUp()).toMatchObject({ schools: 6, goals: 1, audits: 0, people: 0 })
    expect((await own().goalsTold()).map(({ title }) => title)).toEqual(['Second', 'First'])
  })

  it('has frameworks, the newest first, with their audits, and says which are of today', async () => {
    await file('register.csv', register)
    await file('framework.csv', framework)
    await file('audits.csv', audits)
    const held = await own().frameworks()
    expect(held).toMatchObject([
      { framework: 'Tool 2030', inUseFrom: '2030-09-01', alignedTo: null, names: [], audits: 0, isCurrent: false },
      {
        framework: 'Tool 2022',
        inUseFrom: '2022-09-01',
        alignedTo: 'Plan 2022',
        names: ['Tool 2018'],
        audits: 1,
        isCurrent: true,
      },
      {
        framework: 'Tool 2018',
        inUseFrom: '2017-09-01',
        alignedTo: 'Plan 2011',
        names: [],
        audits: 2,
        isCurrent: true,
      },
      { framework: 'Tool of old', inUseFrom: null, alignedTo: null, names: [], audits: 0, isCurrent: false },
      { framework: 'A tool before', inUseFrom: null, alignedTo: null, audits: 0 },
    ])
    expect(held.map(({ criteria }) => criteria.map(({ criterion }) => criterion))).toEqual([
      ['All sing'],
      ['Some sing well'],
      ['Some sing', 'Many sing'],
      ['Who sang'],
      ['Who sings'],
    ])
    expect(await listFrameworks(store, south, today)).toEqual([])
  })
})

describe('the councils that a text names', () => {
  const names = new Map([
    ['801', 'Bristol, City of'],
    ['855', 'Leicestershire'],
    ['856', 'Leicester'],
  ])

  it.each([
    ['855', ['855'], []],
    ['855, 856\n855', ['855', '856'], []],
    [' leicestershire ;LEICESTER', ['855', '856'], []],
    ['Bristol, City of', ['801'], []],
    ['Bristol, City of, Leicester', ['801', '856'], []],
    ['Leicester, Bristol, City of', ['856', '801'], []],
    ['123', ['123'], []],
    ['1234, x855, Rutland', [], ['1234', 'x855', 'Rutland']],
    ['Bristol', [], ['Bristol']],
    ['Bristol City-of.', ['801'], []],
    ['', [], []],
    [' , ;\n', [], []],
    ['Leicester,', ['856'], []],
  ])('"%s" are %o, and %o are none', (text, codes, unknown) => {
    expect(councilsIn(text, names)).toEqual({ codes, unknown })
  })
})
