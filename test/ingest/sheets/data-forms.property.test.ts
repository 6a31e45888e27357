import fc from 'fast-check'
import { expect, it } from 'vitest'
import { dataFormFigures } from '../../../analytics/framework/data-form-figure.ts'
import { runs } from '../../runs.ts'
import { allFacts, hubWith, loadFile, wholeStore } from '../story.ts'

const pairs = ['key stage=2', 'gender=girls', 'pupil premium=yes', 'send=no', 'ethnicity=white british']

/** A breakdown as one person writes it, and as another does. */
const breakdown = fc
  .subarray(pairs)
  .chain((chosen) => fc.shuffledSubarray(chosen, { minLength: chosen.length }))
  .map(
    (chosen) => [chosen.join(';'), chosen.map((pair) => pair.toUpperCase().replace('=', ' = ')).join(' ; ')] as const,
  )

const figure = fc.record({
  urn: fc.constantFrom(100001, 100002, 100003, 100004),
  year: fc.integer({ min: 2018, max: 2025 }),
  figure: fc.constantFrom(...dataFormFigures),
  breakdown,
  value: fc.oneof(
    fc.nat(2000),
    fc.nat(2000).map((tenths) => tenths / 10),
  ),
  estimated: fc.constantFrom('', 'Yes', 'No'),
})

const figures = fc.uniqueArray(figure, {
  selector: ({ urn, year, figure, breakdown: [written] }) =>
    JSON.stringify([urn, year, figure, written.split(';').toSorted()]),
  minLength: 1,
  maxLength: 12,
})

const head = 'URN,Academic year,Figure,Breakdown,Value,Estimated'

it('any data forms, written in another way and order, change nothing the second time', async () => {
  const twice = figures.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })))
  await fc.assert(
    fc.asyncProperty(twice, async ([all, shuffled]) => {
      const store = await hubWith()
      const rows = all.map(({ urn, year, figure, breakdown: [written], value, estimated }) =>
        [urn, year, figure, written, value, estimated].join(','),
      )
      const again = shuffled.map(({ urn, year, figure, breakdown: [, written], value, estimated }) =>
        [urn, `${year}/${String(year + 1).slice(2)}`, figure.toUpperCase(), written, value, estimated].join(','),
      )
      expect(await loadFile(store, 'a.csv', [head, ...rows].join('\n'))).toMatchObject({
        new: all.length,
        problems: [],
      })
      expect((await allFacts(store))['dataFormFigure']).toHaveLength(all.length)
      const before = await wholeStore(store)
      expect(await loadFile(store, 'b.csv', [head, ...again].join('\n'))).toMatchObject({
        receiptId: null,
        same: all.length,
      })
      expect(await wholeStore(store)).toBe(before)
      await store.destroy()
    }),
    { numRuns: runs(5) },
  )
})
