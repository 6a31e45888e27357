import type { Facts } from '../../analytics/evidence/facts.ts'
import { achievements } from '../../analytics/framework/achieved.ts'
import { judgements } from '../../analytics/framework/judgement.ts'
import { levels } from '../../analytics/framework/level.ts'
import { strands } from '../../analytics/framework/strand.ts'
import { award, reflection } from '../../fixtures/story.ts'
import { dice } from './county-dice.ts'

const [first, returned, next, later] = ['2018-08-31', '2020-02-29', '2021-08-31', '2022-08-31']

/** The academic years of which there are data forms and rolls of the schools. */
const years = [2019, 2020, 2021, 2022]

/** The facts where each school has besides, as a seed deals them, an audit with all that follows it up to the next, and data forms. */
export function withJourneys(facts: Facts, seed: number): Facts {
  const { one } = dice(seed)
  const urns = facts.register.map(({ urn }) => urn)
  const others = <T extends { readonly heldOn: string }>(rows: readonly T[]): readonly T[] =>
    rows.filter(({ heldOn }) => heldOn !== first && heldOn !== next && heldOn !== later)
  const otherYears = <T extends { readonly year: number }>(rows: readonly T[]): readonly T[] =>
    rows.filter(({ year }) => !years.includes(year))
  const place = { strand: strands[1], theme: 'Singing', level: levels[1], number: 1 }
  const schoolYears = urns.flatMap((urn) => years.map((year) => ({ urn, year })))
  const forms = schoolYears.filter(() => one([true, true, false]))
  return {
    ...facts,
    schoolYears: [
      ...otherYears(facts.schoolYears),
      ...schoolYears.map((schoolYear) => ({
        ...schoolYear,
        pupils: one([90, 210.5, 420, null]),
        sendPercent: null,
        deprivationDecile: null,
        ruralUrban: null,
      })),
    ],
    dataForms: [...otherYears(facts.dataForms), ...forms],
    formFigures: [
      ...otherYears(facts.formFigures),
      ...forms.map((form) => ({
        ...form,
        figure: one(['choir pupils', 'whole-class pupils'] as const),
        breakdown: one(['', '', 'gender=girls']),
        value: one([0, 12, 30.25]),
        estimated: one([true, false]),
      })),
    ],
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
