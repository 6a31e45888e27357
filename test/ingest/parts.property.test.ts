import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Outcome } from '../../ingest/load.ts'
import { runs } from '../runs.ts'
import { allFacts, hubWith, loadFile } from './story.ts'

/** Ways of naming schools: sure by number or by name, of one school under two URNs, doubtful, unknown, and not at all. */
const naming = fc.constantFrom(
  '100001,',
  '100002,',
  '100003,',
  '100004,',
  '100006,Elm Primary',
  ',Ash Primary',
  ',Cedar Academy',
  ',Cedar Primary',
  '100001,Beech High',
  '999999,',
  ',Nowhere School',
  ',',
  '1000,',
)
const day = fc.constantFrom('2019-03-05', '2021-03-05', '05/03/21', '2023-06-01', '2027-01-01', 'soon')
const adviser = fc.constantFrom('', 'Jo', 'Al')
const strand = fc.constantFrom('Curriculum music', 'Co-curricular', 'Leadership')
const level = fc.constantFrom('Focusing', 'Dev', 'Enhancing', 'Not rated', '', 'n/a', 'Emerging')
const row = fc.tuple(naming, day, adviser, strand, level).map((cells) => cells.join(','))
const sound = fc
  .tuple(
    fc.constantFrom('100001,', '100002,', '100003,', '100004,', ',Ash Primary', ',Cedar Academy'),
    fc.constantFrom('2019-03-05', '05/03/21', '2023-06-01'),
    fc.constant('Jo'),
    strand,
    fc.constantFrom('Focusing', 'Dev'),
  )
  .map((cells) => cells.join(','))
const other = fc.constantFrom(
  ',,,,,',
  'Total,,,,3',
  'Note: provisional,,,,',
  '100001,,2019-03-05,Jo,Co-curricular,Dev,more',
)
const lines = fc.oneof(
  fc.array(fc.oneof({ weight: 8, arbitrary: row }, { weight: 1, arbitrary: other }), { maxLength: 14 }),
  fc.array(sound, { maxLength: 14 }),
)

const text = (rows: readonly string[]): string =>
  ['URN,School,Meeting date,Adviser,Strand,Level', ...rows, ''].join('\n')

const plain = ({ rows, ...outcome }: Outcome) => ({ ...outcome, rows: [...rows] })

it('files judged school by school and files judged whole come to the same', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(lines, { minLength: 1, maxLength: 2 }), async (files) => {
      const [parted, whole] = [await hubWith(), await hubWith()]
      for (const rows of files) {
        const outcome = await loadFile(parted, 'a.csv', text(rows), { partSize: 1 })
        expect(plain(outcome)).toEqual(plain(await loadFile(whole, 'a.csv', text(rows), { partSize: 1e9 })))
      }
      expect(await allFacts(parted)).toEqual(await allFacts(whole))
      await parted.destroy()
      await whole.destroy()
    }),
    { numRuns: runs(12) },
  )
}, 300_000)

it('of very many problems the first ten thousand by row are listed and all are counted', async () => {
  const store = await hubWith()
  const rows = Array.from({ length: 10_050 }, (_, index) => `10000${1 + (index % 2)},,2019-03-05,,Choir,Dev`)
  const { problems, problemCount, notes, rows: told } = await loadFile(store, 'a.csv', text(rows))
  expect(problems.map((problem) => problem.row)).toEqual(Array.from({ length: 10_000 }, (_, index) => index + 2))
  expect(problemCount).toBe(10_050)
  expect(told.length).toBe(10_050)
  expect(told.at(-1)).toMatchObject({ row: 10_051, outcome: 'problem', urn: 100002 })
  expect(notes).toContain('Of 10,050 problems the first 10,000 are listed.')
})
