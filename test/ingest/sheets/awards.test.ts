import { describe, expect, it } from 'vitest'
import { facts, hubWith, loadFile, told } from '../story.ts'

const audits = `URN,Meeting date,Strand,Level
100001,2024-03-05,Co-curricular,Focusing
100003,2019-03-05,Co-curricular,Focusing
`
const head = 'URN,Meeting date,Award,Award date,Music Mark nominated,Follow-up visit\n'

describe('awards', () => {
  it('are kept with what was nominated and when the follow-up is', async () => {
    const store = await hubWith(audits)
    const outcome = await loadFile(
      store,
      'a.csv',
      `${head}100001,2024-03-05,Silver,2024-03-05,Yes,\n100001,2024-03-05,W/T,01/06/2024,,2027-01-05\n`,
    )
    expect(outcome).toMatchObject({ kind: 'awards', new: 2, problems: [] })
    expect(await facts(store, 'award')).toEqual([
      {
        urn: 100001,
        heldOn: '2024-03-05',
        awardOn: '2024-03-05',
        award: 'Silver',
        musicMarkNominated: 1,
        followUpOn: null,
      },
      {
        urn: 100001,
        heldOn: '2024-03-05',
        awardOn: '2024-06-01',
        award: 'Working towards Bronze',
        musicMarkNominated: null,
        followUpOn: '2027-01-05',
      },
    ])
  })

  it('before their meeting, or of a meeting that is not known, are refused', async () => {
    const store = await hubWith(audits)
    const outcome = await loadFile(
      store,
      'a.csv',
      `${head}100001,2024-03-05,Gold,04/03/2024,,\n100001,2024-03-06,Gold,2024-04-01,Perhaps,\n`,
    )
    expect(told(outcome)).toEqual([
      [2, 'Award date', 'award-before-meeting', '04/03/2024'],
      [3, 'Music Mark nominated', 'unknown-answer', 'Perhaps'],
      [3, 'Meeting date', 'unknown-meeting', '2024-03-06'],
    ])
  })

  it('on a day that nobody means are refused: it would be valid until a day that is none', async () => {
    const outcome = await loadFile(await hubWith(audits), 'a.csv', `${head}100001,2024-03-05,Gold,31/12/9999,,\n`)
    expect(told(outcome)).toEqual([[2, 'Award date', 'unreadable-day', '31/12/9999']])
  })

  it('named by the URN a school has now are kept under the URN its audit was made under, with a note', async () => {
    const store = await hubWith(audits)
    const outcome = await loadFile(store, 'a.csv', `${head}100004,2019-03-05,Gold,2019-04-05,,\n`)
    expect(outcome.notes).toEqual(['Row 2, "URN": recorded under URN 100003, as the audit of that day is.'])
    expect(outcome.rows.map(({ urn }) => urn)).toEqual([100003])
    expect(await facts(store, 'award')).toMatchObject([{ urn: 100003, award: 'Gold' }])
  })
})

describe('priorities', () => {
  const top = 'URN,Meeting date,Priority,Strand,Theme,What,Why,Target,By when,How,Needs,Support offered\n'

  it('are kept with their plan', async () => {
    const store = await hubWith(audits)
    const outcome = await loadFile(
      store,
      'p.csv',
      `${top}100001,2024-03-05,1,Community & partnerships,Singing,"A choir\r\nfor all",Few sing,40 pupils,Summer,Weekly,A piano,Training\n`,
    )
    expect(outcome).toMatchObject({ kind: 'priorities', new: 1, problems: [] })
    expect(await facts(store, 'priority')).toEqual([
      {
        urn: 100001,
        heldOn: '2024-03-05',
        priority: 1,
        strand: 'Community and partnerships',
        theme: 'Singing',
        what: 'A choir\nfor all',
        why: 'Few sing',
        target: '40 pupils',
        byWhen: 'Summer',
        how: 'Weekly',
        needs: 'A piano',
        support: 'Training',
      },
    ])
  })

  it('are numbered 1 to 3, say what, and belong to a meeting that is known', async () => {
    const store = await hubWith(audits)
    const outcome = await loadFile(
      store,
      'p.csv',
      'URN,Meeting date,Priority,What\n100001,2024-03-05,4,Sing\n100001,2024-03-05,2,-\n100002,2024-03-05,1,Sing\n',
    )
    expect(told(outcome)).toEqual([
      [2, 'Priority', 'unknown-priority', '4'],
      [3, 'What', 'missing-value', '-'],
      [4, 'Meeting date', 'unknown-meeting', '2024-03-05'],
    ])
  })

  it('with a follow-up before the meeting are refused, and those of a day to come are noted', async () => {
    const store = await hubWith(audits)
    const early = await loadFile(store, 'a.csv', `${head}100001,2024-03-05,Gold,2024-04-01,,2023-03-05\n`)
    expect(early.problems.map(({ column, code, accepted }) => [column, code, accepted])).toEqual([
      ['Follow-up visit', 'follow-up-before-meeting', 'use a day on or after the meeting of 2024-03-05'],
    ])
    const late = await loadFile(store, 'a.csv', `${head}100001,2024-03-05,Gold,2026-02-01,,\n`)
    expect(late).toMatchObject({ problems: [], new: 1 })
    expect(late.notes).toEqual(['Row 2, "Award date": the award is on 2026-02-01, after today: it counts from then.'])
  })
})
