import { describe, expect, it } from 'vitest'
import { facts, hubWith, loadFile, rowsOf, told } from '../story.ts'

const head =
  'URN,Academic year,Pupils,FSM percent,FSM basis,SEND percent,EAL percent,Deprivation decile,Rural urban,District\n'

describe('characteristics', () => {
  it('are kept by school and year, free school meals by their basis', async () => {
    const store = await hubWith()
    const outcome = await loadFile(
      store,
      'c.csv',
      `${head}100001,2023/24,210,12.5%,ever 6,14,3.1,3,Urban,Ashby\n100002,2023/24,"1,204",8,Pupil Premium,,,,,\n`,
    )
    expect(outcome).toMatchObject({ kind: 'characteristics', new: 2, problems: [], notes: [] })
    expect(await facts(store, 'schoolYear')).toEqual([
      {
        urn: 100001,
        academicYear: 2023,
        pupils: 210,
        sendPercent: 14,
        ealPercent: 3.1,
        deprivationDecile: 3,
        ruralUrban: 'Urban',
        district: 'Ashby',
      },
      {
        urn: 100002,
        academicYear: 2023,
        pupils: 1204,
        sendPercent: null,
        ealPercent: null,
        deprivationDecile: null,
        ruralUrban: null,
        district: null,
      },
    ])
    expect(await facts(store, 'schoolFsm')).toEqual([
      { urn: 100001, academicYear: 2023, basis: 'ever 6', percent: 12.5, eligible: null, pupils: null },
      { urn: 100002, academicYear: 2023, basis: 'pupil premium', percent: 8, eligible: null, pupils: null },
    ])
  })

  it('without a basis are read as current, and that is said', async () => {
    const store = await hubWith()
    const outcome = await loadFile(store, 'c.csv', 'URN,Academic year,FSM percent\n100001,2023,12.5\n100002,2023,-\n')
    expect(outcome.notes).toContain(
      '"FSM percent": a percentage without a basis ("FSM basis": current, ever 6 or pupil premium) was read as current.',
    )
    expect(await facts(store, 'schoolFsm')).toMatchObject([{ urn: 100001, basis: 'current', percent: 12.5 }])
    expect(await facts(store, 'schoolYear')).toEqual([])
  })

  it('on several bases stand beside each other, and what a file does not tell stays', async () => {
    const store = await hubWith()
    const row = 'URN,Academic year,FSM percent,FSM basis'
    await loadFile(store, 'a.csv', `${row},Pupils\n100001,2023,12.5,current,210\n`)
    await loadFile(store, 'b.csv', `${row}\n100001,2023,20,ever 6\n`)
    await loadFile(store, 'c.csv', `${row},EAL percent\n100001,2023,13,current,5\n`)
    expect(await facts(store, 'schoolFsm')).toMatchObject([
      { basis: 'current', percent: 13 },
      { basis: 'ever 6', percent: 20 },
    ])
    expect(await facts(store, 'schoolYear')).toMatchObject([{ pupils: 210, ealPercent: 5 }])
  })

  it('out of their range are refused', async () => {
    const store = await hubWith()
    const outcome = await loadFile(store, 'c.csv', `${head}100001,2023/24,-1,101,free,x,100.1,11,,\n`)
    expect(told(outcome)).toEqual([
      [2, 'Pupils', 'unreadable-number', '-1'],
      [2, 'FSM percent', 'outside-range', '101'],
      [2, 'FSM basis', 'unknown-basis', 'free'],
      [2, 'SEND percent', 'unreadable-number', 'x'],
      [2, 'EAL percent', 'outside-range', '100.1'],
      [2, 'Deprivation decile', 'outside-range', '11'],
    ])
  })
})

const premiumHead =
  'URN,LAEstab,LA,School Name,Number of pupils on roll (7),,Number of Primary pupils on roll (9),Number of Primary pupils eligible for the Deprivation Pupil Premium,Percentage of Primary pupils eligible for the Deprivation Pupil Premium,Deprivation Pupil Premium Allocation (11),Number of  Secondary pupils on roll (10),Number of Secondary pupils eligible for the Deprivation Pupil Premium,Percentage of Secondary pupils eligible for the Deprivation Pupil Premium,Total number of pupils eligible for the Deprivation Pupil Premium\n'

describe('the pupil premium layout', () => {
  it('asks for the academic year in one plain problem', async () => {
    const store = await hubWith()
    const file = `${premiumHead}100001,9012001,901,Ash,100,,100,20,20.0%,"£1,000",0,0,0%,20\n`
    const outcome = await loadFile(store, 'p.csv', file)
    expect(told(outcome)).toEqual([[null, null, 'missing-year', '']])
    expect(rowsOf(outcome)).toEqual([[2, 'ignored']])
    expect(outcome.problems[0]?.accepted).toContain('--year 2023/24')
    expect(await loadFile(store, 'p.csv', file, { year: 2023 })).toMatchObject({ new: 1, problems: [] })
  })

  it('gives the percentage of the counts, fractions and all, and says where totals are rounded', async () => {
    const store = await hubWith()
    const outcome = await loadFile(
      store,
      'p.csv',
      `${premiumHead}100001,9012001,901,Ash,100.5,,40.5,2.6,0.064,1000,60.0,12.0,.2,15\n100002,9014002,901,Beech,0,,0,0,0,0,0,0,0.000,0\n100007,9022007,902,Fir,10,,10,2,50%,0,0,0,0,2\n999999,9029999,902,Far,SUPP,,SUPP,SUPP,SUPP,0,0,0,0,SUPP\n100008,9012008,901,New,10,,10,5,0.5,0,0,0,0,5\n`,
      { year: 2023 },
    )
    expect(outcome).toMatchObject({ kind: 'characteristics', new: 4, same: 1, problems: [] })
    expect(outcome.notes.slice(1)).toEqual([
      'Row 2, "Total number of pupils eligible for the Deprivation Pupil Premium": the total is rounded: primary and secondary do not add up to it.',
      'Row 4, "Percentage of Primary pupils eligible for the Deprivation Pupil Premium": a percentage is not that of the counts beside it.',
      "2 schools outside the hub's area: kept, not counted.",
      '1 school not in the register: kept, and not counted so far.',
    ])
    expect(await facts(store, 'schoolFsm')).toMatchObject([
      { urn: 100001, basis: 'pupil premium', percent: (100 * 14.6) / 100.5, eligible: 15, pupils: 100.5 },
      { urn: 100002, percent: null, eligible: 0, pupils: 0 },
      { urn: 100007, percent: 20 },
      { urn: 100008, percent: 50 },
    ])
  })

  it('refuses more pupils eligible than there are, and figures no one can read', async () => {
    const store = await hubWith()
    const outcome = await loadFile(
      store,
      'p.csv',
      `${premiumHead}100001,9012001,901,Ash,10,,10,20,,0,0,0,0,20\n100002,9014002,901,Beech,ten,,10,1,10,0,0,0,0,1\n`,
      { year: 2023 },
    )
    expect(told(outcome)).toEqual([
      [2, 'Total number of pupils eligible for the Deprivation Pupil Premium', 'outside-range', '20'],
      [3, 'Number of pupils on roll (7)', 'unreadable-number', 'ten'],
      [3, 'Percentage of Primary pupils eligible for the Deprivation Pupil Premium', 'unreadable-number', '10'],
    ])
  })
})

describe('the school census layout', () => {
  it('gives free school meals on two bases, special needs from its counts, and takes NA as not known', async () => {
    const store = await hubWith()
    const outcome = await loadFile(
      store,
      'c.csv',
      'URN,LA,ESTAB,SCHOOLTYPE,NOR,TSENELSE,TSENELK,PNUMEAL,NUMFSM,NUMFSMEVER,PNUMFSMEVER\n100001,901,2001,Primary,200,4,36,1.8,30,40,21.5\n100005,901,6005,Independent,300,0,NA,NA,NA,NA,NA\n',
      { year: 2018 },
    )
    expect(outcome).toMatchObject({ kind: 'characteristics', new: 2, problems: [] })
    expect(await facts(store, 'schoolYear')).toMatchObject([
      { urn: 100001, academicYear: 2018, pupils: 200, sendPercent: 20, ealPercent: 1.8 },
      { urn: 100005, pupils: 300, sendPercent: null, ealPercent: null },
    ])
    expect(await facts(store, 'schoolFsm')).toEqual([
      { urn: 100001, academicYear: 2018, basis: 'current', percent: 15, eligible: 30, pupils: 200 },
      { urn: 100001, academicYear: 2018, basis: 'ever 6', percent: 21.5, eligible: 40, pupils: null },
    ])
  })
})
