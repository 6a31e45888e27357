import fc from 'fast-check'
import { expect, it } from 'vitest'
import { countsAfter, stepsFrom } from '../../../analytics/evidence/counting-steps.ts'
import type { Spells } from '../../../analytics/evidence/spells.ts'
import { runs } from '../../runs.ts'

/** One spell a cell. */
const cells = 3
const parts = 2

const spells: Spells = {
  starts: Uint32Array.of(0, cells),
  from: new Int32Array(cells),
  until: new Int32Array(cells),
  first: Uint32Array.of(0, 1, 2, 3),
  cells: Uint16Array.of(0, 1, 2),
  size: cells,
}

const change = fc.record({
  day: fc.integer({ min: -40, max: 400 }),
  part: fc.nat({ max: parts - 1 }),
  spell: fc.nat({ max: cells - 1 }),
  isEnd: fc.boolean(),
})

it('counts by the end of any day are the sum of what began and ended until then, however many steps there are', () => {
  fc.assert(
    fc.property(
      fc.array(change, { maxLength: 600, size: 'max' }),
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
        for (const day of days)
          for (let part = 0; part < parts; part++) {
            const plain = Array.from({ length: cells }, () => 0)
            for (const each of changes)
              if (each.part === part && each.day <= day) plain[each.spell]! += each.isEnd ? -1 : 1
            expect([...countsAfter(steps, part, day)]).toEqual(plain)
          }
      },
    ),
    { numRuns: runs(60), endOnFailure: true },
  )
})
