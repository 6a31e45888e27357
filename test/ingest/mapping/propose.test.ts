import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listMappings } from '../../../ingest/mapping/remember.ts'
import { proposeTab } from '../../../ingest/mapping/propose-tab.ts'
import { readMapping } from '../../../ingest/mapping/read-mapping.ts'
import { proposeMapping } from '../../../ingest/propose.ts'
import { runs } from '../../runs.ts'
import { emptyHub } from '../story.ts'
import { book, packed, table } from '../readers/made-workbook.ts'

const grid = (...rows: readonly (readonly string[])[]) => ({
  sheet: null,
  rows: rows.map((cells, index) => ({ row: index + 1, cells })),
  notes: [],
  problems: [],
  remarks: [],
  faults: [],
})

const propose = (...rows: readonly (readonly string[])[]) => proposeTab(grid(...rows), {})

describe('a proposal', () => {
  it('is sure of standard headings, and says that they need no mapping', () => {
    const { isRecognised, kinds } = propose(
      ['URN', 'Meeting date', 'Strand', 'Level'],
      ['100001', '2024-03-05', 'Co-curricular', 'Dev'],
    )
    expect(isRecognised).toBe(true)
    expect(kinds[0]).toMatchObject({ kind: 'audits', layout: 'long', confidence: 'sure', missing: [], words: [] })
    expect(kinds[0]?.columns.map(({ confidence, why }) => [confidence, why])).toEqual(
      Array.from({ length: 4 }, () => ['sure', 'the same heading']),
    )
  })

  it('is not of a kind that asks for little and knows little of the file', () => {
    const { kinds } = propose(
      ['School', 'Place', 'Visit', 'Who went', 'Curric', 'Extra-curricular', 'Leadership', 'Community'],
      ['Ash Primary', 'Ashby', '05/03/2024', 'Adviser A', 'Est', '3', 'Dev', 'Foc'],
    )
    expect(kinds[0]).toMatchObject({ kind: 'audits', layout: 'wide', missing: [] })
    expect(kinds[0]?.columns.map(({ means }) => means)).toEqual([
      'School',
      'Town',
      'Meeting date',
      'Adviser',
      'Curriculum music',
      'Co-curricular',
      'Leadership and Management',
      'Community and partnerships',
    ])
  })

  it('says for each column what it holds, what it may mean, how sure that is and why', () => {
    const { headingRows, kinds } = propose(
      ['Awards given'],
      ['School', 'Date of the meeting', 'Awrd', 'Awarded on', 'Ref', ''],
      ['Ash Primary', '05/03/2024', 'Bronze', '01/04/2024', 'a7', 'ask'],
      ['Beech High', '06/03/2024', 'Silver', '02/04/2024', 'a8', ''],
      ['Beech High', '07/03/2024', 'Silver', '', 'a9', ''],
    )
    expect(headingRows).toEqual([2, 2])
    const [best] = kinds
    expect(best).toMatchObject({ kind: 'awards', layout: null, confidence: 'likely', missing: [] })
    expect(best?.columns).toEqual([
      {
        number: 1,
        heading: 'School',
        samples: ['Ash Primary', 'Beech High'],
        means: 'School',
        ticked: null,
        confidence: 'sure',
        why: 'the same heading',
      },
      {
        number: 2,
        heading: 'Date of the meeting',
        samples: ['05/03/2024', '06/03/2024', '07/03/2024'],
        means: 'Meeting date',
        ticked: null,
        confidence: 'likely',
        why: 'close to the heading Meeting date; its values fit',
      },
      {
        number: 3,
        heading: 'Awrd',
        samples: ['Bronze', 'Silver'],
        means: 'Award',
        ticked: null,
        confidence: 'likely',
        why: 'close to the heading Award; its values fit',
      },
      {
        number: 4,
        heading: 'Awarded on',
        samples: ['01/04/2024', '02/04/2024'],
        means: 'Award date',
        ticked: null,
        confidence: 'likely',
        why: 'a usual word for Award date; its values fit',
      },
      {
        number: 5,
        heading: 'Ref',
        samples: ['a7', 'a8', 'a9'],
        means: null,
        ticked: null,
        confidence: null,
        why: 'no column of this kind is like it',
      },
      {
        number: 6,
        heading: '',
        samples: ['ask'],
        means: null,
        ticked: null,
        confidence: null,
        why: 'no column of this kind is like it',
      },
    ])
    expect(best?.mapping).toEqual({
      kind: 'awards',
      columns: [
        { heading: 'School', means: 'School' },
        { heading: 'Date of the meeting', means: 'Meeting date' },
        { heading: 'Awrd', means: 'Award' },
        { heading: 'Awarded on', means: 'Award date' },
        { heading: 'Ref', means: null },
        { heading: '', number: 6, means: null },
      ],
    })
  })

  it('leaves to a person what numbers and odd words stand for', () => {
    const { kinds } = propose(
      ['URN', 'Meeting date', 'Strand', 'Rating'],
      ['100001', '2024-03-05', 'Co-curricular', '1'],
      ['100001', '2024-03-05', 'Curriculum music', '3'],
    )
    expect(kinds[0]).toMatchObject({ kind: 'audits', confidence: 'guess', missing: [] })
    expect(kinds[0]?.words.map(({ found, means }) => [found, means])).toEqual([
      ['1', null],
      ['3', null],
    ])
    expect(kinds[0]?.mapping).not.toHaveProperty('values')
    const odd = propose(
      ['URN', 'Meeting date', 'Strand', 'Level'],
      ['100001', '2024-03-05', 'Co-curricular', 'Estabishinng'],
    )
    expect(odd.kinds[0]?.words.map(({ found, means }) => [found, means])).toEqual([['Estabishinng', 'Establishing']])
  })

  it('says which columns are still wanted', () => {
    const { kinds } = propose(['URN', 'Meeting date', 'Award'], ['100001', '2024-03-05', 'Bronze'])
    expect(kinds[0]).toMatchObject({ kind: 'awards', confidence: 'guess', missing: ['Award date'] })
  })

  it('may be asked for one kind', () => {
    const rows = [
      ['School', 'Date', 'Notes'],
      ['Ash Primary', '2024-03-05', 'a'],
    ]
    const { kinds } = proposeTab(grid(...rows), { kind: 'reflections' })
    expect(kinds.map(({ kind }) => kind)).toEqual(['reflections'])
  })

  it('takes groups of ticks that are named in other words', () => {
    const levels = ['Focusing', 'Developing', 'Establishing', 'Enhancing']
    const { kinds } = propose(
      ['URN', 'Visit date', 'Extra-curricular', '', '', '', 'Curriculum music', 'Leadership', 'Community'],
      ['', '', ...levels, '', '', ''],
      ['100001', '2024-03-05', 'x', '', '', '', 'Focusing', 'Dev', 'Est'],
      ['100002', '2024-03-06', '', '', 'x', '', 'Focusing', 'Dev', 'Est'],
    )
    expect(kinds[0]).toMatchObject({ kind: 'audits', layout: 'wide', confidence: 'likely', missing: [] })
    expect(kinds[0]?.mapping.columns.slice(2, 6)).toEqual(
      levels.map((ticked) => ({ heading: `Extra-curricular - ${ticked}`, means: 'Co-curricular', ticked })),
    )
  })

  it('shows nothing of a tab with names of pupils', () => {
    const { kinds, problems } = propose(['Pupil name', 'URN'], ['Somebody', '100001'])
    expect([kinds, problems.map(({ code }) => code)]).toEqual([[], ['pupil-data']])
  })

  it('tells tabs apart, and what the hub remembers', async () => {
    const store = await emptyHub()
    const tabs = book([
      ['2023-24', table(['URN', 'Pupils'], ['100001', '200'])],
      ['Empty', table()],
    ])
    const proposal = await proposeMapping(store, { hub: 'Northshire', fileName: 'a.xlsx', bytes: packed(tabs) })
    expect(proposal).toMatchObject({
      file: 'a.xlsx',
      problems: [],
      tabs: [
        { tab: '2023-24', isRecognised: true, year: '2023/24', remembered: null },
        { tab: 'Empty', isRecognised: false, headingRows: null, kinds: [] },
      ],
    })
    expect(await listMappings(store, 'Northshire')).toEqual([])
  })

  it('comes for any headings and values, and is a mapping that can be used', () => {
    const word = fc.constantFrom(
      'URN',
      'School',
      'Date',
      'Level',
      'Curriculum',
      'Focusing',
      '1',
      'x',
      '2024-03-05',
      '-',
      ': ',
      ' - ',
    )
    const cell = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.array(word, { maxLength: 3 }).map((words) => words.join(' ')),
    )
    const rows = fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 6 })
    fc.assert(
      fc.property(rows, (cells) => {
        for (const { mapping, columns } of propose(...cells).kinds) {
          const means = columns.flatMap(({ means, ticked }) => (means === null || ticked !== null ? [] : [means]))
          expect(new Set(means).size).toBe(means.length)
          expect(readMapping(mapping)).toHaveProperty('sheet')
        }
      }),
      { numRuns: runs(60) },
    )
  })
})
