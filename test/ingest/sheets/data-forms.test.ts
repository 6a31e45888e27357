import { describe, expect, it } from 'vitest'
import { readFacts } from '../../server/queries/all-facts.ts'
import { facts, hubWith, loadFile, rowsOf, told } from '../story.ts'

const head = 'URN,Academic year,Figure,Breakdown,Value,Estimated\n'

describe('data forms', () => {
  it('are kept figure by figure, the breakdown in one spelling', async () => {
    const store = await hubWith()
    const outcome = await loadFile(
      store,
      'f.csv',
      `${head}100001,2023/24,Whole class pupils,,"1,204",Yes\n100001,202324,whole-class pupils,Gender = Female ; Key Stage=KS2;,36.0,\n100001,2023-24,Ensembles,,0,No\n`,
    )
    expect(outcome).toMatchObject({ kind: 'data-forms', new: 3, problems: [] })
    const at = { urn: 100001, academicYear: 2023 }
    expect(await facts(store, 'dataFormFigure')).toEqual([
      { ...at, figure: 'ensembles', breakdown: '', value: 0, estimated: 0 },
      { ...at, figure: 'whole-class pupils', breakdown: '', value: 1204, estimated: 1 },
      { ...at, figure: 'whole-class pupils', breakdown: 'key stage=2;gender=girls', value: 36, estimated: null },
    ])
  })

  it('say a figure, a breakdown and a number that can be kept', async () => {
    const store = await hubWith()
    const outcome = await loadFile(
      store,
      'f.csv',
      `${head}100001,2023/25,Kazoos,shoe size=9,-3,Perhaps\n100001,2023,choirs,key stage=9,many,\n100001,2023,choirs,gender=girls;gender=boys,,\n`,
    )
    expect(told(outcome)).toEqual([
      [2, 'Academic year', 'unreadable-year', '2023/25'],
      [2, 'Figure', 'unknown-figure', 'Kazoos'],
      [2, 'Breakdown', 'unknown-breakdown', 'shoe size=9'],
      [2, 'Value', 'unreadable-number', '-3'],
      [2, 'Estimated', 'unknown-answer', 'Perhaps'],
      [3, 'Breakdown', 'unknown-breakdown', 'key stage=9'],
      [3, 'Value', 'unreadable-number', 'many'],
      [4, 'Breakdown', 'unknown-breakdown', 'gender=girls;gender=boys'],
      [4, 'Value', 'missing-value', ''],
    ])
    expect(outcome.problems[1]?.accepted).toContain('whole-class pupils, whole-class terms')
    expect(outcome.problems[5]?.accepted).toBe('use a key stage from 1 to 5 for key stage')
  })

  it('are of a school of the area, named in any of the ways, as it was when the year began', async () => {
    const store = await hubWith()
    const outcome = await loadFile(
      store,
      'f.csv',
      'School,Academic year,Figure,Value\nCedar Primary,2019/20,choirs,1\nCedar Academy,2023/24,choirs,2\n',
    )
    expect(outcome.rows.map(({ urn }) => urn)).toEqual([100003, 100004])
    const refused = await loadFile(
      store,
      'g.csv',
      'URN,School,Academic year,Figure,Value\n100007,,2023/24,choirs,1\n100009,,2023/24,choirs,1\n,Nowhere School,2023/24,choirs,1\n100006,,2023/24,choirs,1\n',
    )
    expect(told(refused)).toEqual([
      [2, 'URN', 'outside-area', '100007'],
      [3, 'URN', 'unknown-school', '100009'],
      [4, 'School', 'unknown-school', 'Nowhere School'],
    ])
    expect(refused.notes).toEqual([
      'Row 5, "Academic year": the first day of the academic year is after URN 100006 closed on 2022-08-31.',
    ])
  })

  it('repeat, conflict and are corrected by school, year, figure and breakdown', async () => {
    const store = await hubWith()
    const row = '100001,2023/24,choirs'
    const repeated = await loadFile(store, 'f.csv', `${head}${row},gender=girls,2,\n${row},GENDER=girls,2,\n`)
    expect(rowsOf(repeated)).toEqual([
      [2, 'loaded'],
      [3, 'same'],
    ])
    const conflict = await loadFile(store, 'g.csv', `${head}${row},gender=girls,2,\n${row},gender=girls,3,\n`)
    expect(told(conflict)).toEqual([[3, 'Value', 'conflict', '3']])
    expect(await loadFile(store, 'h.csv', `${head}${row},gender=girls,4,\n`)).toMatchObject({ new: 0, changed: 1 })
    expect(await facts(store, 'dataFormFigure')).toMatchObject([{ value: 4 }])
  })

  it('count as engagement, once a school and year', async () => {
    const store = await hubWith()
    await loadFile(
      store,
      'f.csv',
      `${head}100001,2023/24,choirs,,2,\n100001,2023/24,ensembles,,1,\n100001,2024/25,choirs,,2,\n`,
    )
    expect((await readFacts(store, { id: 1, name: 'Northshire' })).dataForms).toEqual([
      { urn: 100001, year: 2023 },
      { urn: 100001, year: 2024 },
    ])
  })

  it('of a year that has yet to begin are taken, and that is said', async () => {
    const store = await hubWith()
    const outcome = await loadFile(store, 'f.csv', `${head}100001,2026/27,Choirs,,2,\n100001,2025/26,Choirs,,2,\n`)
    expect(outcome).toMatchObject({ new: 2, problems: [] })
    expect(outcome.notes).toEqual(['Row 2, "Academic year": the academic year begins on 2026-09-01, after today.'])
  })
})
