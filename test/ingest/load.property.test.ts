import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { levels } from '../../analytics/framework/level.ts'
import { strands } from '../../analytics/framework/strand.ts'
import type { Store } from '../../migrations/open.ts'
import { runs } from '../runs.ts'
import { allFacts, hubWith, loadFile, wholeStore } from './story.ts'

const some = { numRuns: runs(4) }

interface Audit {
  readonly urn: number
  readonly heldOn: string
  readonly adviser: string
  readonly levels: readonly string[]
}

const day = fc
  .tuple(fc.integer({ min: 2018, max: 2025 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([year, month, date]) => `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`)

const audit: fc.Arbitrary<Audit> = fc.record({
  urn: fc.constantFrom(100001, 100002, 100003, 100004, 100006),
  heldOn: day,
  adviser: fc.constantFrom('', 'Jo', 'Smith, Al', 'the "other" one', 'Zoë\nTwo'),
  levels: fc.array(fc.constantFrom('', 'Not rated', ...levels), { minLength: 4, maxLength: 4 }),
})

const audits = fc.uniqueArray(audit, { selector: ({ urn, heldOn }) => `${urn} ${heldOn}`, minLength: 1, maxLength: 8 })

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`

const wideRows = (audits: readonly Audit[]): readonly string[] =>
  audits.map(({ urn, heldOn, adviser, levels }) => [urn, heldOn, quoted(adviser), ...levels].join(','))

const longRows = (audits: readonly Audit[]): readonly string[] =>
  audits.flatMap(({ urn, heldOn, adviser, levels }) =>
    strands.map((strand, index) => [urn, heldOn, quoted(adviser), strand, levels[index]].join(',')),
  )

const wideHead = `URN,Meeting date,Adviser,${strands.join(',')}`
const longHead = 'URN,Meeting date,Adviser,Strand,Level'

const file = (head: string, rows: readonly string[]): string => [head, ...rows, ''].join('\r\n')

/** Loads the files in turn into a hub of its own, none of them with a problem. */
async function loaded(...files: readonly string[]): Promise<Store> {
  const store = await hubWith()
  for (const each of files) expect((await loadFile(store, 'a.csv', each)).problems).toEqual([])
  return store
}

describe('any audits', () => {
  it('loaded a second time, wide or long, change nothing', async () => {
    await fc.assert(
      fc.asyncProperty(audits, async (audits) => {
        const store = await loaded(file(wideHead, wideRows(audits)))
        const before = await wholeStore(store)
        for (const again of [file(wideHead, wideRows(audits)), file(longHead, longRows(audits))])
          expect(await loadFile(store, 'again.csv', again)).toMatchObject({ receiptId: null, new: 0, changed: 0 })
        expect(await wholeStore(store)).toBe(before)
        await store.destroy()
      }),
      some,
    )
  })

  it('are the same facts wide and long, in any order of the rows, whole or in two files', async () => {
    const shuffledLong = audits.chain((audits) =>
      fc.tuple(
        fc.constant(audits),
        fc.shuffledSubarray([...longRows(audits)], { minLength: audits.length * 4 }),
        fc.nat({ max: audits.length * 4 }),
      ),
    )
    await fc.assert(
      fc.asyncProperty(shuffledLong, async ([audits, shuffled, cut]) => {
        const whole = await loaded(file(wideHead, wideRows(audits)))
        const inDisorder = await loaded(file(longHead, shuffled))
        const inTwo = await loaded(file(longHead, shuffled.slice(0, cut)), file(longHead, shuffled.slice(cut)))
        const expected = await allFacts(whole)
        expect(expected['audit']).toHaveLength(audits.length)
        expect(await allFacts(inDisorder)).toEqual(expected)
        expect(await allFacts(inTwo)).toEqual(expected)
        for (const store of [whole, inDisorder, inTwo]) await store.destroy()
      }),
      some,
    )
  })

  it('stand as the last file tells them, whatever was told before', async () => {
    const retold = audits.chain((first) =>
      fc.tuple(
        fc.constant(first),
        fc.tuple(...first.map(({ urn, heldOn }) => audit.map((other) => ({ ...other, urn, heldOn })))),
      ),
    )
    await fc.assert(
      fc.asyncProperty(retold, async ([first, last]) => {
        const corrected = await loaded(file(wideHead, wideRows(first)), file(longHead, longRows(last)))
        const fresh = await loaded(file(wideHead, wideRows(last)))
        expect(await allFacts(corrected)).toEqual(await allFacts(fresh))
        const then = await corrected
          .selectFrom('audit')
          .select(['urn', 'heldOn'])
          .where('fromVersion', '<=', 3)
          .where((eb) => eb.or([eb('untilVersion', 'is', null), eb('untilVersion', '>', 3)]))
          .execute()
        expect(then).toHaveLength(first.length)
        await corrected.destroy()
        await fresh.destroy()
      }),
      some,
    )
  })
})

describe('any bytes', () => {
  const heads = [
    'URN,Meeting date,Strand,Level',
    wideHead,
    'URN,LinkURN,LinkType',
    'Goal,Title,Measure,Wanted,Target percent,Target year',
    'UKPRN,LAESTAB,School,Meeting date,Award,Award date',
    'URN,Meeting date,Month,Sent on,Priority,Achieved',
    'Framework,Strand,Theme,Level,Number,Criterion',
    'URN,Meeting date,Strand,Theme,Level,Number,Judgement',
    'URN,Academic year,Pupils,FSM percent,FSM basis',
    'School,Academic year,Figure,Breakdown,Value',
    'URN,imd2025_decile,ruc21,ltla24_name',
  ]
  const cell = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom(
      '100001',
      '2024-03-05',
      '05/03/24',
      '03/25/2024',
      'Focusing',
      'n/a',
      '"',
      '12',
      'Co-curricular',
      '\u0000',
      '=1+1',
      '1e999',
    ),
  )
  const rows = fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 6 })
  const table = fc
    .tuple(fc.constantFrom(...heads), rows, fc.constantFrom(',', ';', '\t'))
    .map(([head, rows, delimiter]) =>
      new TextEncoder().encode([head.split(','), ...rows].map((cells) => cells.join(delimiter)).join('\n')),
    )
  const bytes = fc.oneof(fc.uint8Array({ maxLength: 200 }), table)

  it('end in an outcome, and change nothing where they have a problem', async () => {
    const store = await hubWith()
    await fc.assert(
      fc.asyncProperty(bytes, async (bytes) => {
        const before = await wholeStore(store)
        const { problems, rows, receiptId } = await loadFile(store, 'any.csv', bytes)
        expect(problems.every(({ accepted }) => accepted !== '')).toBe(true)
        expect((await wholeStore(store)) === before).toBe(receiptId === null)
        expect(receiptId === null || (problems.length === 0 && rows.length > 0)).toBe(true)
      }),
      { numRuns: runs(40) },
    )
  })
})
