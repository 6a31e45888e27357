import { Type, type Static } from 'typebox'
import { sheetKinds } from '../sheets/sheet.ts'

const strict = { additionalProperties: false } as const

/**
 * What one column of a file means. `heading` is as the file has it, blank for a column without one; `number` counts
 * columns from 1 and is needed only where the heading does not tell which column it is. `means` is a standard heading
 * of the kind, or null where the column is not read. `ticked` is the word that a tick in the column stands for.
 */
export const MappedColumn = Type.Object(
  {
    heading: Type.String(),
    number: Type.Optional(Type.Integer({ minimum: 1 })),
    means: Type.Union([Type.String(), Type.Null()]),
    ticked: Type.Optional(Type.String()),
  },
  strict,
)
export type MappedColumn = Static<typeof MappedColumn>

/**
 * How a file says what a sheet of its kind says: confirmed by a person, remembered for files of the same shape.
 * `layout` tells apart the layouts of one kind, such as wide and long audits. `headingRows` are the first and last row
 * of the headings as a spreadsheet numbers them, where they are not found by themselves. `year` is the academic year of
 * files that do not say it. `values` are the file's own words with the words that they stand for, such as
 * `{ "1": "Focusing" }`.
 */
export const Mapping = Type.Object(
  {
    name: Type.Optional(Type.String({ minLength: 1 })),
    kind: Type.Enum([...sheetKinds]),
    layout: Type.Optional(Type.String()),
    headingRows: Type.Optional(Type.Tuple([Type.Integer({ minimum: 1 }), Type.Integer({ minimum: 1 })])),
    year: Type.Optional(Type.String()),
    columns: Type.Array(MappedColumn, { minItems: 1 }),
    values: Type.Optional(Type.Record(Type.String(), Type.String())),
  },
  strict,
)
export type Mapping = Static<typeof Mapping>
