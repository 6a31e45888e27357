import { describe, expect, it } from 'vitest'
import { emptyHub, facts, hubWith, loadFile, told } from '../story.ts'

const head =
  'Goal,Title,Function,Measure,Wanted,Strand,Population,Baseline percent,Baseline year,Target percent,Target year\n'

describe('goals', () => {
  it('are kept, all schools where no population is given', async () => {
    const store = await emptyHub()
    const text = `${head}G1,Every school sings,Schools,Strand profile,establishing,Curriculum music,,40%,2023/24,62.5,202728\nG2,Reach,,coverage,Re-audited,,901,,,80,2027\n`
    expect(await loadFile(store, 'g.csv', text)).toMatchObject({ kind: 'goals', new: 2, problems: [] })
    expect(await facts(store, 'goal')).toEqual([
      {
        goal: 'G1',
        title: 'Every school sings',
        function: 'Schools',
        measure: 'strand-profile',
        wanted: 'Establishing',
        strand: 'Curriculum music',
        population: 'All',
        baselinePercent: 40,
        baselineYear: 2023,
        targetPercent: 62.5,
        targetYear: 2027,
      },
      {
        goal: 'G2',
        title: 'Reach',
        function: null,
        measure: 'coverage',
        wanted: 'Re-audited',
        strand: null,
        population: '901',
        baselinePercent: null,
        baselineYear: null,
        targetPercent: 80,
        targetYear: 2027,
      },
    ])
  })

  it('without a column of population are for all schools, and leave a known population alone', async () => {
    const store = await emptyHub()
    const short = 'Goal,Title,Measure,Wanted,Target percent,Target year\nG1,Reach,coverage,Audited,80,2027\n'
    await loadFile(store, 'a.csv', short)
    expect(await facts(store, 'goal')).toMatchObject([{ population: 'All' }])
    await loadFile(store, 'b.csv', `${head}G1,Reach,,coverage,Audited,,Primary,,,80,2027\n`)
    expect(await loadFile(store, 'c.csv', short)).toMatchObject({ same: 1 })
    expect(await facts(store, 'goal')).toMatchObject([{ population: 'Primary' }])
  })

  it('want what their measure counts, of schools there are, within a hundred', async () => {
    const store = await emptyHub()
    const text = `${head}G1,T,,award-ladder,Establishing,,Infants,101,2023/25,many,2027\nG2,T,,awards,Gold,,All,,,80,2027\n`
    expect(told(await loadFile(store, 'g.csv', text))).toEqual([
      [2, 'Population', 'unknown-population', 'Infants'],
      [2, 'Baseline percent', 'outside-range', '101'],
      [2, 'Baseline year', 'unreadable-year', '2023/25'],
      [2, 'Target percent', 'unreadable-number', 'many'],
      [2, 'Wanted', 'unknown-wanted', 'Establishing'],
      [3, 'Measure', 'unknown-measure', 'awards'],
    ])
  })
})

describe('a framework', () => {
  const top = 'Framework,Strand,Theme,Level,Number,Criterion,Phases,Aligned to,In use from,Comparable with\n'

  it('is kept a row a criterion', async () => {
    const store = await emptyHub()
    expect(
      await loadFile(
        store,
        'f.csv',
        `${top}DQA 2021,Co-curricular,Singing,Focusing,1,They sing,Primary; Nursery,NPME 2022,01/09/2021,DQA 2019\n`,
      ),
    ).toMatchObject({ kind: 'framework', new: 1 })
    expect(await facts(store, 'criterion')).toEqual([
      {
        framework: 'DQA 2021',
        strand: 'Co-curricular',
        theme: 'Singing',
        level: 'Focusing',
        number: 1,
        criterion: 'They sing',
        phases: 'Primary; Nursery',
        alignedTo: 'NPME 2022',
        inUseFrom: '2021-09-01',
        comparableWith: 'DQA 2019',
      },
    ])
  })

  it('has a level and a number for every criterion', async () => {
    const store = await emptyHub()
    expect(told(await loadFile(store, 'f.csv', `${top}DQA 2021,Choirs,Singing,,one,They sing,,,,\n`))).toEqual([
      [2, 'Strand', 'unknown-strand', 'Choirs'],
      [2, 'Level', 'missing-value', ''],
      [2, 'Number', 'unreadable-number', 'one'],
    ])
  })

  it('for a council outside the area are taken, and that is said', async () => {
    const store = await hubWith()
    const outcome = await loadFile(store, 'g.csv', `${head}G1,Reach,,coverage,Audited,,902,,,80,2027\n`)
    expect(outcome).toMatchObject({ new: 1, problems: [] })
    expect(outcome.notes).toEqual([
      'Row 2, "Population": LA 902 is not in the hub\'s area (901), so the goal counts no school.',
    ])
  })
})
