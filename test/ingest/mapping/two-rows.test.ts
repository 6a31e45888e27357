import { describe, expect, it } from 'vitest'
import { allFacts, hubWith, loadFile } from '../story.ts'
import { book, packed, row, table, text, worksheet } from '../readers/made-workbook.ts'

const plain = `URN,Meeting date,Curriculum music,Co-curricular,Leadership and Management,Community and partnerships
100001,2024-03-05,Focusing,Developing,,Enhancing
`

const upper = ['URN', 'Meeting date', 'Levels', '', '', '']
const lower = ['', '', 'Curriculum music', 'Co-curricular', 'Leadership and Management', 'Community and partnerships']
const values = ['100001', '2024-03-05', 'Focusing', 'Developing', '', 'Enhancing']

const csv = (...rows: readonly (readonly string[])[]): string => `${rows.map((cells) => cells.join()).join('\n')}\n`

const merged = (...references: readonly string[]): string =>
  `<mergeCells>${references.map((reference) => `<mergeCell ref="${reference}"/>`).join('')}</mergeCells>`

const workbook = (merges: readonly string[], ...rows: readonly (readonly string[])[]): Uint8Array =>
  packed(
    book([
      [
        'Audits',
        worksheet(
          rows.map((cells) => row(cells.map((cell) => text(cell)))),
          '',
          merged(...merges),
        ),
      ],
    ]),
  )

/** The facts of a file, and what is said of it. */
async function read(content: string | Uint8Array) {
  const store = await hubWith()
  const { problems, notes } = await loadFile(store, 'audits', content)
  return { facts: await allFacts(store), problems, notes }
}

describe('headings in two rows', () => {
  it('are read together, as CSV and as merged cells, and say the same as those in one', async () => {
    const { facts } = await read(plain)
    const asCsv = await read(csv(upper, lower, values))
    expect(asCsv).toMatchObject({ facts, problems: [] })
    expect(asCsv.notes).toEqual([
      'The headings stand in rows 1 and 2, which were read together.',
      'Headings were read by their last part: "Levels - Curriculum music" as Curriculum music, "Levels - Co-curricular" as Co-curricular, "Levels - Leadership and Management" as Leadership and Management and "Levels - Community and partnerships" as Community and partnerships.',
    ])
    const asBook = await read(workbook(['A2:A3', 'B2:B3', 'C2:F2'], ['Audits of 2024'], upper, lower, values))
    expect(asBook).toMatchObject({ facts, problems: [] })
    expect(asBook.notes).toContain('Sheet "Audits": The headings stand in rows 2 and 3, which were read together.')
  })

  it('are each a heading where a group stands over one column, and where they go on in words', async () => {
    const { facts } = await read(plain)
    const groups = ['School', 'Meeting', 'Levels', '', 'Levels agreed', '']
    const below = ['URN', 'date', ...lower.slice(2)]
    expect(await read(csv(groups, below, values))).toMatchObject({ facts, problems: [] })
  })

  it('are not those of a title over all columns, which is left out', async () => {
    const { facts } = await read(plain)
    const [head = [], ...rows] = plain
      .trim()
      .split('\n')
      .map((line) => line.split(','))
    const titled = await read(workbook(['A1:F1'], ['Previous years and targets'], head, ...rows))
    expect(titled).toMatchObject({ facts, problems: [] })
    expect(titled.notes).toContain('Sheet "Audits", row 1: left out: above the headings.')
  })

  it('tell columns apart that one row calls the same', async () => {
    const { facts } = await read(plain)
    const groups = ['', '', 'Levels agreed', '', '', '', 'Target levels', '', '', '']
    const head = ['URN', 'Meeting date', ...lower.slice(2), ...lower.slice(2)]
    const filled = [...values, 'Enhancing', 'Enhancing', 'Enhancing', 'Enhancing']
    const { facts: agreed, problems } = await read(workbook(['C1:F1', 'G1:J1'], groups, head, filled))
    expect({ facts: agreed, problems }).toEqual({ facts, problems: [] })
  })

  it('are not read as levels where they stand over targets, last time or what the school says itself', async () => {
    for (const group of ['Target levels', 'Previous audit', 'Self-assessment']) {
      const groups = ['', '', group, '', '', '']
      const head = ['URN', 'Meeting date', ...lower.slice(2)]
      const { problems, facts } = await read(workbook(['C1:F1'], groups, head, values))
      expect(problems.map(({ code }) => code)).toEqual(['unknown-kind'])
      expect(facts['rating']).toEqual([])
    }
  })

  it('in parts within one row are read by the last part, where one column only has it', async () => {
    const { facts } = await read(plain)
    const head = ['URN', 'Meeting date', ...lower.slice(2).map((strand) => `Ratings - ${strand}`)]
    expect(await read(csv(head, values))).toMatchObject({ facts, problems: [] })
    const twice = [...head, 'Autumn: Co-curricular']
    const { problems } = await read(csv(twice, [...values, 'Focusing']))
    expect(problems.map(({ code }) => code)).toEqual(['unknown-kind'])
  })

  it('hide no numbers of pupils', async () => {
    const { problems } = await read(csv(['Admission', '', 'Meeting'], ['number', 'URN', 'date'], ['A', '1', '2']))
    expect(problems.map(({ code, found }) => [code, found])).toEqual([['pupil-data', 'Admission - number']])
  })
})

describe('one heading row', () => {
  it('above rows of values stays one, whatever has no heading', async () => {
    const { facts } = await read(plain)
    const [head = [], ...rows] = plain
      .trim()
      .split('\n')
      .map((line) => line.split(','))
    const wider = await read(
      packed(book([['Audits', table([...head, ''], ...rows.map((cells) => [...cells, 'seen']))]])),
    )
    expect(wider).toMatchObject({ facts, problems: [] })
    expect(wider.notes).toEqual(['Sheet "Audits": Columns without a heading were ignored: number 7.'])
  })
})
