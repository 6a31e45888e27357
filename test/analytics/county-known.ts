import fc from 'fast-check'
import type {
  Criterion,
  CriterionPlace,
  CriterionRating,
  FormFigure,
  SchoolFsm,
  SchoolYear,
} from '../../analytics/evidence/facts.ts'
import { dataFormFigures } from '../../analytics/framework/data-form-figure.ts'
import { fsmBases } from '../../analytics/framework/fsm-basis.ts'
import { judgements } from '../../analytics/framework/judgement.ts'
import { levels } from '../../analytics/framework/level.ts'
import { strands } from '../../analytics/framework/strand.ts'
import { day, maybe } from './county-days.ts'

type Urn = fc.Arbitrary<number>

/** What is known of schools in years: numbers at the ends of bands, words and codes, and blanks. */
export const schoolYear = (urn: Urn): fc.Arbitrary<SchoolYear> =>
  fc.record({
    urn,
    year: fc.integer({ min: 2018, max: 2023 }),
    pupils: maybe(fc.constantFrom(0, 100, 100.5, 210, 211, 420, 630, 1000, 1001)),
    sendPercent: maybe(fc.constantFrom(0, 9.99, 10, 14.9, 15, 19.9, 20, 100)),
    deprivationDecile: maybe(fc.integer({ min: 1, max: 10 })),
    ruralUrban: maybe(fc.constantFrom('Rural village', 'URBAN: nearer to a city', 'd1', 'A1', 'UN1', 'RSF1', 'Sea')),
  })

/** Few years and bases, so that some are told of half the schools. */
export const schoolFsm = (urn: Urn): fc.Arbitrary<SchoolFsm> =>
  fc.record({
    urn,
    year: fc.constantFrom(2019, 2021, 2022),
    basis: fc.constantFrom('current', ...fsmBases),
    percent: maybe(fc.constantFrom(0, 9.99, 10, 19.9, 20, 34.9, 35, 100)),
  })

const place: fc.Arbitrary<CriterionPlace> = fc.record({
  strand: fc.constantFrom(...strands),
  theme: fc.constantFrom('Singing', 'singing', 'Ensembles'),
  level: fc.constantFrom(...levels),
  number: fc.integer({ min: 1, max: 11 }).map((number) => (number > 2 ? 1 : number * 5)),
})

export const criterion: fc.Arbitrary<Criterion> = fc
  .tuple(fc.constantFrom('First', 'Second', 'Third', 'Fifth'), place)
  .map(([framework, at]) => ({ framework, ...at, criterion: `${at.theme} at ${at.number}` }))

export const criterionRating = (urn: Urn): fc.Arbitrary<CriterionRating> =>
  fc.record({ urn, heldOn: day, place, judgement: fc.constantFrom(...judgements) })

export const placeKey = ({ strand, theme, level, number }: CriterionPlace): string =>
  `${strand} ${theme} ${level} ${number}`

const breakdown = fc.constantFrom('', '', 'gender=girls', 'gender=boys;send=yes', 'ethnicity=Other')

export const formFigure = (urn: Urn): fc.Arbitrary<FormFigure> =>
  fc.record({
    urn,
    year: fc.integer({ min: 2020, max: 2023 }),
    figure: fc.oneof(
      fc.constantFrom(...dataFormFigures),
      fc.constantFrom('choirs', 'whole-class terms', 'subject lead named'),
    ),
    breakdown,
    value: fc.constantFrom(0, 1, 2, 3, 0.5, 0.05, 1.15, 2.25, 10.35, 120),
    estimated: maybe(fc.boolean()),
  })
