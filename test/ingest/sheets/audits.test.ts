import { describe, expect, it } from 'vitest'
import { allFacts, facts, hubWith, loadFile, rowsOf, told } from '../story.ts'

const wide =
  'URN,Meeting date,Adviser,Curriculum music,Co-curricular,Leadership and Management,Community and partnerships\n'
const long = 'URN,Meeting date,Adviser,Strand,Level\n'

const framework = 'Framework,Strand,Theme,Level,Number,Criterion\nDQA 2021,Co-curricular,Singing,Focusing,1,They sing\n'

describe('audits', () => {
  it('one row a meeting or one row a strand are the same facts', async () => {
    const [one, other] = [await hubWith(), await hubWith()]
    const outcome = await loadFile(one, 'wide.csv', `${wide}100001,2024-03-05,Jo,Focusing,Not rated,,Enhancing\n`)
    const rows = [
      'Curriculum music,Focusing',
      'Co-curricular,',
      'Leadership and Management,Not rated',
      'Community and partnerships,Enhancing',
    ]
    const second = await loadFile(other, 'long.csv', long + rows.map((row) => `100001,05/03/2024,Jo,${row}\n`).join(''))
    expect(outcome).toMatchObject({ kind: 'audits', new: 1, dataVersion: 3, problems: [], notes: [] })
    expect(second).toMatchObject({ kind: 'audits', new: 4, dataVersion: 3, problems: [], notes: [] })
    expect(await allFacts(one)).toEqual(await allFacts(other))
    expect(await facts(one, 'audit')).toEqual([{ urn: 100001, heldOn: '2024-03-05', adviser: 'Jo', framework: null }])
    expect(await facts(one, 'rating')).toEqual([
      { urn: 100001, heldOn: '2024-03-05', strand: 'Community and partnerships', level: 'Enhancing' },
      { urn: 100001, heldOn: '2024-03-05', strand: 'Curriculum music', level: 'Focusing' },
    ])
  })

  it('corrected later supersede, and a rating taken back is closed and not lost', async () => {
    const store = await hubWith(`${wide}100001,2024-03-05,Jo,Focusing,Developing,,\n`)
    const outcome = await loadFile(store, 'b.csv', `${wide}100001,2024-03-05,Jo,Developing,Not rated,,\n`)
    expect(outcome).toMatchObject({ new: 0, changed: 1, same: 0, dataVersion: 4 })
    expect(await facts(store, 'rating')).toEqual([
      { urn: 100001, heldOn: '2024-03-05', strand: 'Curriculum music', level: 'Developing' },
    ])
    const history = await store
      .selectFrom('rating')
      .select(['strand', 'level', 'fromVersion', 'untilVersion', 'sourceRow'])
      .orderBy('fromVersion')
      .orderBy('strand')
      .execute()
    expect(history).toEqual([
      { strand: 'Co-curricular', level: 'Developing', fromVersion: 3, untilVersion: 4, sourceRow: 2 },
      { strand: 'Curriculum music', level: 'Focusing', fromVersion: 3, untilVersion: 4, sourceRow: 2 },
      { strand: 'Curriculum music', level: 'Developing', fromVersion: 4, untilVersion: null, sourceRow: 2 },
    ])
  })

  it('of a file that leaves a strand out keep what is known of it', async () => {
    const store = await hubWith(`${wide}100001,2024-03-05,Jo,Focusing,Developing,,\n`)
    const outcome = await loadFile(store, 'b.csv', `${long}100001,2024-03-05,Jo,Leadership and Management,Focusing\n`)
    expect(rowsOf(outcome)).toEqual([[2, 'loaded']])
    expect(await facts(store, 'rating')).toHaveLength(3)
  })

  it('are refused whole with every problem of every row', async () => {
    const store = await hubWith()
    const text = `${wide}100001,2024-03-05,Jo,Emerging,2,,
999999,2024-03-05,Jo,Focusing,,,
100001,2026-01-11,Jo,Focusing,,,
100007,2024-03-05,Jo,Focusing,,,
10001,03/25/2024,Jo,Focusing,,,
,2024-03-05,Jo,Focusing,,,
100002,2024-03-05,Jo,Focusing,,,
`
    const outcome = await loadFile(store, 'audits.csv', text)
    expect(told(outcome)).toEqual([
      [2, 'Curriculum music', 'level-outside-scale', 'Emerging'],
      [2, 'Co-curricular', 'level-outside-scale', '2'],
      [3, 'URN', 'unknown-school', '999999'],
      [4, 'Meeting date', 'future-meeting', '2026-01-11'],
      [5, 'URN', 'outside-area', '100007'],
      [6, 'URN', 'malformed-urn', '10001'],
      [6, 'Meeting date', 'unreadable-day', '03/25/2024'],
      [7, null, 'no-school', ''],
    ])
    expect(rowsOf(outcome)).toEqual([
      [2, 'problem'],
      [3, 'problem'],
      [4, 'problem'],
      [5, 'problem'],
      [6, 'problem'],
      [7, 'problem'],
      [8, 'ignored'],
    ])
    expect(outcome).toMatchObject({ receiptId: null, dataVersion: 2, new: 0, changed: 0, same: 0 })
    expect(await facts(store, 'audit')).toEqual([])
  })

  it('held today are not in the future', async () => {
    const store = await hubWith()
    expect(await loadFile(store, 'a.csv', `${wide}100001,2026-01-10,Jo,Focusing,,,\n`)).toMatchObject({
      new: 1,
      problems: [],
    })
  })

  it('that contradict each other in one file are a problem on the later row, which names the earlier', async () => {
    const store = await hubWith()
    const first = await loadFile(
      store,
      'a.csv',
      `${wide}100001,2024-03-05,Jo,Focusing,,,\n100001,05/03/2024,Jo,Dev,,,Focusing\n`,
    )
    expect(
      first.problems.map(({ row, column, code, found, accepted }) => [row, column, code, found, accepted]),
    ).toEqual([
      [3, 'Curriculum music', 'conflict', 'Dev', 'say one thing only: row 2 says "Focusing" of the same'],
      [3, 'Community and partnerships', 'conflict', 'Focusing', 'say one thing only: row 2 says nothing of the same'],
    ])
    const second = await loadFile(
      store,
      'b.csv',
      `${long}100001,2024-03-05,Jo,Co-curricular,Focusing\n100001,2024-03-05,Jo,Co-curricular,\n`,
    )
    expect(told(second)).toEqual([[3, 'Level', 'conflict', '']])
  })

  it('one row a strand must agree on the adviser, and a blank does not disagree', async () => {
    const store = await hubWith()
    const rows = (second: string) =>
      `${long}100001,2024-03-05,,Curriculum music,Focusing\n100001,2024-03-05,Jo,Co-curricular,Focusing\n100001,2024-03-05,${second},Leadership and Management,Focusing\n`
    const refused = await loadFile(store, 'a.csv', rows('Al'))
    expect(refused.problems.map(({ row, column, code, accepted }) => [row, column, code, accepted])).toEqual([
      [4, 'Adviser', 'conflict', 'say one thing only: row 3 says "Jo" of the same'],
    ])
    expect((await loadFile(store, 'b.csv', rows(''))).problems).toEqual([])
    expect(await facts(store, 'audit')).toMatchObject([{ adviser: 'Jo' }])
  })

  it('said twice are counted once', async () => {
    const store = await hubWith()
    const row = '100001,2024-03-05,Jo,Focusing,,,\n'
    const outcome = await loadFile(store, 'a.csv', wide + row + row.replace('2024-03-05', '05/03/2024'))
    expect(outcome).toMatchObject({
      new: 1,
      same: 1,
      problems: [],
      notes: ['Row 3: repeats an earlier row, and is counted once.'],
    })
  })

  it('after their URN closed are noted', async () => {
    const store = await hubWith()
    const outcome = await loadFile(store, 'a.csv', `${wide}100006,2023-03-05,Jo,Focusing,,,\n`)
    expect(outcome.notes).toEqual(['Row 2, "Meeting date": the meeting is after URN 100006 closed on 2022-08-31.'])
  })

  it('two steps below the audit before are noted, also across a conversion', async () => {
    const store = await hubWith(`${wide}100003,2019-03-05,Jo,Enhancing,Establishing,Developing,\n`)
    const outcome = await loadFile(
      store,
      'a.csv',
      `${wide}100004,2023-03-05,Jo,Developing,Developing,Focusing,Focusing\n`,
    )
    expect(outcome.notes).toEqual([
      'Row 2: Curriculum music fell from Enhancing to Developing at the meeting of 2023-03-05.',
    ])
  })

  it('name their school by LAESTAB or UKPRN where there is no URN, and are kept under the URN open that day', async () => {
    const store = await hubWith()
    const head = wide.replace('URN', 'URN,LAESTAB,UKPRN')
    const outcome = await loadFile(
      store,
      'a.csv',
      `${head},901/2003,,2019-03-05,Jo,Focusing,,,\n,,10000004,2018-03-05,Jo,Focusing,,,\n-,9014002,,2019-03-05,Jo,Focusing,,,\n`,
    )
    expect(outcome.problems).toEqual([])
    expect(outcome.rows.map(({ urn }) => urn)).toEqual([100003, 100003, 100002])
  })

  it('may name their school by its name', async () => {
    const store = await hubWith()
    const text = `${wide.replace('URN', 'School,Town')}Ash Primary,Ashby,2024-03-05,Jo,Focusing,,,\n`
    expect(await loadFile(store, 'a.csv', text)).toMatchObject({ new: 1, problems: [] })
    expect(await facts(store, 'audit')).toMatchObject([{ urn: 100001 }])
  })

  it('of one day and school under URN and UKPRN fall together, in either order of the rows', async () => {
    const rows = ['100003,,2021-03-05,Jo,Focusing,,,\n', ',10000004,2021-03-05,Jo,Focusing,,,\n']
    for (const text of [rows.join(''), rows.toReversed().join('')]) {
      const store = await hubWith()
      expect(await loadFile(store, 'a.csv', wide.replace('URN', 'URN,UKPRN') + text)).toMatchObject({ new: 1, same: 1 })
      expect(await facts(store, 'audit')).toMatchObject([{ urn: 100003 }])
    }
  })

  it('name a framework that is loaded, once one is', async () => {
    const head = wide.replace('Adviser', 'Framework')
    const before = await hubWith()
    expect((await loadFile(before, 'a.csv', `${head}100001,2024-03-05,Anything,Focusing,,,\n`)).problems).toEqual([])
    const store = await hubWith(framework)
    const outcome = await loadFile(
      store,
      'a.csv',
      `${head}100001,2024-03-05,DQA 2020,Focusing,,,\n100002,2024-03-05,dqa 2021,Focusing,,,\n100004,2024-03-05,,Focusing,,,\n`,
    )
    expect(outcome.problems).toEqual([
      {
        sheet: null,
        row: 2,
        column: 'Framework',
        code: 'unknown-framework',
        found: 'DQA 2020',
        accepted: 'use DQA 2021, or load the framework first',
      },
    ])
    expect((await loadFile(store, 'b.csv', `${head}100002,2024-03-05,dqa 2021,Focusing,,,\n`)).problems).toEqual([])
    expect(await facts(store, 'audit')).toMatchObject([{ framework: 'DQA 2021' }])
  })

  it('of one school on one day under two of its URNs are noted, in one file or two', async () => {
    const row = (urn: number) => `${urn},2021-03-05,Jo,Focusing,,,\n`
    const text = (urn: number) =>
      `"Meeting date": its school has another audit on 2021-03-05, under URN ${urn}: the higher URN counts.`
    const one = await loadFile(await hubWith(), 'a.csv', wide + row(100003) + row(100004))
    expect(one.notes.filter((note) => note.includes('another'))).toEqual([
      `Row 2, ${text(100004)}`,
      `Row 3, ${text(100003)}`,
    ])
    const two = await loadFile(await hubWith(wide + row(100003)), 'b.csv', wide + row(100004))
    expect(two.notes).toEqual([`Row 2, ${text(100003)}`])
  })

  it('with a framework that was not yet in use are noted', async () => {
    const store = await hubWith(
      'Framework,Strand,Theme,Level,Number,Criterion,In use from\nDQA 2021,Co-curricular,Singing,Focusing,1,They sing,2021-09-01\n',
    )
    const head = wide.replace('Adviser', 'Framework')
    const outcome = await loadFile(
      store,
      'a.csv',
      `${head}100001,2021-03-05,dqa 2021,Focusing,,,\n100002,2021-09-01,DQA 2021,Focusing,,,\n`,
    )
    expect(outcome).toMatchObject({ new: 2, problems: [] })
    expect(outcome.notes).toEqual(['Row 2, "Framework": dqa 2021 is in use from 2021-09-01, after the meeting.'])
  })
})
