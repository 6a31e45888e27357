import { describe, expect, it } from 'vitest'
import { levels } from '../../../analytics/framework/level.ts'
import { strands } from '../../../analytics/framework/strand.ts'
import { readTick } from '../../../ingest/recognise/tick.ts'
import { allFacts, facts, hubWith, loadFile } from '../story.ts'
import { book, packed, row, text, value, worksheet } from '../readers/made-workbook.ts'

const csv = (...rows: readonly (readonly string[])[]): string => `${rows.map((cells) => cells.join()).join('\n')}\n`

const none = ['', '', '', '']
const at = (index: number, mark: string): readonly string[] => none.with(index, mark)

const groups = ['URN', 'Meeting date', ...strands.flatMap((strand) => [strand, '', '', ''])]
const parts = ['', '', ...strands.flatMap(() => levels)]
const values = ['100001', '2024-03-05', ...at(0, 'x'), ...at(1, '\u2713'), ...none, ...at(3, 'TRUE')]

const plain = csv(
  ['URN', 'Meeting date', ...strands],
  ['100001', '2024-03-05', 'Focusing', 'Developing', '', 'Enhancing'],
)

async function read(content: string | Uint8Array) {
  const store = await hubWith()
  const outcome = await loadFile(store, 'audits', content)
  return { facts: await allFacts(store), ...outcome }
}

describe('levels in ticked columns', () => {
  it('say the same as levels in words: under two rows of headings, in one row, and as a workbook', async () => {
    const { facts: wanted } = await read(plain)
    const headings = [
      'URN',
      'Meeting date',
      ...strands.flatMap((strand) => levels.map((level) => `${strand} - ${level}`)),
    ]
    const rows = [groups, parts].map((cells) => row(cells.map((cell) => text(cell))))
    const ticks = row(values.map((cell) => (cell === 'TRUE' ? value(1, 't="b"') : text(cell))))
    const merges = ['C1:F1', 'G1:J1', 'K1:N1', 'O1:R1'].map((reference) => `<mergeCell ref="${reference}"/>`).join('')
    const workbook = packed(book([['2024', worksheet([...rows, ticks], '', `<mergeCells>${merges}</mergeCells>`)]]))
    for (const content of [csv(groups, parts, values), csv(headings, values), workbook])
      expect(await read(content)).toMatchObject({ facts: wanted, problems: [] })
  })

  it('are read row by row beside the strand too', async () => {
    const head = ['URN', 'Meeting date', 'Strand', ...levels]
    const rows = [
      ['100001', '2024-03-05', 'Curriculum music', ...at(0, 'Yes')],
      ['100001', '2024-03-05', 'Co-curricular', ...at(1, '1')],
      ['100001', '2024-03-05', 'Community and partnerships', ...at(3, 'Enhancing')],
    ]
    const outcome = await read(csv(head, ...rows))
    expect(outcome).toMatchObject({ facts: (await read(plain)).facts, problems: [] })
    expect(outcome.notes).toEqual(['Read from ticks, one column a word: Level.'])
  })

  it('are none where nothing is ticked, and a problem that names both columns where two are', async () => {
    const two = ['100001', '2024-03-05', ...at(0, 'x').with(2, 'X'), ...none, ...at(1, 'perhaps'), ...none]
    const { problems, facts: stored } = await read(csv(groups, parts, two))
    expect(problems.map(({ row: line, column, code, found }) => [line, column, code, found])).toEqual([
      [
        3,
        'Curriculum music - Establishing',
        'two-ticks',
        'a tick in each of Curriculum music - Focusing and Curriculum music - Establishing',
      ],
      [3, 'Leadership and Management - Developing', 'unreadable-tick', 'perhaps'],
    ])
    expect(stored['audit']).toEqual([])
    const store = await hubWith()
    await loadFile(store, 'a.csv', csv(groups, parts, ['100001', '2024-03-05', ...none, ...none, ...none, ...none]))
    expect(await facts(store, 'audit')).toHaveLength(1)
    expect(await facts(store, 'rating')).toEqual([])
  })

  it('are not read where a level has no column, for what is ticked nowhere may be that one', async () => {
    const some = levels.slice(0, 3)
    const head = ['URN', 'Meeting date', 'Strand', ...some]
    const { problems } = await read(csv(head, ['100001', '2024-03-05', 'Co-curricular', 'x', '', '']))
    expect(problems.map(({ code }) => code)).toEqual(['unknown-kind'])
  })
})

describe('a tick', () => {
  it.each(['x', 'X', '\u2713', '\u2714', '\u2714\uFE0F', '\u2611', 'Yes', 'y', '1', 'TRUE', 'focusing'])(
    'is %s',
    (mark) => {
      expect(readTick(mark, 'Focusing')).toEqual({ value: true })
    },
  )
  it.each(['No', 'n', '0', 'FALSE', '\u2610'])('is not %s', (mark) => {
    expect(readTick(mark, 'Focusing')).toEqual({ value: false })
  })
  it.each(['?', '2', 'Developing', '\u2717'])('may or may not be %s', (mark) => {
    expect(readTick(mark, 'Focusing')).toEqual({ problem: 'unreadable-tick' })
  })
})
