import { disclose, type Disclosed } from '../../analytics/disclosure/disclose.ts'
import type { Audience } from '../../analytics/disclosure/audience.ts'
import { buildEvidence } from '../../analytics/evidence/build.ts'
import type { Criterion, Facts, FormFigure, Goal } from '../../analytics/evidence/facts.ts'
import { achievements } from '../../analytics/framework/achieved.ts'
import type { Award } from '../../analytics/framework/award.ts'
import { judgements } from '../../analytics/framework/judgement.ts'
import type { Strand } from '../../analytics/framework/strand.ts'
import { ask } from '../../analytics/measures/ask.ts'
import type { Measure } from '../../analytics/measures/measure.ts'
import { audit, award, factsOf, reflection, school } from '../../fixtures/story.ts'

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

const goal = (name: string, title: string, rest: Partial<Goal>): Goal => ({
  goal: name,
  title,
  function: null,
  measure: 'coverage',
  wanted: 'Audited',
  strand: null,
  population: 'All',
  baselinePercent: 20,
  baselineYear: 2022,
  targetPercent: 50,
  targetYear: 2027,
  ...rest,
})

/** One met, one on track, one behind, and one of which nothing can be told. */
const goals: readonly Goal[] = [
  goal('G1', 'Half of our schools have had an audit', {}),
  goal('G2', 'Half of our schools have come back for a second audit', { wanted: 'Re-audited' }),
  goal('G3', 'Curriculum music is established in four schools in five', {
    measure: 'strand-profile',
    wanted: 'Establishing',
    strand: 'Curriculum music',
    targetPercent: 80,
  }),
  goal('G4', 'A quarter of secondary schools hold Gold', {
    measure: 'award-ladder',
    wanted: 'Gold',
    population: 'Secondary',
    baselineYear: null,
    targetPercent: 25,
  }),
]

/** Two criteria of one theme and one of another, as the audit tool of these schools asks them. */
const criteria: readonly Criterion[] = [
  { framework: 'Audit tool', strand: 'Co-curricular', theme: 'Singing', level: 'Developing', number: 1 },
  { framework: 'Audit tool', strand: 'Co-curricular', theme: 'Singing', level: 'Establishing', number: 1 },
  { framework: 'Audit tool', strand: 'Leadership and Management', theme: 'Training', level: 'Developing', number: 1 },
].map((place, at) => ({ ...place, criterion: `What is asked, number ${at + 1}` }) as Criterion)

/** Twenty-four schools: sixteen audited, nine of them twice, eight never. Ten reflections came back, one was withdrawn. */
export const typical: Facts = factsOf({
  register: Array.from({ length: 24 }, (_, at) =>
    school(900001 + at, {
      district: at < 13 ? 'Quaverly' : 'Crotchet Vale',
      pupils: [90, 210, 400, 1200][at % 4] ?? null,
      urbanRural: at % 3 === 0 ? 'D1' : 'A1',
    }),
  ),
  schoolFsm: urns.map((urn, at) => ({ urn, year: 2025, basis: 'current', percent: at % 2 === 0 ? 5 : 30 })),
  frameworks: [{ framework: 'Audit tool', inUseFrom: null, phases: [], comparableWith: [] }],
  criteria,
  extractOn: '2026-06-01',
  audits: journeys.flatMap(([first, second], at) => [
    { ...audit(900001 + at, '2022-03-10', first), adviser: at < 12 ? 'A. Adviser' : 'B. Adviser' },
    ...(second === undefined ? [] : [{ ...audit(900001 + at, '2025-03-12', second), adviser: 'B. Adviser' }]),
  ]),
  criterionRatings: urns.flatMap((urn, at) =>
    criteria.slice(at % 2).map((place, turn) => ({
      urn,
      heldOn: journeys[at]?.[1] === undefined ? '2022-03-10' : '2025-03-12',
      place,
      judgement: judgements[(at + turn) % 3] ?? 'Met',
    })),
  ),
  dataForms: urns.slice(0, 5).map((urn) => ({ urn, year: 2025 })),
  formFigures: urns
    .slice(0, 5)
    .flatMap((urn, at): readonly FormFigure[] => [
      { urn, year: 2025, figure: 'choirs', breakdown: '', value: at, estimated: at === 1 },
      ...(at > 2
        ? []
        : [{ urn, year: 2025, figure: 'choir pupils', breakdown: '', value: 31 * at, estimated: null } as const]),
    ]),
  priorities: urns.flatMap((urn, school) =>
    ['Singing', 'Ensembles', null].map((theme, at) => ({
      urn,
      heldOn: '2022-03-10',
      priority: at + 1,
      strand: at === 0 ? ('Co-curricular' as const) : null,
      theme,
      sorted: theme === null && school % 2 === 0 ? 'Training' : null,
      needs: true,
      offered: at > 0,
    })),
  ),
  reflections: urns.slice(0, 11).map((urn, at) =>
    at === 10
      ? reflection(urn, '2022-03-10', 12, { withdrawnOn: '2023-01-10' })
      : reflection(urn, '2022-03-10', at < 7 ? 12 : 24, {
          returnedOn: at < 7 ? '2023-03-20' : '2024-03-20',
          achieved: [achievements[at % 4] ?? null, achievements[3 - (at % 3)] ?? null, null],
        }),
  ),
  goals,
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
  {
    audience = 'hub',
    strand,
    award,
  }: { readonly audience?: Audience; readonly strand?: Strand; readonly award?: Award } = {},
): Disclosed<R, T> {
  const needed = measure.needs.includes('strand') ? 'Co-curricular' : undefined
  const one = strand ?? needed
  const wanted = award ?? (measure.needs.includes('award') ? 'Bronze' : undefined)
  const where = { ...(one === undefined ? {} : { strand: one }), ...(wanted === undefined ? {} : { award: wanted }) }
  return disclose(ask(measure, buildEvidence(facts), { asOf, where }), audience)
}
