import { describe, expect, it } from 'vitest'
import { facts, hubWith, loadFile, told } from '../story.ts'

const audits = `URN,Meeting date,Strand,Level,Framework
100001,2024-03-05,Co-curricular,Focusing,
100002,2020-03-05,Co-curricular,Focusing,
100003,2019-03-05,Co-curricular,Focusing,The new tool
`
const framework = `Framework,Strand,Theme,Level,Number,Criterion,Phases,In use from
The old tool,Co-curricular,Tuition,Focusing,1,A few learn,,2018-09-01
The new tool,Co-curricular,Singing,Focusing,1,Some sing,,2023-09-01
The new tool,Co-curricular,Singing,Focusing,2,There is a song,,2023-09-01
The new tool,Co-curricular,Singing,Enhancing,1,All sing,,2023-09-01
`
const head = 'URN,Meeting date,Strand,Theme,Level,Number,Judgement\n'

describe('criteria', () => {
  it('are kept with how far each was met, none for a blank', async () => {
    const store = await hubWith(audits)
    const outcome = await loadFile(
      store,
      'c.csv',
      `${head}100001,05/03/2024,Co-curricular,Singing,Foc,1,met\n100001,2024-03-05,Co-curricular,Singing,Focusing,2,Partially met\n100001,2024-03-05,Co-curricular,Singing,Enhancing,1,\n`,
    )
    expect(outcome).toMatchObject({ kind: 'criteria', new: 2, same: 1, problems: [] })
    expect(outcome.notes).toEqual([
      'Row 2, "Level": "Foc" was read as Focusing.',
      'Row 3, "Judgement": "Partially met" was read as Partly met.',
    ])
    const at = { urn: 100001, heldOn: '2024-03-05', strand: 'Co-curricular', theme: 'Singing', level: 'Focusing' }
    expect(await facts(store, 'criterionRating')).toEqual([
      { ...at, number: 1, judgement: 'Met' },
      { ...at, number: 2, judgement: 'Partly met' },
    ])
  })

  it('belong to a meeting that is known, and are judged in the words there are', async () => {
    const store = await hubWith(audits)
    const outcome = await loadFile(
      store,
      'c.csv',
      `${head}100001,2024-03-06,Co-curricular,Singing,Focusing,1,Met\n100001,2024-03-05,Sports,Singing,Focusing,one,Maybe\n100001,2024-03-05,Co-curricular,,Emerging,1,Met\n`,
    )
    expect(told(outcome)).toEqual([
      [2, 'Meeting date', 'unknown-meeting', '2024-03-06'],
      [3, 'Strand', 'unknown-strand', 'Sports'],
      [3, 'Number', 'unreadable-number', 'one'],
      [3, 'Judgement', 'unknown-judgement', 'Maybe'],
      [4, 'Theme', 'missing-value', ''],
      [4, 'Level', 'level-outside-scale', 'Emerging'],
    ])
  })

  it('are those of the framework of the audit, once one is loaded', async () => {
    const store = await hubWith(audits, framework)
    const outcome = await loadFile(
      store,
      'c.csv',
      `${head}100001,2024-03-05,Co-curricular,Tuition,Focusing,1,Met\n100001,2024-03-05,Co-curricular,Singing,Developing,1,Met\n100001,2024-03-05,Co-curricular,Singing,Focusing,3,Met\n100002,2020-03-05,Co-curricular,Tuition,Focusing,1,Met\n100003,2019-03-05,Co-curricular,Singing,Enhancing,1,Met\n`,
    )
    expect(outcome.problems.map(({ row, column, code, accepted }) => [row, column, code, accepted])).toEqual([
      [2, 'Theme', 'unknown-criterion', 'use a theme that Co-curricular has in The new tool: Singing'],
      [3, 'Number', 'unknown-criterion', 'use a criterion of The new tool: its Singing has no criterion at Developing'],
      [
        4,
        'Number',
        'unknown-criterion',
        'use a criterion of The new tool: its Singing has only number 1 and 2 at Focusing',
      ],
    ])
  })

  it('take the spelling of the framework, so that a theme spelt otherwise is the same', async () => {
    const store = await hubWith(audits, framework)
    await loadFile(store, 'c.csv', `${head}100001,2024-03-05,Co-curricular,SINGING,Focusing,1,Not met\n`)
    const again = await loadFile(store, 'd.csv', `${head}100001,2024-03-05,Co-curricular,Singing,Focusing,1,Unmet\n`)
    expect(again).toMatchObject({ receiptId: null, same: 1 })
    expect(await facts(store, 'criterionRating')).toMatchObject([{ theme: 'Singing', judgement: 'Not met' }])
  })

  it('stand as the last file tells them, and conflict within one', async () => {
    const store = await hubWith(audits)
    const row = '100001,2024-03-05,Co-curricular,Singing,Focusing,1'
    await loadFile(store, 'c.csv', `${head}${row},Met\n`)
    const conflict = await loadFile(store, 'd.csv', `${head}${row},Met\n${row},Not met\n`)
    expect(told(conflict)).toEqual([[3, 'Judgement', 'conflict', 'Not met']])
    expect(await loadFile(store, 'e.csv', `${head}${row},Partly met\n`)).toMatchObject({ changed: 1 })
    expect(await facts(store, 'criterionRating')).toMatchObject([{ judgement: 'Partly met' }])
    expect(await loadFile(store, 'f.csv', `${head}${row},\n`)).toMatchObject({ changed: 1 })
    expect(await facts(store, 'criterionRating')).toEqual([])
  })

  it('may come with the text of the criterion and the name of the framework', async () => {
    const store = await hubWith(audits)
    const outcome = await loadFile(
      store,
      'c.csv',
      'URN,Meeting date,Framework,Strand,Theme,Level,Number,Criterion,Judgement\n100001,2024-03-05,The new tool,Co-curricular,Singing,Focusing,1,Some sing,Met\n',
    )
    expect(outcome).toMatchObject({ kind: 'criteria', new: 1, problems: [] })
  })

  it('that a rating is hard to square with are noted, kindly, with meeting, strand and counts', async () => {
    const high = 'URN,Meeting date,Strand,Level\n100001,2024-03-05,Co-curricular,Enhancing\n'
    const low = '100002,2024-03-06,Co-curricular,Focusing\n100004,2024-03-07,Co-curricular,Enhancing\n'
    const store = await hubWith(high + low, framework)
    const rows = [
      '100001,2024-03-05,Co-curricular,Singing,Enhancing,1,Not met',
      '100001,2024-03-05,Co-curricular,Singing,Focusing,1,Met',
      '100002,2024-03-06,Co-curricular,Singing,Enhancing,1,Met',
      '100004,2024-03-07,Co-curricular,Singing,Enhancing,1,Partly met',
    ]
    const outcome = await loadFile(store, 'c.csv', `${head}${rows.join('\n')}\n`)
    expect(outcome.problems).toEqual([])
    expect(outcome.notes).toEqual([
      'Row 2, "Judgement": Co-curricular at the meeting of 2024-03-05 is rated Enhancing, and of the 1 criterion judged at Enhancing none was met: best fit is a judgement, so this only asks whether both are as meant.',
      'Row 4, "Judgement": Co-curricular at the meeting of 2024-03-06 is rated Focusing, and the 1 criterion judged at Enhancing was met: best fit is a judgement, so this only asks whether both are as meant.',
    ])
  })
  it.each([
    ['long', 'URN,Meeting date,Strand,Level\n100001,2024-03-05,Co-curricular,Enhancing\n', 'Level'],
    [
      'wide',
      'URN,Meeting date,Curriculum music,Co-curricular,Leadership and Management,Community and partnerships\n100001,2024-03-05,,Enhancing,,\n',
      'Co-curricular',
    ],
  ])('that are known are held against ratings in the %s layout that come after them', async (_, text, column) => {
    const judged = '100001,2024-03-05,Co-curricular,Singing,Enhancing,1,Not met\n'
    const store = await hubWith(audits, framework, head + judged)
    const outcome = await loadFile(store, 'a.csv', text)
    expect(outcome).toMatchObject({ changed: 1, problems: [] })
    expect(outcome.notes).toContain(
      `Row 2, "${column}": Co-curricular at the meeting of 2024-03-05 is rated Enhancing, and of the 1 criterion judged at Enhancing none was met: best fit is a judgement, so this only asks whether both are as meant.`,
    )
  })
})
