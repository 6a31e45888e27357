import { describe, expect, it } from 'vitest'
import { tabYear } from '../../../ingest/mapping/tab-year.ts'
import { facts, hubWith, loadFile } from '../story.ts'
import { book, packed, table } from '../readers/made-workbook.ts'

describe('the year in the name of a tab', () => {
  it.each([
    ['2023-24', 2023],
    ['2023/24', 2023],
    ['202324', 2023],
    ['Audits 2023-24', 2023],
    ['2023 - 2024 audits', 2023],
    ['AY2023_24', 2023],
    ['2023', null],
    ['2023-25', null],
    ['Sheet1', null],
    ['2022-23 and 2023-24', null],
    ['Term 1, 120234', null],
    [null, null],
  ])('%s is %s', (name, year) => {
    expect(tabYear(name)).toBe(year)
  })
})

describe('tabs named by year', () => {
  it('load together, each with its own year where the sheet needs one, and that is said', async () => {
    const head = ['URN', 'Pupils', 'FSM percent']
    const store = await hubWith()
    const { problems, notes } = await loadFile(
      store,
      'characteristics.xlsx',
      packed(
        book([
          ['2022-23', table(head, ['100001', '180', '12'])],
          ['Schools 202324', table(head, ['100001', '190', '13'])],
        ]),
      ),
    )
    expect(problems).toEqual([])
    const years = await facts(store, 'schoolYear')
    expect(years.map(({ academicYear, pupils }) => [academicYear, pupils])).toEqual([
      [2022, 180],
      [2023, 190],
    ])
    expect(notes).toContain('Sheet "2022-23": The academic year 2022/23 was taken from the name of the worksheet.')
    expect(notes).toContain(
      'Sheet "Schools 202324": The academic year 2023/24 was taken from the name of the worksheet.',
    )
  })

  it('do not make a sheet of any tab with schools', async () => {
    const store = await hubWith()
    const visits = table(
      ['School', 'Date of visit', 'Outcome', 'Pupils', 'Comment'],
      ['Ash Primary', '2024-03-05', 'Good', '3', ''],
    )
    const { problems } = await loadFile(store, 'visits.xlsx', packed(book([['2023-24', visits]])))
    expect(problems.map(({ code }) => code)).toEqual(['unknown-kind'])
  })

  it('give way to the year that is told', async () => {
    const store = await hubWith()
    const tab = table(['URN', 'Pupils'], ['100001', '180'])
    await loadFile(store, 'a.xlsx', packed(book([['2022-23', tab]])), { year: 2024 })
    expect((await facts(store, 'schoolYear')).map(({ academicYear }) => academicYear)).toEqual([2024])
  })
})
