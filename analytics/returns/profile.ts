import { Type, type Static } from 'typebox'
import { AudienceSchema } from '../disclosure/audience.ts'
import { breakdownKeys } from '../framework/data-form-figure.ts'

const Text = Type.String({ minLength: 1 })
const Key = Type.String({ pattern: '^[a-zA-Z0-9][a-zA-Z0-9.-]{0,30}$' })

/** A cell of the recipient's workbook. */
const PlaceInTemplate = Type.Object(
  { sheet: Text, cell: Type.String({ pattern: '^[A-Z]{1,3}[1-9][0-9]{0,6}$' }) },
  { additionalProperties: false },
)
export type PlaceInTemplate = Static<typeof PlaceInTemplate>

/** One figure of a measure: in which row (`totals`, or the values that name it), under which column, asked how. */
const Counted = Type.Object(
  {
    measure: Text,
    column: Text,
    row: Type.Optional(Type.Union([Type.Literal('totals'), Type.Record(Type.String(), Type.String())])),
    /** Of the academic year alone, or all that stood on its last day. */
    date: Type.Enum(['in the year', 'on its last day']),
    strand: Type.Optional(Text),
    award: Type.Optional(Text),
  },
  { additionalProperties: false },
)
export type Counted = Static<typeof Counted>

/** By what a figure of a return can be broken down: the parts of a place, and what data forms tell apart. */
export const breakdowns = ['council', 'phase', ...breakdownKeys] as const

const IndicatorSchema = Type.Object(
  {
    id: Key,
    section: Text,
    title: Text,
    /** Whom it counts and on which day, in words: for the recipient to read beside it. */
    population: Text,
    /** What else is to be known of it, such as why it is a share of nothing. */
    note: Type.Optional(Text),
    numerator: Counted,
    denominator: Type.Union([Counted, Type.Null()]),
    breakdowns: Type.Array(Type.Enum(breakdowns)),
    /** Indicators that may count the same pupil or school, so that it must not be added to them. */
    overlaps: Type.Array(Key),
    /** The indicators that it is the sum of, where it is one. */
    sums: Type.Optional(Type.Array(Key)),
    /** By how many per cent it may be more or less than last year's before somebody should look. */
    expectedChangePercent: Type.Number({ minimum: 0 }),
    source: Text,
    cells: Type.Object(
      {
        number: Type.Optional(PlaceInTemplate),
        denominator: Type.Optional(PlaceInTemplate),
        percent: Type.Optional(PlaceInTemplate),
      },
      { additionalProperties: false },
    ),
  },
  { additionalProperties: false },
)
export type Indicator = Static<typeof IndicatorSchema>

/** Whom an indicator counts, with what else is to be known of it, as sentences without the last stop. */
export const populationText = ({ population, note }: Pick<Indicator, 'population' | 'note'>): string =>
  note === undefined ? population : `${population}. ${note}`

const NarrativeSchema = Type.Object(
  {
    id: Key,
    section: Text,
    question: Text,
    isRequired: Type.Boolean(),
    mostCharacters: Type.Integer({ minimum: 1, maximum: 32_767 }),
    cell: Type.Optional(PlaceInTemplate),
  },
  { additionalProperties: false },
)

/**
 * What a return holds and for whom. It is written down in a file, because recipients and their templates change:
 * whoever draws up a new one needs no program.
 */
export const ReturnProfileSchema = Type.Object(
  {
    id: Key,
    recipient: Text,
    title: Text,
    template: Type.Object(
      {
        version: Text,
        /** Whether somebody has held it against the year's own template. */
        isConfirmed: Type.Boolean(),
        note: Text,
      },
      { additionalProperties: false },
    ),
    /** The one academic year it is for, as its first year; null where it is for any. */
    academicYear: Type.Union([Type.Integer({ minimum: 2000, maximum: 2100 }), Type.Null()]),
    /** As whom figures are disclosed to the recipient, and why. */
    audience: AudienceSchema,
    audienceNote: Text,
    sections: Type.Array(Text, { minItems: 1 }),
    indicators: Type.Array(IndicatorSchema, { minItems: 1 }),
    narratives: Type.Array(NarrativeSchema),
  },
  { additionalProperties: false },
)
export type ReturnProfile = Static<typeof ReturnProfileSchema>
