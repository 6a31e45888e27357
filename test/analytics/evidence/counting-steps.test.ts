import fc from 'fast-check'
import { expect, it } from 'vitest'
import { countsAfter, stepsFrom } from '../../../analytics/evidence/counting-steps.ts'
import type { Spells } from '../../../analytics/evidence/spells.ts'
import { runs } from '../../runs.ts'

const parts = 2

/** One spell a cell. */
const spellsOf = (cells: number): Spells => ({
  starts: Uint32Array.of(0, cells),
  from: new Int32Array(cells),
  until: new Int32Array(cells),
  first: Uint32Array.from({ length: cells + 1 }, (_, at) => at),
  cells: Uint16Array.from({ length: cells }, (_, at) => at),
  size: cells,
})

const changeOf = (cells: number) =>
  fc.record({
    day: fc.integer({ min: -40, max: 400 }),
    part: fc.nat({ max: parts - 1 }),
    spell: fc.nat({ max: cells - 1 }),
    isEnd: fc.boolean(),
  })

// Few cells and many are not counted in the same room; both have so many steps that counts are written between them.
it.each([
  { cells: 3, most: 600, least: 0 },
  { cells: 600, most: 4000, least: 3500 },
])('counts in $cells cells by the end of any day are the sum of what began and ended until then', (size) => {
  const { cells } = size
  const spells = spellsOf(cells)
  fc.assert(
    fc.property(
      fc.array(changeOf(cells), { minLength: size.least, maxLength: size.most, size: 'max' }),
      fc.array(fc.integer({ min: -50, max: 450 }), { minLength: 1, maxLength: 8 }),
      (changes, days) => {
        const steps = stepsFrom(
          spells,
          {
            days: Int32Array.from(changes, ({ day }) => day),
            parts: Uint32Array.from(changes, ({ part }) => part),
            bases: new Uint32Array(changes.length),
            turns: Int32Array.from(changes, ({ spell, isEnd }) => (isEnd ? ~spell : spell)),
          },
          parts,
          cells,
        )
        const asked = days.flatMap((day) => Array.from({ length: parts }, (_, part) => ({ day, part })))
        const plain = asked.map(({ day, part }) => {
          const counts = Array.from({ length: cells }, () => 0)
          for (const each of changes)
            if (each.part === part && each.day <= day) counts[each.spell]! += each.isEnd ? -1 : 1
          return counts
        })
        // All are asked for before any is looked at: none may be counted over by the next.
        const found = asked.map(({ day, part }) => countsAfter(steps, part, day))
        expect(found.map((counts) => [...counts])).toEqual(plain)
      },
    ),
    { numRuns: runs(size.least > 0 ? 10 : 60), endOnFailure: true },
  )
})
