import { Type, type Static } from 'typebox'

/** The figures that a data form can give. Figures of pupils overlap, and are never added to each other. */
export const dataFormFigures = [
  'whole-class pupils',
  'whole-class terms',
  'individual-lesson pupils',
  'small-group pupils',
  'large-group pupils',
  'subsidised pupils',
  'ensembles',
  'ensemble pupils',
  'choirs',
  'choir pupils',
  'curriculum minutes a week',
  'subject lead named',
  'staff trained',
  'music development plan',
  'instruments loaned',
  'performances a year',
  'live performances attended',
] as const

export const DataFormFigureSchema = Type.Enum(dataFormFigures)
export type DataFormFigure = Static<typeof DataFormFigureSchema>

/** By what a figure of a data form can be broken down, in the order in which a breakdown names them. */
export const breakdownKeys = ['key stage', 'gender', 'pupil premium', 'send', 'ethnicity'] as const

export type BreakdownKey = (typeof breakdownKeys)[number]
