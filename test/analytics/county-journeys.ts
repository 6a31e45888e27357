import type { Facts } from '../../analytics/evidence/facts.ts'
import { achievements } from '../../analytics/framework/achieved.ts'
import { judgements } from '../../analytics/framework/judgement.ts'
import { levels } from '../../analytics/framework/level.ts'
import { strands } from '../../analytics/framework/strand.ts'
import { award, reflection } from '../../fixtures/story.ts'
import { dice } from './county-dice.ts'

const [first, returned, next, later] = ['2018-08-31', '2020-02-29', '2021-08-31', '2022-08-31']

/** The facts where each school has besides, as a seed deals them, an audit with all that follows it up to the next. */
export function withJourneys(facts: Facts, seed: number): Facts {
  const { one } = dice(seed)
  const urns = facts.register.map(({ urn }) => urn)
  const others = <T extends { readonly heldOn: string }>(rows: readonly T[]): readonly T[] =>
    rows.filter(({ heldOn }) => heldOn !== first && heldOn !== next && heldOn !== later)
  const place = { strand: strands[1], theme: 'Singing', level: levels[1], number: 1 }
  return {
    ...facts,
    audits: [
      ...others(facts.audits),
      ...urns.flatMap((urn) =>
        one([
          [first, next],
          [first, next],
          [first, next, later],
        ]).map((heldOn) => ({
          urn,
          heldOn,
          adviser: 'A. Adviser',
          framework: one(['First', 'First', 'Second', null]),
          levels: strands.map(() => one([...levels, ...levels, null])),
        })),
      ),
    ],
    priorities: [
      ...others(facts.priorities),
      ...urns.flatMap((urn) =>
        [1, 2, 3].map((priority) => ({
          urn,
          heldOn: one([first, next]),
          priority,
          strand: one([...strands, null]),
          theme: one(['Singing', null]),
          sorted: one(['singing', 'Tuition', null]),
          needs: one([true, false]),
          offered: one([true, false]),
        })),
      ),
    ],
    reflections: [
      ...others(facts.reflections),
      ...urns.map((urn) =>
        reflection(urn, first, one([12, 24]), {
          returnedOn: one([returned, returned, next, later, null]),
          achieved: [1, 2, 3].map(() => one([...achievements, null])),
        }),
      ),
    ],
    awards: [
      ...others(facts.awards),
      ...urns.map((urn) =>
        award(urn, next, one(['Working towards Bronze', 'Silver']), {
          followUpOn: one(['2022-02-28', later, later, null]),
        }),
      ),
    ],
    criterionRatings: [
      ...others(facts.criterionRatings),
      ...urns.map((urn) => ({ urn, heldOn: next, place, judgement: one(judgements) })),
    ],
  }
}
