import { expect, test } from 'vitest'
import type { LoadRequest } from '../../../ingest/load.ts'
import { hubWith, loadFile } from '../story.ts'

const head =
  'URN,Meeting date,Adviser,Curriculum music,Co-curricular,Leadership and Management,Community and partnerships\n'
const known = `${head}100001,2024-03-05,,Focusing,Developing,,\n100002,2024-03-06,A. Reed,Focusing,,,\n`

/** What the rows of a file change, row by row; null for a row that does not say. */
async function changesIn(text: string, more: Partial<LoadRequest> = {}) {
  const store = await hubWith(known)
  const { rows } = await loadFile(store, 'a.csv', text, { ...more, dryRun: true })
  return rows.map(({ row, changes }) => [row, changes ?? null])
}

test('a row that changes something says each cell before and after, and no other row says any', async () => {
  expect(
    await changesIn(
      `${head}100001,2024-03-05,B. Sedge,Enhancing,Developing,,\n100002,2024-03-06,A. Reed,Focusing,,,\n100004,2024-03-07,,Focusing,,,\n`,
    ),
  ).toEqual([
    [
      2,
      [
        { column: 'Adviser', from: null, to: 'B. Sedge' },
        { column: 'Curriculum music', from: 'Focusing', to: 'Enhancing' },
      ],
    ],
    [3, null],
    [4, null],
  ])
})

test('a level that is given for the first time comes from nothing, and one that is withdrawn leaves nothing', async () => {
  const text = `${head}100001,2024-03-05,,Focusing,Not rated,,\n100002,2024-03-06,A. Reed,Focusing,Developing,,\n`
  expect(await changesIn(text)).toEqual([
    [2, [{ column: 'Co-curricular', from: 'Developing', to: null, said: 'Not rated' }]],
    [3, [{ column: 'Co-curricular', from: null, to: 'Developing' }]],
  ])
})

test('a level in other words than are kept is told in those of the file too', async () => {
  expect(await changesIn(`${head}100001,2024-03-05,,Enh.,Developing,,\n`)).toEqual([
    [2, [{ column: 'Curriculum music', from: 'Focusing', to: 'Enhancing', said: 'Enh.' }]],
  ])
})

test('a changed cell stands under the heading that the file itself has for it', async () => {
  const own = ['Number', 'When we met', 'Who', 'Curric', 'Co-curr', 'Leading', 'Outside']
  const columns = own.map((heading, at) => ({ heading, means: head.trim().split(',')[at] ?? null }))
  const text = `${own.join(',')}\n100001,2024-03-05,B. Sedge,Enhancing,Developing,,\n`
  expect(await changesIn(text, { mappings: [{ kind: 'audits', layout: 'wide', columns }] })).toEqual([
    [
      2,
      [
        { column: 'Who', from: null, to: 'B. Sedge' },
        { column: 'Curric', from: 'Focusing', to: 'Enhancing' },
      ],
    ],
  ])
})

test('a file that is refused changes nothing, so none of its rows says what', async () => {
  const text = `${head}100001,2024-03-05,,Enhancing,Developing,,\n100002,2024-03-06,,Brass,,,\n`
  expect(await changesIn(text)).toEqual([
    [2, null],
    [3, null],
  ])
})
