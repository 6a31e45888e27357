import fc from 'fast-check'
import { expect, it } from 'vitest'
import { levels } from '../../../../analytics/framework/level.ts'
import { strands } from '../../../../analytics/framework/strand.ts'
import { load, type LoadRequest } from '../../../../ingest/load.ts'
import type { Store } from '../../../../migrations/open.ts'
import { runs } from '../../../runs.ts'
import { allFacts, hubWith } from '../../story.ts'

const days = ['2019-09-10', '2020-03-02', '2021-11-11', '12/03/2022', '2023-06-30', '2024-01-31']

/** Mostly plain rows, and among them all that makes a school not plain. */
const row = fc
  .record({
    urn: fc.oneof(
      { weight: 30, arbitrary: fc.constantFrom('100001', '100002', '100003', '100004', '100005', '100006') },
      { weight: 1, arbitrary: fc.constantFrom('', '999999', '100001.0', 'abc') },
    ),
    school: fc.oneof({ weight: 12, arbitrary: fc.constant('') }, fc.constantFrom('Ash Primary', 'Nowhere')),
    heldOn: fc.oneof(
      { weight: 30, arbitrary: fc.constantFrom(...days) },
      { weight: 1, arbitrary: fc.constantFrom('', '31/31/2020', '2031-01-01', '1970-01-01') },
    ),
    adviser: fc.oneof({ weight: 9, arbitrary: fc.constant('Jo') }, fc.constantFrom('', 'Sam', 'n/a')),
    strand: fc.oneof(
      { weight: 30, arbitrary: fc.constantFrom(...strands) },
      { weight: 1, arbitrary: fc.constantFrom('Curriculum', 'Singing') },
    ),
    level: fc.oneof(
      { weight: 30, arbitrary: fc.constantFrom(...levels) },
      { weight: 2, arbitrary: fc.constantFrom('', 'Not rated', 'Est', 'Emerging') },
    ),
    beyond: fc.oneof({ weight: 40, arbitrary: fc.constant('') }, fc.constantFrom(',', ',x')),
  })
  .map(({ urn, school, heldOn, adviser, strand, level, beyond }) =>
    [urn, school, heldOn, adviser, strand, level].join(',').concat(beyond),
  )

/** Rows of which most tell of a strand once: else nearly every school would tell of one twice. */
const rows = fc.uniqueArray(row, {
  selector: (line) => {
    const [urn, , heldOn, , strand] = line.split(',')
    return `${urn} ${heldOn} ${strand}`
  },
  minLength: 1,
  maxLength: 40,
})

const file = (lines: readonly string[]): Buffer =>
  Buffer.from(['URN,School,Meeting date,Adviser,Strand,Level', ...lines, ''].join('\n'))

const request = (bytes: Buffer, isRowByRow: boolean): LoadRequest => ({
  hub: 'Northshire',
  fileName: 'audits.csv',
  bytes,
  isRowByRow,
  today: '2025-09-01',
  now: '2025-09-01T09:00:00.000Z',
  by: 'a test',
})

async function loadedInTurn(store: Store, files: readonly Buffer[], isRowByRow: boolean) {
  const outcomes = []
  for (const bytes of files) {
    const outcome = await load(store, request(bytes, isRowByRow))
    outcomes.push({ ...outcome, rows: [...outcome.rows] })
  }
  return { outcomes, facts: await allFacts(store) }
}

it('what plain rows become is what they become one by one: outcomes, notes, problems and facts', async () => {
  await fc.assert(
    fc.asyncProperty(rows, rows, fc.array(fc.nat({ max: 39 }), { maxLength: 2 }), async (first, second, twice) => {
      const again = twice.flatMap((at) => first[at] ?? [])
      const files = [file(first), file([...second, ...first, ...again])]
      const [together, byRow] = [await hubWith(), await hubWith()]
      expect(await loadedInTurn(together, files, false)).toEqual(await loadedInTurn(byRow, files, true))
      await together.destroy()
      await byRow.destroy()
    }),
    { numRuns: runs(20) },
  )
})
