import { describe, expect, it } from 'vitest'
import { facts, hubWith, loadFile, register, rowsOf, told } from '../story.ts'

const head = 'School,Meeting date,Strand,Level\n'
const audit = (school: string, day: string): string => `${school},${day},Co-curricular,Focusing\n`

describe('files that name schools by name', () => {
  it('are recorded under the URN open on the day, and another way of naming the same is the same', async () => {
    const store = await hubWith()
    const rows = [audit('Cedar Academy', '2019-03-05'), audit('Cedar Prim.', '2019-03-05')]
    expect(await loadFile(store, 'a.csv', head + rows.join(''))).toMatchObject({ new: 1, same: 1, problems: [] })
    expect(await facts(store, 'audit')).toMatchObject([{ urn: 100003, heldOn: '2019-03-05' }])
    const byNumber = 'URN,Meeting date,Strand,Level\n100003,2019-03-05,Co-curricular,Focusing\n'
    expect(await loadFile(store, 'b.csv', byNumber)).toMatchObject({ new: 0, same: 1, dataVersion: 3 })
  })

  it('find the meeting that is known under another URN of the school', async () => {
    const store = await hubWith('URN,Meeting date,Strand,Level\n100003,2021-03-05,Co-curricular,Focusing\n')
    const awards = 'School,Meeting date,Award,Award date\n'
    const outcome = await loadFile(store, 'b.csv', `${awards}Cedar Academy,2021-03-05,Bronze,2021-06-01\n`)
    expect(outcome).toMatchObject({ new: 1, problems: [] })
    expect(await facts(store, 'award')).toMatchObject([{ urn: 100003 }])
    const other = await loadFile(store, 'b.csv', `${awards}Cedar Academy,2021-03-06,Bronze,2021-06-01\n`)
    expect(told(other)).toEqual([[2, 'Meeting date', 'unknown-meeting', '2021-03-06']])
  })

  it('have the problems of their days and of the area as under URNs', async () => {
    const store = await hubWith()
    const rows = [audit('Fir Primary', '2024-03-05'), audit('Ash Primary', '2026-03-05'), audit('Ash Primary', 'soon')]
    const outcome = await loadFile(store, 'a.csv', head + rows.join(''))
    expect(told(outcome)).toEqual([
      [2, 'URN', 'outside-area', '100007'],
      [3, 'Meeting date', 'future-meeting', '2026-03-05'],
      [4, 'Meeting date', 'unreadable-day', 'soon'],
    ])
  })

  it('are doubtful about a school that had closed', async () => {
    const outcome = await loadFile(await hubWith(), 'a.csv', head + audit('Elm Primary', '2024-03-05'))
    expect(outcome.rows.at(0)).toMatchObject({
      outcome: 'doubtful',
      candidates: [{ urn: 100006, name: 'Elm Primary', why: 'same name, closed on 2022-08-31' }],
    })
  })

  it('know the names of earlier registers', async () => {
    const store = await hubWith()
    const renamed = register.replace('Ash Primary', 'Ashton Primary')
    await loadFile(store, 'gias_2025-11-16.csv', renamed)
    expect(rowsOf(await loadFile(store, 'a.csv', head + audit('Ash Primary', '2024-03-05')))).toEqual([[2, 'loaded']])
    const near = await loadFile(store, 'a.csv', head + audit('Ashh Primary', '2024-03-05'))
    expect(near.rows.at(0)?.candidates[0]).toEqual({
      urn: 100001,
      name: 'Ashton Primary',
      why: 'former name "Ash Primary" until 2025 differs by one letter',
    })
  })
})
