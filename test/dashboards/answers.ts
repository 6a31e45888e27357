import { disclose, type Disclosed } from '../../analytics/disclosure/disclose.ts'
import type { Audience } from '../../analytics/disclosure/audience.ts'
import { buildEvidence } from '../../analytics/evidence/build.ts'
import type { Facts } from '../../analytics/evidence/facts.ts'
import type { Strand } from '../../analytics/framework/strand.ts'
import { ask } from '../../analytics/measures/ask.ts'
import type { Measure } from '../../analytics/measures/measure.ts'
import { audit, award, factsOf, school } from '../../fixtures/story.ts'

export const asOf = '2026-06-30'

/** Levels at the first audit, and at the second where there was one, of each school that was audited. */
const journeys: readonly (readonly [first: string, second?: string])[] = [
  ['F F F F'],
  ['F D F F'],
  ['D D F F'],
  ['D Es D F'],
  ['Es Es D D'],
  ['En Es Es D'],
  ['F D - F'],
  ['D D D D', 'Es D D D'],
  ['F F F F', 'D D F F'],
  ['D D F F', 'D Es D F'],
  ['D Es D D', 'Es Es Es D'],
  ['Es Es D D', 'En En Es Es'],
  ['Es En D F', 'D Es D F'],
  ['F D D F', 'D D D -'],
  ['Es Es Es Es', 'Es En En Es'],
  ['D D D F', 'Es Es D D'],
]

const urns = journeys.map((_, at) => 900001 + at)

/** Twenty-four schools: sixteen audited, nine of them twice, eight never. */
export const typical: Facts = factsOf({
  register: Array.from({ length: 24 }, (_, at) => school(900001 + at)),
  extractOn: '2026-06-01',
  audits: journeys.flatMap(([first, second], at) => [
    audit(900001 + at, '2022-03-10', first),
    ...(second === undefined ? [] : [audit(900001 + at, '2025-03-12', second)]),
  ]),
  awards: urns.flatMap((urn, at) =>
    at < 2
      ? []
      : [
          award(urn, '2022-03-10', at % 4 === 3 ? 'Silver' : 'Bronze', {
            awardOn: at > 8 ? '2025-03-12' : '2022-03-10',
          }),
        ],
  ),
})

/** One school, audited once. */
export const oneSchool: Facts = factsOf({
  register: [school(900001)],
  audits: [audit(900001, '2022-03-10', 'F D Es -')],
  awards: [award(900001, '2022-03-10', 'Bronze', { awardOn: '2024-03-10' })],
})

/** Seven schools: too few to be broken down to a council. */
export const few: Facts = { ...typical, register: typical.register.slice(6, 13) }

/** Ten schools, none audited. */
export const notAudited: Facts = factsOf({ register: Array.from({ length: 10 }, (_, at) => school(900001 + at)) })

/** A measure's answer from facts, disclosed to an audience. */
export function answerFrom<R extends object, T extends object>(
  measure: Measure<R, T>,
  facts: Facts,
  { audience = 'hub', strand }: { readonly audience?: Audience; readonly strand?: Strand } = {},
): Disclosed<R, T> {
  const needed = measure.needs.includes('strand') ? 'Co-curricular' : undefined
  const one = strand ?? needed
  const where = one === undefined ? {} : { strand: one }
  return disclose(ask(measure, buildEvidence(facts), { asOf, where }), audience)
}
