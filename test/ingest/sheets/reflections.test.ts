import { describe, expect, it } from 'vitest'
import { facts, hubWith, loadFile, rowsOf, told } from '../story.ts'

const audits = 'URN,Meeting date,Strand,Level\n100001,2024-03-05,Co-curricular,Focusing\n'
const head = 'URN,Meeting date,Month,Sent on,Returned on,Withdrawn on,Priority,Achieved,Comment\n'
const key = { urn: 100001, heldOn: '2024-03-05', month: 12 }

describe('reflections', () => {
  it('sent and not returned are a sheet without answers', async () => {
    const store = await hubWith(audits)
    expect(await loadFile(store, 'r.csv', `${head}100001,2024-03-05,12,2025-03-05,,,,,\n`)).toMatchObject({
      kind: 'reflections',
      new: 1,
      problems: [],
    })
    expect(await facts(store, 'reflection')).toEqual([
      { ...key, sentOn: '2025-03-05', returnedOn: null, withdrawnOn: null },
    ])
    expect(await facts(store, 'reflectionPriority')).toEqual([])
  })

  it('tell the days of one sheet together: a blank does not disagree', async () => {
    const store = await hubWith(audits)
    const text = `${head}100001,2024-03-05,12,2025-03-05,,,1,Started,Going well\n100001,2024-03-05,12,,2025-04-01,,2,,\n100001,2024-03-05,12,,,,,,All in all good\n`
    const outcome = await loadFile(store, 'r.csv', text)
    expect(outcome).toMatchObject({ new: 3, changed: 0, problems: [] })
    expect(await facts(store, 'reflection')).toEqual([
      { ...key, sentOn: '2025-03-05', returnedOn: '2025-04-01', withdrawnOn: null },
    ])
    expect(await facts(store, 'reflectionPriority')).toEqual([
      { ...key, priority: 0, achieved: null, comment: 'All in all good' },
      { ...key, priority: 1, achieved: 'Started', comment: 'Going well' },
      { ...key, priority: 2, achieved: null, comment: null },
    ])
  })

  it('that disagree on a day within one file are a problem on the later row', async () => {
    const store = await hubWith(audits)
    const text = `${head}100001,2024-03-05,12,2025-03-05,,,1,Started,\n100001,2024-03-05,12,06/03/2025,,,2,Started,\n`
    const outcome = await loadFile(store, 'r.csv', text)
    expect(
      outcome.problems.map(({ row, column, code, found, accepted }) => [row, column, code, found, accepted]),
    ).toEqual([[3, 'Sent on', 'conflict', '06/03/2025', 'say one thing only: row 2 says "2025-03-05" of the same']])
  })

  it('of a later file correct the days of the whole sheet, and keep those it leaves blank', async () => {
    const store = await hubWith(audits, `${head}100001,2024-03-05,12,2025-03-05,2025-04-01,,1,Started,\n`)
    const outcome = await loadFile(store, 'r.csv', `${head}100001,2024-03-05,12,,2025-04-02,,,,\n`)
    expect(rowsOf(outcome)).toEqual([[2, 'changed']])
    expect(await facts(store, 'reflection')).toEqual([
      { ...key, sentOn: '2025-03-05', returnedOn: '2025-04-02', withdrawnOn: null },
    ])
    expect(await facts(store, 'reflectionPriority')).toMatchObject([{ achieved: 'Started' }])
  })

  it('are of month 12 or 24, of priorities 1 to 3, and answer in four words', async () => {
    const store = await hubWith(audits)
    const text = `${head}100001,2024-03-05,13,,,,4,Done,\n100001,2025-03-05,24,,,,,,\n`
    expect(told(await loadFile(store, 'r.csv', text))).toEqual([
      [2, 'Month', 'unknown-month', '13'],
      [2, 'Priority', 'unknown-priority', '4'],
      [2, 'Achieved', 'unknown-achieved', 'Done'],
      [3, 'Meeting date', 'unknown-meeting', '2025-03-05'],
    ])
  })

  it('sent or returned before their meeting are refused', async () => {
    const store = await hubWith(audits)
    const text = `${head}100001,2024-03-05,12,2024-03-04,2023-04-01,,,,\n`
    expect(told(await loadFile(store, 'r.csv', text))).toEqual([
      [2, 'Sent on', 'reflection-before-meeting', '2024-03-04'],
      [2, 'Returned on', 'reflection-before-meeting', '2023-04-01'],
    ])
  })

  it('with days in an order that is hard to believe are taken, and that is said', async () => {
    const store = await hubWith(audits)
    const text = `${head}100001,2024-03-05,12,2025-03-05,2025-03-01,2025-03-02,,,\n100001,2024-03-05,24,2024-04-01,2025-09-01,,,,\n`
    const outcome = await loadFile(store, 'r.csv', text)
    expect(outcome).toMatchObject({ new: 2, problems: [] })
    expect(outcome.notes).toEqual([
      'Row 2, "Returned on": returned before it was sent on 2025-03-05.',
      'Row 2, "Withdrawn on": withdrawn before it was sent on 2025-03-05.',
      'Row 3, "Returned on": returned long before it is due on 2026-03-05: check the month and the meeting.',
    ])
    const later = await loadFile(store, 'r.csv', `${head}100001,2024-03-05,24,,2026-03-09,2026-03-08,,,\n`)
    expect(later.notes).toEqual([
      'Row 2, "Returned on": the return is on 2026-03-09, after today: it counts from then.',
      'Row 2, "Withdrawn on": the withdrawal is on 2026-03-08, after today: it counts from then.',
    ])
  })
})
